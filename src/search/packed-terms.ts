import { eachLike } from './like-terms.ts';

/** The rows that hold one term: packed entries, and those of papers added since. */
export type Entries = readonly ArrayLike<number>[];

/**
 * The terms of an index with their rows, as it is searched without being built: terms in order, and beside them one
 * 32-bit number per term, field and row (20 bits row, 3 bits field, 9 bits count). Terms of papers added since stand
 * beside them in the same shape. Answers as the index inside MiniSearch 7 does when it searches.
 */
export class PackedTerms {
  readonly #terms: readonly string[];
  /** Where the entries of each term begin, and at last where all end. */
  readonly #starts: Uint32Array;
  readonly #entries: Uint32Array;
  readonly #added = new Map<string, number[]>();
  /** Added terms in order; sorted when next asked. */
  #addedTerms: string[] = [];
  #sorted = true;

  constructor(terms: readonly string[], starts: Uint32Array, entries: Uint32Array) {
    this.#terms = terms;
    this.#starts = starts;
    this.#entries = entries;
  }

  add(term: string, entry: number): void {
    const entries = this.#added.get(term);
    if (entries !== undefined) {
      entries.push(entry);
      return;
    }
    this.#added.set(term, [entry]);
    this.#addedTerms.push(term);
    this.#sorted = false;
  }

  get(term: string): Entries | undefined {
    const at = firstFrom(this.#terms, term);
    const added = this.#added.get(term);
    if (this.#terms[at] === term) return this.#packed(at);
    return added && [added];
  }

  *atPrefix(prefix: string): Generator<[string, Entries]> {
    for (let at = firstFrom(this.#terms, prefix); this.#terms[at]?.startsWith(prefix) === true; at++) yield [this.#terms[at] ?? '', this.#packed(at)];
    const added = this.#inOrder();
    for (let at = firstFrom(added, prefix); added[at]?.startsWith(prefix) === true; at++) {
      const term = added[at] ?? '';
      if (!this.#has(term)) yield [term, [this.#added.get(term) ?? []]];
    }
  }

  /** Terms within an edit distance, with their distances. */
  fuzzyGet(word: string, most: number): Map<string, [Entries, number]> {
    const found = new Map<string, [Entries, number]>();
    eachLike(this.#terms, word, most, (at, distance) => found.set(this.#terms[at] ?? '', [this.#packed(at), distance]));
    const added = this.#inOrder();
    eachLike(added, word, most, (at, distance) => {
      const term = added[at] ?? '';
      if (!found.has(term)) found.set(term, [[this.#added.get(term) ?? []], distance]);
    });
    return found;
  }

  /** Every term with its entries, in UTF-16 order. */
  *all(): Generator<[string, Entries]> {
    const added = this.#inOrder();
    let next = 0;
    for (let at = 0; at < this.#terms.length; at++) {
      const term = this.#terms[at] ?? '';
      for (let other = added[next]; other !== undefined && other <= term; other = added[++next])
        if (other < term) yield [other, [this.#added.get(other) ?? []]];
      yield [term, this.#packed(at)];
    }
    for (; next < added.length; next++) yield [added[next] ?? '', [this.#added.get(added[next] ?? '') ?? []]];
  }

  #has(term: string): boolean {
    return this.#terms[firstFrom(this.#terms, term)] === term;
  }

  #packed(at: number): Entries {
    const packed = this.#entries.subarray(this.#starts[at], this.#starts[at + 1]);
    const added = this.#added.size === 0 ? undefined : this.#added.get(this.#terms[at] ?? '');
    return added === undefined ? [packed] : [packed, added];
  }

  #inOrder(): readonly string[] {
    if (!this.#sorted) {
      this.#addedTerms.sort(inUnitOrder);
      this.#sorted = true;
    }
    return this.#addedTerms;
  }
}

/** The order of a packed index: by UTF-16 units. */
export function inUnitOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The place of the first term that is not before `text`. */
function firstFrom(terms: readonly string[], text: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

const fieldBits = 3;
const countBits = 9;
/** Rows that an index can hold. */
export const mostRows = 2 ** (32 - fieldBits - countBits);

/** One entry for {@link PackedTerms}. Throws for a row of 2²⁰ or above; a count of more than 511 counts as 511. */
export function packEntry(row: number, field: number, count: number): number {
  if (row >= mostRows || field >= 2 ** fieldBits) throw new RangeError('too many rows or fields for a packed index');
  return ((row << (fieldBits + countBits)) | (field << countBits) | Math.min(count, 2 ** countBits - 1)) >>> 0;
}

export const rowOf = (entry: number): number => entry >>> (fieldBits + countBits);
export const fieldOf = (entry: number): number => (entry >>> countBits) & (2 ** fieldBits - 1);
export const countOf = (entry: number): number => entry & (2 ** countBits - 1);
