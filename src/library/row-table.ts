import { familyNames } from '../paper/authors.ts';
import { wordsIn } from '../paper/confusable-words.ts';
import { identifyIn, type Identify, type KnownPapers } from '../paper/identity.ts';
import { probesOf } from '../paper/identity-keys.ts';
import { paperIds } from '../paper/paper-key.ts';
import { hashOf, ProbeTable } from '../paper/probe-table.ts';
import { WordSet } from '../paper/word-set.ts';
import { openSections, packSections, PackedError, type Packing } from '../packing/sections.ts';
import { Strings } from '../packing/strings.ts';
import { columnsOf, type FactColumns, type Facts, factsAt, joinColumns } from './row-facts.ts';

const packing: Packing = { kind: 'rows', version: 1, sections: 16 };

/** A word that is known beside those of the papers: of the language. */
export type IsWord = (word: string) => boolean;

/**
 * The papers of a collection by row, and how they are found by id and title. Rows are only ever added: a paper that is
 * removed leaves its row empty, one that is changed gets a new one, so that every index over these rows can follow at
 * its own pace. Most lies in one packed buffer that is opened in place; rows added since lie beside it.
 */
export class RowTable implements KnownPapers {
  /** Stands for the numbering of the rows: an index over another one is worth nothing. */
  readonly generation: number;
  readonly identify: Identify;
  readonly #base: FactColumns;
  readonly #baseDropped: number;
  readonly #added: Facts[] = [];
  readonly #dropped: Set<number>;
  readonly #probes: ProbeTable;
  readonly #words: WordSet;
  #rows: Map<number, number> | undefined;
  #isWord: IsWord = () => false;

  private constructor(generation: number, base: FactColumns, dropped: Uint32Array, probes: ProbeTable, words: WordSet) {
    this.generation = generation;
    this.#base = base;
    this.#baseDropped = dropped.length;
    this.#dropped = new Set(dropped);
    this.#probes = probes;
    this.#words = words;
    this.identify = identifyIn(this);
  }

  static empty(generation: number): RowTable {
    return new RowTable(generation, columnsOf([]), new Uint32Array(), new ProbeTable(), new WordSet());
  }

  /** Opens what {@link pack} wrote. Throws `PackedError` where the bytes are not that. */
  static open(bytes: ArrayBuffer): RowTable {
    const { generation, columns, dropped, probes, words } = read(bytes);
    return new RowTable(generation, columns, dropped, new ProbeTable(probes.hashes, probes.rows), new WordSet(words));
  }

  /** Adds what {@link packAdded} wrote of a table that was packed as this one was. Throws `PackedError` where it was another. */
  addPacked(bytes: ArrayBuffer): void {
    const { generation, from, columns, dropped, probes, words } = read(bytes);
    if (generation !== this.generation || from !== this.size) throw new PackedError('rows: of another table');
    for (let at = 0; at < columns.ids.length; at++) this.#push(factsAt(columns, at));
    for (const row of dropped) this.drop(row);
    probes.hashes.forEach((hash, at) => this.#probes.addHash(hash, probes.rows[at] ?? 0));
    for (const hash of words) this.#words.addHash(hash);
  }

  /** Words of the language, known from now on. */
  knowWords(isWord: IsWord): void {
    this.#isWord = isWord;
  }

  /** Rows there are, the empty ones among them. */
  get size(): number {
    return this.#base.ids.length + this.#added.length;
  }

  /** Rows that are not in the packed buffer, and packed ones that were emptied since. */
  get unpacked(): number {
    return this.#added.length + this.#dropped.size - this.#baseDropped;
  }

  /** The empty rows. */
  get dropped(): ReadonlySet<number> {
    return this.#dropped;
  }

  /** Adds a paper behind the last; the row of an earlier state of it is emptied. */
  append(facts: Facts, abstract: string): number {
    this.remove(facts.id);
    const row = this.#push(facts);
    for (const text of probesOf(facts)) this.#probes.add(text, row);
    for (const word of wordsIn([{ title: facts.title, abstract }])) this.#words.add(word);
    return row;
  }

  /** The paper is found no more. */
  remove(id: number): void {
    const row = this.row(id);
    if (row !== undefined) this.drop(row);
  }

  drop(row: number): void {
    this.#dropped.add(row);
    const { id } = this.facts(row);
    if (this.#rows?.get(id) === row) this.#rows.delete(id);
  }

  facts(row: number): Facts {
    return this.#added[row - this.#base.ids.length] ?? factsAt(this.#base, row);
  }

  /** The row of a record. */
  row(id: number): number | undefined {
    if (this.#rows === undefined) {
      this.#rows = new Map();
      for (let row = 0; row < this.size; row++) if (!this.#dropped.has(row)) this.#rows.set(this.id(row), row);
    }
    return this.#rows.get(id);
  }

  id(row: number): number {
    return this.#base.ids[row] ?? this.#added[row - this.#base.ids.length]?.id ?? 0;
  }

  title(row: number): string {
    return this.#added[row - this.#base.ids.length]?.title ?? this.#base.titles.at(row);
  }

  authors(row: number): readonly string[] {
    return this.facts(row).authors;
  }

  arxivId(row: number): string {
    return paperIds(this.facts(row)).arxivId ?? '';
  }

  doi(row: number): string {
    return paperIds(this.facts(row)).doi ?? '';
  }

  year(row: number): number {
    return this.#added[row - this.#base.ids.length]?.year ?? this.#base.years[row] ?? 0;
  }

  families(row: number): readonly string[] {
    return familyNames(this.authors(row));
  }

  under(text: string, limit?: number): number[] {
    return this.#probes.rows(text, limit).filter((row) => !this.#dropped.has(row));
  }

  isWord(word: string): boolean {
    return this.#words.has(word) || this.#isWord(word);
  }

  /** All of it in one buffer. */
  pack(): Uint8Array<ArrayBuffer> {
    return write({ generation: this.generation, from: 0, columns: joinColumns(this.#base, columnsOf(this.#added)), dropped: this.#droppedRows(), probes: this.#probes.all(), words: this.#words.all() });
  }

  /** What was added and emptied since it was packed: small, and written at each change. */
  packAdded(): Uint8Array<ArrayBuffer> {
    return write({ generation: this.generation, from: this.#base.ids.length, columns: columnsOf(this.#added), dropped: this.#droppedRows(), probes: this.#probes.added(), words: this.#words.added() });
  }

  #push(facts: Facts): number {
    const row = this.size;
    this.#added.push(facts);
    this.#rows?.set(facts.id, row);
    return row;
  }

  #droppedRows(): Uint32Array<ArrayBuffer> {
    return Uint32Array.from(this.#dropped);
  }
}

/** Tells two states of one paper apart. */
export function printOf({ title, authors, year = 0, arxivId = '', doi = '' }: Omit<Facts, 'id' | 'print'>, abstract: string): number {
  return hashOf([title, authors.join('\n'), String(year), arxivId, doi, abstract].join('\0'));
}

interface Packed {
  readonly generation: number;
  /** The row of the first column. */
  readonly from: number;
  readonly columns: FactColumns;
  readonly dropped: Uint32Array<ArrayBuffer>;
  readonly probes: { readonly hashes: Uint32Array<ArrayBuffer>; readonly rows: Uint32Array<ArrayBuffer> };
  readonly words: Uint32Array<ArrayBuffer>;
}

function write({ generation, from, columns, dropped, probes, words }: Packed): Uint8Array<ArrayBuffer> {
  const { ids, titles, authors, arxivIds, dois, years, prints } = columns;
  return packSections(packing, [
    Float64Array.of(generation, from), ids, ...titles.sections, ...authors.sections, ...arxivIds.sections, ...dois.sections, years, prints,
    dropped, probes.hashes, probes.rows, words,
  ]);
}

function read(bytes: ArrayBuffer): Packed {
  const section = openSections(bytes, packing);
  const strings = (): Strings => new Strings(section(Uint8Array), section(Uint32Array));
  const [generation = 0, from = 0] = section(Float64Array);
  const columns = { ids: section(Uint32Array), titles: strings(), authors: strings(), arxivIds: strings(), dois: strings(), years: section(Uint16Array), prints: section(Uint32Array) };
  return { generation, from, columns, dropped: section(Uint32Array), probes: { hashes: section(Uint32Array), rows: section(Uint32Array) }, words: section(Uint32Array) };
}
