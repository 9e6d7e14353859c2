import { unwrap } from 'idb';
import { type Change, type ChangedPage, type CommitOptions, type Key, KEY_OF, Outrun, type RangeOptions, type Rows, type Store, StoreDamaged, StoreFull, type StoreState, type Table } from '../library/store.ts';
import { pageOf, stateAfter } from '../library/store-state.ts';
import type { Id, StoredRecord } from '../library/stored.ts';
import { type Database, keyIn, type TableName } from './schema.ts';

const FIRST: StoreState = { change: 0, nextId: 1, oldest: 0 };

/** The store in an IndexedDB database. Opens it when first asked, and again where the browser closed it. */
export class IdbStore implements Store {
  readonly #open: () => Promise<Database>;
  #opened: Promise<Database> | undefined;

  /** @param open opens the database; called again after a connection was lost. */
  constructor(open: () => Promise<Database>) {
    this.#open = open;
  }

  state(): Promise<StoreState> {
    return this.#run(async (database) => (await database.get('state', 'state')) ?? FIRST);
  }

  get<T extends Table>(table: T, keys: readonly Key[]): Promise<readonly (Rows[T] | undefined)[]> {
    return this.#run(async (database) => {
      const { store } = database.transaction(table as 'record');
      return Promise.all(keys.map((key) => store.get(keyIn(key)) as Promise<unknown> as Promise<Rows[T] | undefined>));
    });
  }

  range<T extends Table>(table: T, { from, to, limit }: RangeOptions = {}): Promise<readonly Rows[T][]> {
    return this.#run(async (database) => (await database.getAll(table as 'record', between(from, to), limit)) as unknown as Rows[T][]);
  }

  count(table: Table): Promise<number> {
    return this.#run((database) => database.count(table));
  }

  lookup(texts: readonly string[]): Promise<readonly (readonly StoredRecord[])[]> {
    return this.#run((database) => {
      const index = database.transaction('record').store.index('lookup');
      return Promise.all(texts.map((text) => index.getAll(text)));
    });
  }

  changedSince(change: number, limit: number): Promise<ChangedPage | undefined> {
    return this.#run(async (database) => {
      const read = database.transaction(['record', 'gone', 'state']);
      const later = IDBKeyRange.lowerBound(change, true);
      const index = read.objectStore('record').index('changed');
      const [state = FIRST, records, gone] = await Promise.all([read.objectStore('state').get('state'), index.getAll(later, limit), read.objectStore('gone').index('change').getAll(later)]);
      if (change < state.oldest || change > state.change) return undefined;
      const last = records[limit - 1]?.changed;
      // A commit is told as a whole.
      const whole = last === undefined ? records : [...records.filter(({ changed }) => changed < last), ...(await index.getAll(last))];
      return pageOf(whole, gone, state.change, limit);
    });
  }

  commit(changes: readonly Change[], { expects, relaxed = false }: CommitOptions = {}): Promise<StoreState> {
    return this.#run(async (database) => {
      const tables = new Set<Table>(changes.map((change) => ('put' in change ? change.put : 'delete' in change ? change.delete : change.clear)));
      const write = database.transaction<TableName[], 'readwrite'>([...tables, 'state', 'gone'], 'readwrite', { durability: relaxed ? 'relaxed' : 'strict' });
      // Where the transaction fails, it says why; the requests of it need not say it again.
      const done = write.done;
      const ended = done.catch(() => undefined);
      try {
        const gone = write.objectStore('gone');
        const [before = FIRST, isGone] = await Promise.all([write.objectStore('state').get('state'), tables.has('record') ? gone.count() : 0]);
        if (expects !== undefined && expects !== before.change) throw new Outrun('the papers were changed meanwhile');
        const after = stateAfter(before, changes);
        const someGone = isGone > 0 || changes.some((change) => !('put' in change));
        const forget = async (id: Id): Promise<void> => void (await gone.put({ id, change: after.change }, id));
        const steps: Promise<unknown>[] = [];
        const step = (request: Promise<unknown>): void => {
          request.catch(() => undefined);
          steps.push(request);
        };
        const stores = new Map<Table, IDBObjectStore>();
        const plain = (table: Table): IDBObjectStore => {
          const there = stores.get(table) ?? unwrap(write.objectStore(table));
          stores.set(table, there);
          return there;
        };
        for (const change of changes) {
          if ('put' in change) {
            const key = (KEY_OF[change.put] as (row: Rows[Table]) => Key)(change.row);
            const row = change.put === 'record' ? { ...change.row, changed: after.change } : change.row;
            // Hundreds of these at a time: none is waited for by itself, the transaction tells of one that fails.
            plain(change.put).put(row, keyIn(key));
            if (change.put === 'record' && someGone) step(gone.delete(change.row.id));
          } else if ('delete' in change) {
            step(write.objectStore(change.delete).delete(keyIn(change.key)));
            if (change.delete === 'record') step(forget(change.key as Id));
          } else {
            const range = IDBKeyRange.bound(keyIn(change.from), keyIn(change.to));
            if (change.clear === 'record') for (const id of await write.objectStore('record').getAllKeys(range)) step(forget(id as Id));
            step(write.objectStore(change.clear).delete(range));
          }
        }
        if (tables.has('record') || after.nextId !== before.nextId) unwrap(write.objectStore('state')).put(after, 'state');
        if (steps.length === 0) write.commit();
        await Promise.all([...steps, done]);
        return after;
      } catch (problem) {
        abort(write);
        await ended;
        throw write.error ?? problem;
      }
    });
  }

  /** Lets the database go: it is opened anew by the next to ask. */
  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    await opened?.then((database) => database.close()).catch(() => undefined);
  }

  async #run<T>(work: (database: Database) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await work(await this.#connect());
      } catch (problem) {
        if (problem instanceof Outrun || problem instanceof StoreDamaged) throw problem;
        const name = problem instanceof Error || problem instanceof DOMException ? problem.name : '';
        if (name === 'QuotaExceededError') throw new StoreFull({ cause: problem });
        // What is asked wrongly is a fault of ours and no damage.
        if (name === 'DataError' || name === 'DataCloneError' || name === 'TypeError') throw problem;
        await this.close();
        if (tries === 3) throw new StoreDamaged(`the database failed: ${problem instanceof Error ? problem.message : String(problem)}`, { cause: problem });
      }
    }
  }

  #connect(): Promise<Database> {
    if (this.#opened !== undefined) return this.#opened;
    const attempt = this.#open().then((database) => {
      // Closed by the browser, or asked to make way for another version: the next to ask opens it anew.
      database.addEventListener('close', () => this.#forget(attempt));
      database.addEventListener('versionchange', () => {
        this.#forget(attempt);
        database.close();
      });
      return database;
    });
    this.#opened = attempt;
    attempt.catch(() => this.#forget(attempt));
    return attempt;
  }

  #forget(attempt: Promise<Database>): void {
    if (this.#opened === attempt) this.#opened = undefined;
  }
}

function between(from: Key | undefined, to: Key | undefined): IDBKeyRange | null {
  if (from !== undefined && to !== undefined) return IDBKeyRange.bound(keyIn(from), keyIn(to));
  if (from !== undefined) return IDBKeyRange.lowerBound(keyIn(from));
  return to === undefined ? null : IDBKeyRange.upperBound(keyIn(to));
}

function abort(write: { abort(): void }): void {
  try {
    write.abort();
  } catch {
    // It has ended already.
  }
}
