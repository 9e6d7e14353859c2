import type { Paper } from '../paper/paper.ts';
import { readDerived, writeDerived } from './derived.ts';
import type { RowTable } from './row-table.ts';
import type { Store } from './store.ts';

/** An index over the rows, and how it is made, kept and opened. */
export interface Kind<T> {
  readonly name: string;
  readonly version: number;
  readonly make: () => Promise<T>;
  /** Throws where the bytes are damaged or of another layout. */
  readonly open: (bytes: ArrayBuffer) => Promise<T>;
  /** Rows that are in it. */
  readonly size: (index: T) => number;
  readonly append: (index: T, paper: Pick<Paper, 'title' | 'abstract' | 'authors' | 'year' | 'arxivId'>) => void;
  /** Takes a row out, where the index can. */
  readonly drop?: (index: T, row: number) => void;
  readonly pack: (index: T) => Uint8Array<ArrayBuffer> | ArrayBuffer;
  readonly needsAbstracts: boolean;
}

/**
 * One index that follows the row table at its own pace: opened from the store, then brought up to date by the rows it
 * lacks. It answers from what it has; whoever asks takes in some rows, the rest is done in slices.
 */
export class FollowingPart<T> {
  readonly #store: Store;
  readonly #kind: Kind<T>;
  #index: T | undefined;
  #generation = 0;
  /** Rows that the kept bytes hold. */
  #kept = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: Store, kind: Kind<T>) {
    this.#store = store;
    this.#kind = kind;
  }

  /** The index with up to `limit` more of the rows. */
  follow(table: RowTable, limit: number): Promise<T> {
    const turn = this.#turn.then(() => this.#follow(table, limit), () => this.#follow(table, limit));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Rows it lacks. */
  lacks(table: RowTable): number {
    return this.#index === undefined || this.#generation !== table.generation ? table.size : table.size - this.#kind.size(this.#index);
  }

  /** Whether it lacks so many rows that it should be brought up to date before it is asked; it is not opened for that. */
  async isFarBehind(table: RowTable): Promise<boolean> {
    if (this.#index !== undefined && this.#generation === table.generation) return this.lacks(table) > 0;
    const { name, version } = this.#kind;
    const [of] = await readDerived(this.#store, [ofName(name)], version);
    return table.size - (of !== undefined && isOf(of.bytes, table) ? of.change : 0) >= worthwhile(table.size);
  }

  async #follow(table: RowTable, limit: number): Promise<T> {
    const { size, append, drop, needsAbstracts } = this.#kind;
    if (this.#index === undefined || this.#generation !== table.generation) await this.#open(table);
    const index = this.#index as T;
    const from = size(index);
    const to = Math.min(table.size, from + limit);
    const rows = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
    const live = rows.filter((row) => !table.dropped.has(row));
    const texts = needsAbstracts && live.length > 0 ? await this.#store.get('abstract', live.map((row) => table.id(row))) : [];
    const abstracts = new Map(live.map((row, at) => [row, texts[at]?.text ?? '']));
    for (const row of rows) {
      if (table.dropped.has(row)) append(index, { title: '', abstract: '', authors: [] });
      else append(index, { ...table.facts(row), abstract: abstracts.get(row) ?? '' });
    }
    if (drop !== undefined) for (const row of table.dropped) if (row < to) drop(index, row);
    return index;
  }

  /** Keeps it as it is now, where that is worth its while: often when it is up to date, seldom while thousands of papers come in. */
  async keep(table: RowTable, always = false): Promise<void> {
    const index = this.#index;
    if (index === undefined || this.#generation !== table.generation) return;
    const rows = this.#kind.size(index);
    const isUpToDate = rows >= table.size;
    if (!always && rows - this.#kept < (isUpToDate ? worthwhile(rows) : Math.max(2_000, rows / 2))) return;
    const bytes = this.#kind.pack(index);
    const buffer = bytes instanceof ArrayBuffer ? bytes : bytes.buffer;
    this.#kept = rows;
    const { name, version } = this.#kind;
    await writeDerived(this.#store, [
      { name, version, change: rows, bytes: buffer },
      { name: ofName(name), version, change: rows, bytes: Float64Array.of(this.#generation).buffer },
    ]);
    // What was added lies packed from now on.
    if (this.#index === index && this.#kind.size(index) === rows) this.#index = await this.#kind.open(buffer);
  }

  async #open(table: RowTable): Promise<void> {
    const { name, version, make, open, size } = this.#kind;
    const [kept, of] = await readDerived(this.#store, [name, ofName(name)], version);
    this.#generation = table.generation;
    this.#kept = 0;
    this.#index = kept !== undefined && of !== undefined && isOf(of.bytes, table) ? await open(kept.bytes).catch(() => undefined) : undefined;
    if (this.#index === undefined || size(this.#index) > table.size) this.#index = await make();
    else this.#kept = size(this.#index);
  }
}

/** A small part beside the index: the numbering of the rows that it is over. */
const ofName = (name: string): string => `${name} of`;
const isOf = (bytes: ArrayBuffer, { generation }: RowTable): boolean => bytes.byteLength === 8 && new Float64Array(bytes)[0] === generation;
/** Rows that are added before all of an index is written anew. */
const worthwhile = (rows: number): number => Math.max(64, rows / 64);
