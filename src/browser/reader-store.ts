import { OwnNote } from '../library/own-note.ts';
import { fillFromCopy, isAhead, type Notebook } from '../library/second-copy.ts';
import { type Change, type ChangedPage, type CommitOptions, type Key, type RangeOptions, type Rows, type Store, StoreDamaged, type StoreState, type Table } from '../library/store.ts';
import type { StoredRecord } from '../library/stored.ts';
import { openDatabase } from './database.ts';
import { IdbStore } from './idb-store.ts';
import { notebook as localNotes } from './notebook.ts';
import { salvage } from './salvage.ts';

const FIRST_NAME = 'paperkin';
/** The name of the database in use, where it is not the first. */
const NAME = 'database';
/** Set while the library is kept outside any database. */
const ADRIFT = 'adrift';
/** What the reader should be told, until he has read it. */
export const PROBLEM = 'problem';

/**
 * The reader's store. A database that will not open, or that fails while it is used, is left alone, for the fault may
 * pass; a new one takes its place, filled with what can still be read of the old one and else from the second copy.
 */
export class ReaderStore implements Store {
  readonly #notebook: Notebook;
  /** Whether there is anything to ask the store for. */
  readonly note: OwnNote;
  #current: Promise<Store> | undefined;
  /** The store that answers and its database, unless it has failed. */
  #inUse: { readonly store: Store; readonly name: string } | undefined;
  #mending: Promise<void> | undefined;

  constructor(notebook: Notebook = localNotes) {
    this.#notebook = notebook;
    this.note = new OwnNote(notebook);
  }

  state = (): Promise<StoreState> => this.#run((store) => store.state());
  get = <T extends Table>(table: T, keys: readonly Key[]): Promise<readonly (Rows[T] | undefined)[]> => this.#run((store) => store.get(table, keys));
  range = <T extends Table>(table: T, options?: RangeOptions): Promise<readonly Rows[T][]> => this.#run((store) => store.range(table, options));
  count = (table: Table): Promise<number> => this.#run((store) => store.count(table));
  lookup = (texts: readonly string[]): Promise<readonly (readonly StoredRecord[])[]> => this.#run((store) => store.lookup(texts));
  changedSince = (change: number, limit: number): Promise<ChangedPage | undefined> => this.#run((store) => store.changedSince(change, limit));
  commit = async (changes: readonly Change[], options?: CommitOptions): Promise<StoreState> => {
    await this.note.beforeCommit(changes);
    return this.#run((store) => store.commit(changes, options));
  };

  async #run<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = await this.#store();
    try {
      return await work(store);
    } catch (problem) {
      if (!(problem instanceof StoreDamaged)) throw problem;
      // Of several that fail on one database, the first replaces it for all.
      if (this.#inUse?.store === store) {
        const { name } = this.#inUse;
        this.#inUse = undefined;
        this.#mending = alone(() => this.#replace(name));
      }
      await this.#mending;
      return work(await this.#store());
    }
  }

  #store(): Promise<Store> {
    if (this.#current === undefined) {
      const attempt = this.#open();
      this.#current = attempt;
      attempt.catch(() => (this.#current = undefined));
    }
    return this.#current;
  }

  async #open(): Promise<Store> {
    const [name, isAdrift] = await Promise.all([this.#name(), this.#notebook.get(ADRIFT).catch(() => false)]);
    const store = new IdbStore(() => openDatabase(name));
    this.#inUse = { store, name };
    if (isAdrift === true) await this.#comeBack(store).catch(() => undefined);
    // Chromium replaces a damaged database by an empty one, in silence.
    if (await isAhead(store, this.#notebook).catch(() => false)) {
      await this.note.somethingIsHeld();
      const papers = await fillFromCopy(store, this.#notebook);
      if (papers > 0) await this.#tell(`The browser had lost part of the library. ${counted(papers)} restored from the second copy: ids, titles, tags and notes, without abstracts. A snapshot or a backup file may hold more.`);
    }
    return store;
  }

  /** The name noted; where the note is lost, the newest that is there. */
  async #name(): Promise<string> {
    const noted = await this.#notebook.get(NAME).catch(() => undefined);
    if (typeof noted === 'string') return noted;
    const there = await indexedDB.databases().catch(() => []);
    return nameOf(Math.max(1, ...there.map(({ name = '' }) => numberOf(name))));
  }

  async #replace(left: string): Promise<void> {
    if ((await this.#name()) !== left) {
      // Another page of ours has replaced it already.
      this.#current = undefined;
      return;
    }
    await this.#current?.then((store) => (store instanceof IdbStore ? store.close() : undefined)).catch(() => undefined);
    const name = nameOf(numberOf(left) + 1);
    const store = new IdbStore(() => openDatabase(name));
    if (!(await store.state().then(() => true, () => false))) return this.#doWithout();
    await this.note.somethingIsHeld();
    const read = await salvage(left, store);
    const papers = read + (await fillFromCopy(store, this.#notebook));
    await this.#notebook.write({ [NAME]: name });
    await this.#tell(`The library's database could not be read, so a new one was begun and ${counted(papers)} copied into it. The old one is left as it is. Check your papers, and restore a backup file if some are missing.`);
    this.#current = Promise.resolve(store);
    this.#inUse = { store, name };
  }

  /** Chromium keeps all databases of an extension in one place: where that is broken, none opens under any name. The second copy then is the library. */
  async #doWithout(): Promise<void> {
    const { MemoryStore } = await import('../library/memory-store.ts');
    const store = new MemoryStore();
    await this.note.somethingIsHeld().catch(() => undefined);
    const papers = await fillFromCopy(store, this.#notebook).catch(() => 0);
    await this.#notebook.write({ [ADRIFT]: true }).catch(() => undefined);
    await this.#tell(`The browser opens no database for Paperkin now. ${counted(papers)} copied from the second copy, without abstracts; what you save and change is kept there too, and brought back when a database opens again. Restarting the browser may help. Make a backup file.`);
    this.#current = Promise.resolve(store);
  }

  /** A database opens again: it gets what was saved and changed without it. */
  async #comeBack(store: Store): Promise<void> {
    await this.note.somethingIsHeld();
    await fillFromCopy(store, this.#notebook, true);
    await this.#notebook.remove([ADRIFT]);
  }

  async #tell(problem: string): Promise<void> {
    await this.#notebook.write({ [PROBLEM]: problem }).catch(() => undefined);
  }
}

/** Only one page or worker replaces a database at a time, where the browser can see to it. */
const alone = (work: () => Promise<void>): Promise<void> => {
  const { locks } = (globalThis as { readonly navigator?: { readonly locks?: LockManager } }).navigator ?? {};
  return locks === undefined ? work() : locks.request('paperkin replaces its database', work);
};

const nameOf = (number: number): string => (number === 1 ? FIRST_NAME : `${FIRST_NAME}-${number}`);
const numberOf = (name: string): number => (name === FIRST_NAME ? 1 : Number(/^paperkin-(\d{1,6})$/.exec(name)?.[1] ?? 0));
const counted = (papers: number): string => (papers === 1 ? '1 paper was' : `${papers} papers were`);
