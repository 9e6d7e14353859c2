import { PackedError } from '../packing/sections.ts';
import { type Kept, readDerived, writeDerived } from './derived.ts';
import { given } from './record.ts';
import { type IsWord, printOf, RowTable } from './row-table.ts';
import type { ChangedPage, Store } from './store.ts';
import type { Id, StoredRecord } from './stored.ts';

const version = 1;
const [whole, recent] = ['rows', 'rows since'];

/**
 * The row table of the reader's papers, kept in step with the store: opened from its packed parts, then brought up to
 * date by what changed since, a slice at a time. After each slice the rows added since are kept; once they are many, all
 * of it is packed anew.
 */
export class RowFollower {
  readonly #store: Store;
  readonly #isWord: () => Promise<IsWord>;
  #table: RowTable | undefined;
  #change = 0;
  #isComplete = false;
  /** The id from which papers are read on, where the store no longer tells all that changed. */
  #readFrom: { id: number; readonly change: number } | undefined;
  /** What the store told and is not taken in yet: it tells a commit as a whole, and one may bring hundreds of papers. */
  #told: { readonly page: ChangedPage; taken: number } | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: Store, isWord: () => Promise<IsWord> = () => Promise.resolve(() => false)) {
    this.#store = store;
    this.#isWord = isWord;
  }

  /** Whether the table shows every paper as of the last slice. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** The table with at least the next slice of changes taken in. */
  follow(limit: number): Promise<RowTable> {
    return this.#inTurn(async () => {
      const table = (this.#table ??= await this.#open());
      await this.#slice(table, limit);
      return this.#table ?? table;
    });
  }

  /** The table as it is. */
  now(): Promise<RowTable> {
    return this.#inTurn(async () => (this.#table ??= await this.#open()));
  }

  /** Takes in some papers before their turn. */
  takeIn(records: readonly StoredRecord[]): Promise<RowTable> {
    return this.#inTurn(async () => {
      const table = (this.#table ??= await this.#open());
      await this.#add(table, records);
      return table;
    });
  }

  /** Leaves out papers that are no more, before their turn. */
  leaveOut(ids: readonly Id[]): Promise<RowTable> {
    return this.#inTurn(async () => {
      const table = (this.#table ??= await this.#open());
      for (const id of ids) table.remove(id);
      return table;
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #open(): Promise<RowTable> {
    const [[kept, since], isWord] = await Promise.all([readDerived(this.#store, [whole, recent], version), this.#isWord()]);
    const table = this.#opened(kept, since);
    table.knowWords(isWord);
    return table;
  }

  #opened(kept: Kept | undefined, since: Kept | undefined): RowTable {
    try {
      const table = kept === undefined ? undefined : RowTable.open(kept.bytes);
      // Rows that papers have left cost time in every index: too many, and all is numbered anew.
      if (kept === undefined || table === undefined || table.dropped.size > leastHoles + table.size / 4) return anew();
      this.#change = kept.change;
      if (since === undefined) return table;
      try {
        table.addPacked(since.bytes);
        this.#change = since.change;
        return table;
      } catch (problem) {
        if (!(problem instanceof PackedError)) throw problem;
        // What changed since the whole was packed is told by the store.
        return RowTable.open(kept.bytes);
      }
    } catch (problem) {
      if (!(problem instanceof PackedError)) throw problem;
      this.#change = 0;
      return anew();
    }
  }

  async #slice(table: RowTable, limit: number): Promise<void> {
    if (this.#readFrom !== undefined) return this.#readOn(table, this.#readFrom, limit);
    const page = this.#told?.page ?? (await this.#store.changedSince(this.#change, limit));
    if (page === undefined) {
      const { change } = await this.#store.state();
      const fresh = table.size === 0 ? table : anew();
      fresh.knowWords(await this.#isWord());
      this.#table = fresh;
      this.#isComplete = false;
      return this.#readOn(fresh, (this.#readFrom = { id: 0, change }), limit);
    }
    const told = (this.#told ??= { page, taken: 0 });
    const before = table.unpacked;
    const records = page.records.slice(told.taken, told.taken + limit);
    await this.#add(table, records);
    told.taken += records.length;
    if (told.taken < page.records.length) {
      this.#isComplete = false;
      return;
    }
    for (const id of page.gone) table.remove(id);
    this.#told = undefined;
    this.#isComplete = page.complete;
    const isNews = page.upTo !== this.#change || table.unpacked !== before;
    this.#change = page.upTo;
    if (isNews) await this.#keep(table);
  }

  /** Reads all papers by id; what changes meanwhile is told by the store afterwards. */
  async #readOn(table: RowTable, from: { id: number; readonly change: number }, limit: number): Promise<void> {
    const records = await this.#store.range('record', { from: from.id, limit });
    await this.#add(table, records);
    const last = records.at(-1);
    if (last !== undefined && records.length === limit) {
      from.id = last.id + 1;
      if (table.unpacked > mostUnpacked + table.size / 4) await this.#packed(table);
      return;
    }
    this.#readFrom = undefined;
    this.#change = from.change;
    this.#isComplete = true;
    await this.#keep(table);
  }

  async #add(table: RowTable, records: readonly StoredRecord[]): Promise<void> {
    const there = records.filter(({ trashed }) => trashed === undefined);
    const abstracts = there.length === 0 ? [] : await this.#store.get('abstract', there.map(({ id }) => id));
    for (const { id, trashed } of records) if (trashed !== undefined) table.remove(id);
    there.forEach(({ id, title, authors, year, arxivId, doi }, at) => {
      const abstract = abstracts[at]?.text ?? '';
      const facts = { title, authors, ...given({ year, arxivId, doi }) };
      const print = printOf(facts, abstract);
      const row = table.row(id);
      // A note or a tag was changed: nothing that is looked up.
      if (row !== undefined && table.facts(row).print === print) return;
      table.append({ ...facts, id, print }, abstract);
    });
  }

  async #keep(table: RowTable): Promise<void> {
    // While thousands of papers come in, it is kept from time to time.
    if (!this.#isComplete && table.unpacked <= mostUnpacked + table.size / 4) return;
    if (table.unpacked <= mostUnpacked && table.unpacked < table.size) {
      await writeDerived(this.#store, [{ name: recent, version, change: this.#change, bytes: table.packAdded() }]);
      return;
    }
    await writeDerived(this.#store, [{ name: whole, version, change: this.#change, bytes: await this.#packed(table) }], [recent]);
  }

  /** All of it in one buffer, and opened there: what was added lies packed from now on. */
  async #packed(table: RowTable): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = table.pack();
    this.#table = RowTable.open(bytes.buffer);
    this.#table.knowWords(await this.#isWord());
    return bytes;
  }
}

/** Any number that was not in use before tells an index over other rows. */
const anew = (): RowTable => RowTable.empty(Date.now() + Math.random());

/** Rows added since all was packed: their part is written at each change. */
const mostUnpacked = 512;
const leastHoles = 256;
