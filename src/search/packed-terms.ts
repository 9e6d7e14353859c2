import SearchableMap from 'minisearch/SearchableMap';

/** For one term: field → row → how often the row has the term in that field. */
export type TermRows = Map<number, Map<number, number>>;

/**
 * The terms of an index with their rows, as it is searched without being built: terms in order, and beside them one
 * 32-bit number per term, field and row (20 bits row, 3 bits field, 9 bits count). Only the terms that a query meets
 * become Maps. Answers as the index inside MiniSearch 7 does when it searches.
 */
export class PackedTerms {
  readonly #terms: readonly string[];
  /** Where the entries of each term begin, and at last where all end. */
  readonly #starts: Uint32Array;
  readonly #entries: Uint32Array;
  /** Built when the first typing error is looked for: the only question that needs a tree. */
  #tree: SearchableMap<number> | undefined;

  constructor(terms: readonly string[], starts: Uint32Array, entries: Uint32Array) {
    this.#terms = terms;
    this.#starts = starts;
    this.#entries = entries;
  }

  get(term: string): TermRows | undefined {
    const at = this.#first(term);
    return this.#terms[at] === term ? this.#rows(at) : undefined;
  }

  *atPrefix(prefix: string): Generator<[string, TermRows]> {
    for (let at = this.#first(prefix); at < this.#terms.length; at++) {
      const term = this.#terms[at] ?? '';
      if (!term.startsWith(prefix)) return;
      yield [term, this.#rows(at)];
    }
  }

  /** Terms within an edit distance, with their distances. */
  fuzzyGet(term: string, distance: number): Map<string, [TermRows, number]> {
    this.#tree ??= SearchableMap.from(this.#terms.map((each, at) => [each, at] as [string, number]));
    const found = new Map<string, [TermRows, number]>();
    for (const [like, [at, edits]] of this.#tree.fuzzyGet(term, distance)) found.set(like, [this.#rows(at), edits]);
    return found;
  }

  /** The place of the first term that is not before `text`, in UTF-16 order. */
  #first(text: string): number {
    let low = 0;
    let high = this.#terms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#terms[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #rows(at: number): TermRows {
    const rows: TermRows = new Map();
    const end = this.#starts[at + 1] ?? 0;
    for (let i = this.#starts[at] ?? 0; i < end; i++) {
      const entry = this.#entries[i] ?? 0;
      const field = (entry >>> countBits) & (2 ** fieldBits - 1);
      let inField = rows.get(field);
      if (inField === undefined) rows.set(field, (inField = new Map()));
      inField.set(entry >>> (fieldBits + countBits), entry & (2 ** countBits - 1));
    }
    return rows;
  }
}

const fieldBits = 3;
const countBits = 9;

/** One entry for {@link PackedTerms}. Throws for a row of 2²⁰ or above; a count of more than 511 counts as 511. */
export function packEntry(row: number, field: number, count: number): number {
  if (row >= 2 ** (32 - fieldBits - countBits) || field >= 2 ** fieldBits) throw new RangeError('too many rows or fields for a packed index');
  return ((row << (fieldBits + countBits)) | (field << countBits) | Math.min(count, 2 ** countBits - 1)) >>> 0;
}
