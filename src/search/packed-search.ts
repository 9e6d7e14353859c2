import MiniSearch, { type BM25Params, type Options, type SearchOptions } from 'minisearch';
import { openSections, packSections, type Packing } from '../packing/sections.ts';
import { countOf, fieldOf, inUnitOrder, packEntry, PackedTerms, rowOf, type Entries } from './packed-terms.ts';
import { Tally } from './tally.ts';

/** An index as it is packed: what MiniSearch would keep in Maps. */
export interface IndexParts {
  readonly terms: Iterable<readonly [term: string, entries: Entries]>;
  /** Distinct terms per field, for each row in turn. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  /** Rows that count, and the sum of the lengths of their fields. */
  readonly documents: number;
  readonly sums: readonly number[];
  /** Rows that were removed. */
  readonly removed: Iterable<number>;
}

const packing: Packing = { kind: 'word', version: 2, sections: 7 };

/** A word of a field, and how often it stands there. */
export interface Counted {
  readonly term: string;
  readonly field: number;
  readonly count: number;
}

/**
 * MiniSearch over a packed index. `MiniSearch.loadJSON` spends its time building Maps for every word of every paper;
 * here they stay packed, so that opening takes a hundredth of it. MiniSearch still decides which terms a word stands for
 * and what each is worth; the scores are summed in arrays, where it makes an object of every row it meets. It fills
 * what MiniSearch keeps to itself: a test holds it to what plain MiniSearch answers.
 */
export class PackedSearch<T> extends MiniSearch<T> {
  readonly #terms: PackedTerms;
  readonly #names: readonly string[];
  readonly #fields: number;
  #lengths: Uint32Array<ArrayBuffer>;
  #rows: number;
  #documents: number;
  readonly #sums: number[];
  readonly #removed: Set<number>;
  /** Of them those whose entries are still there. */
  readonly #hidden = new Set<number>();
  readonly #tally = new Tally();

  /** Opens what {@link packIndex} wrote. The ids of documents are their rows. Throws `PackedError` where the bytes are not that. */
  constructor(bytes: ArrayBuffer, options: Options<T>) {
    super(options);
    const section = openSections(bytes, packing);
    const terms = new TextDecoder().decode(section(Uint8Array));
    const [starts, entries] = [section(Uint32Array), section(Uint32Array)];
    this.#lengths = section(Uint32Array);
    this.#documents = section(Uint32Array)[0] ?? 0;
    this.#sums = [...section(Float64Array)];
    this.#removed = new Set(section(Uint32Array));
    this.#names = options.fields;
    this.#fields = options.fields.length;
    this.#rows = this.#lengths.length / this.#fields;
    this.#terms = new PackedTerms(terms === '' ? [] : terms.split(' '), starts, entries);
    const inside = this as unknown as Inside;
    // eslint-disable-next-line no-underscore-dangle -- MiniSearch's own name
    inside._index = this.#terms;
    inside.termResults = (_, term, weight, __, entries, boosts, ___, bm25) => this.#score(term, weight, entries, boosts, bm25);
  }

  /** Rows there are, those removed among them. */
  get rows(): number {
    return this.#rows;
  }

  /** Adds a document behind the last. */
  append(words: Iterable<Counted>): void {
    const row = this.#rows++;
    const from = row * this.#fields;
    if (this.#lengths.length < from + this.#fields) {
      const grown = new Uint32Array(Math.max(64, 2 * from));
      grown.set(this.#lengths);
      this.#lengths = grown;
    }
    for (const { term, field, count } of words) {
      this.#terms.add(term, packEntry(row, field, count));
      this.#lengths[from + field] = (this.#lengths[from + field] ?? 0) + 1;
    }
    this.#count(row, 1);
  }

  /** The row is found no more. */
  drop(row: number): void {
    if (row >= this.#rows || this.#removed.has(row)) return;
    this.#removed.add(row);
    this.#hidden.add(row);
    this.#count(row, -1);
  }

  /** What one term finds, valid until the next is asked. */
  scores(term: string, options: SearchOptions): Tally {
    this.#tally.reset(this.#rows);
    const { prefix = false, fuzzy = 0, ...others } = options;
    return (this as unknown as Inside).executeQuerySpec({ term, prefix: prefix === true, fuzzy: Number(fuzzy), termBoost: 1 }, others);
  }

  /** All there is to pack. Entries of removed rows are left out; the rows keep their numbers. */
  parts(): IndexParts {
    return { terms: this.#kept(), lengths: this.#lengths.slice(0, this.#rows * this.#fields), documents: this.#documents, sums: this.#sums, removed: this.#removed };
  }

  *#kept(): Generator<readonly [string, Entries]> {
    for (const [term, entries] of this.#terms.all()) {
      if (this.#hidden.size === 0) yield [term, entries];
      else {
        const kept = entries.flatMap((some) => Array.from(some).filter((entry) => !this.#hidden.has(rowOf(entry))));
        if (kept.length > 0) yield [term, [kept]];
      }
    }
  }

  #count(row: number, change: 1 | -1): void {
    this.#documents += change;
    for (let field = 0; field < this.#fields; field++) this.#sums[field] = (this.#sums[field] ?? 0) + change * (this.#lengths[row * this.#fields + field] ?? 0);
  }

  /** In place of what MiniSearch does for each term that a word stands for: BM25+, its own formula. */
  #score(term: string, weight: number, entries: Entries | undefined, boosts: Readonly<Record<string, number>>, { k, b, d }: BM25Params): Tally {
    const tally = this.#tally;
    if (entries === undefined) return tally;
    const boostOf = this.#names.map((field) => boosts[field] ?? 0);
    const found = this.#matching(entries);
    if (!found.some((count, field) => count > 0 && (boostOf[field] ?? 0) > 0)) return tally;
    tally.begin(term);
    const idfs = found.map((count) => Math.log(1 + (this.#documents - count + 0.5) / (count + 0.5)));
    const means = this.#sums.map((sum) => sum / this.#documents);
    for (const some of entries) {
      for (let at = 0; at < some.length; at++) {
        const entry = some[at] ?? 0;
        const field = fieldOf(entry);
        const boost = boostOf[field] ?? 0;
        const row = rowOf(entry);
        if (boost === 0 || (this.#hidden.size > 0 && this.#hidden.has(row))) continue;
        const count = countOf(entry);
        const length = (this.#lengths[row * this.#fields + field] ?? 0) / (means[field] ?? 1);
        tally.add(row, weight * boost * (idfs[field] ?? 0) * (d + (count * (k + 1)) / (count + k * (1 - b + b * length))));
      }
    }
    return tally;
  }

  /** Rows that hold the term, by field. */
  #matching(entries: Entries): number[] {
    const found = this.#names.map(() => 0);
    for (const some of entries) {
      for (let at = 0; at < some.length; at++) {
        const entry = some[at] ?? 0;
        if (this.#hidden.size > 0 && this.#hidden.has(rowOf(entry))) continue;
        const field = fieldOf(entry);
        found[field] = (found[field] ?? 0) + 1;
      }
    }
    return found;
  }
}

/** Of MiniSearch 7's private parts, those that are used or replaced. */
interface Inside {
  _index: Pick<PackedTerms, 'get' | 'atPrefix' | 'fuzzyGet'>;
  executeQuerySpec(query: { term: string; prefix: boolean; fuzzy: number; termBoost: number }, options: object): Tally;
  termResults(source: string, term: string, weight: number, boost: number, entries: Entries | undefined, boosts: Readonly<Record<string, number>>, document: unknown, bm25: BM25Params): Tally;
}

/** Packs an index, for {@link PackedSearch}; terms in UTF-16 order. */
export function packIndex({ terms, lengths, documents, sums, removed }: IndexParts): Uint8Array<ArrayBuffer> {
  const names: string[] = [];
  const starts: number[] = [0];
  const parts: Entries[] = [];
  let total = 0;
  for (const [term, entries] of terms) {
    names.push(term);
    parts.push(entries);
    for (const some of entries) total += some.length;
    starts.push(total);
  }
  const all = new Uint32Array(total);
  parts.forEach((entries, at) => {
    let to = starts[at] ?? 0;
    for (const some of entries) {
      all.set(some, to);
      to += some.length;
    }
  });
  return packSections(packing, [new TextEncoder().encode(names.join(' ')), Uint32Array.from(starts), all, lengths, Uint32Array.of(documents), Float64Array.from(sums), Uint32Array.from(removed)]);
}

/** Builds an index from its documents, row by row, without a Map per word. */
export class IndexBuilder {
  readonly #fields: number;
  readonly #ids = new Map<string, number>();
  readonly #entries: number[][] = [];
  readonly #lengths: number[] = [];
  readonly #sums: number[];
  #rows = 0;

  constructor(fields: number) {
    this.#fields = fields;
    this.#sums = Array.from({ length: fields }, () => 0);
  }

  add(words: Iterable<Counted>): void {
    const row = this.#rows++;
    const from = row * this.#fields;
    for (let field = 0; field < this.#fields; field++) this.#lengths.push(0);
    for (const { term, field, count } of words) {
      let id = this.#ids.get(term);
      if (id === undefined) {
        this.#ids.set(term, (id = this.#ids.size));
        this.#entries.push([]);
      }
      this.#entries[id]?.push(packEntry(row, field, count));
      this.#lengths[from + field] = (this.#lengths[from + field] ?? 0) + 1;
      this.#sums[field] = (this.#sums[field] ?? 0) + 1;
    }
  }

  pack(): Uint8Array<ArrayBuffer> {
    const sorted = [...this.#ids].sort(([a], [b]) => inUnitOrder(a, b)).map(([term, id]) => [term, [this.#entries[id] ?? []]] as const);
    return packIndex({ terms: sorted, lengths: Uint32Array.from(this.#lengths), documents: this.#rows, sums: this.#sums, removed: [] });
  }
}
