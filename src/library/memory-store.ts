import { type Change, type ChangedPage, type CommitOptions, type Key, KEY_OF, Outrun, type RangeOptions, type Rows, type Store, type StoreState, type Table, TABLES } from './store.ts';
import { pageOf, stateAfter } from './store-state.ts';
import type { Id, StoredRecord } from './stored.ts';

/** A store in memory, for tests and for what need not last. It keeps copies, as a database does. */
export class MemoryStore implements Store {
  readonly #tables = new Map<Table, Map<string, { readonly key: Key; readonly row: Rows[Table] }>>(TABLES.map((table) => [table, new Map()]));
  readonly #gone = new Map<Id, number>();
  #state: StoreState = { change: 0, nextId: 1, oldest: 0 };
  /** Called before each commit; throws in its place where it throws. For tests of faults. */
  beforeCommit: ((changes: readonly Change[]) => void) | undefined;

  state(): Promise<StoreState> {
    return Promise.resolve(this.#state);
  }

  get<T extends Table>(table: T, keys: readonly Key[]): Promise<readonly (Rows[T] | undefined)[]> {
    return Promise.resolve(keys.map((key) => copy(this.#rows(table).get(print(key))?.row)));
  }

  range<T extends Table>(table: T, { from, to, limit = Infinity }: RangeOptions = {}): Promise<readonly Rows[T][]> {
    const found = [...this.#rows(table).values()]
      .filter(({ key }) => (from === undefined || compare(key, from) >= 0) && (to === undefined || compare(key, to) <= 0))
      .sort((a, b) => compare(a.key, b.key));
    return Promise.resolve(found.slice(0, limit).map(({ row }) => copy(row)));
  }

  count(table: Table): Promise<number> {
    return Promise.resolve(this.#rows(table).size);
  }

  lookup(texts: readonly string[]): Promise<readonly (readonly StoredRecord[])[]> {
    const records = [...this.#rows('record').values()].map(({ row }) => row);
    return Promise.resolve(texts.map((text) => copy(records.filter(({ lookup }) => lookup.includes(text)))));
  }

  changedSince(change: number, limit: number): Promise<ChangedPage | undefined> {
    if (change < this.#state.oldest || change > this.#state.change) return Promise.resolve(undefined);
    const later = [...this.#rows('record').values()].map(({ row }) => row).filter(({ changed }) => changed > change);
    return Promise.resolve(pageOf(copy(later), [...this.#gone].flatMap(([id, at]) => (at > change ? [{ id, change: at }] : [])), this.#state.change, limit));
  }

  async commit(changes: readonly Change[], { expects }: CommitOptions = {}): Promise<StoreState> {
    // A database takes its time too: what is to be in step must not lean on the answer coming at once.
    await Promise.resolve();
    this.beforeCommit?.(changes);
    if (expects !== undefined && expects !== this.#state.change) throw new Outrun('the papers were changed meanwhile');
    const next = stateAfter(this.#state, changes);
    for (const change of copy(changes)) {
      if ('put' in change) {
        const row: Rows[Table] = change.put === 'record' ? { ...change.row, changed: next.change } : change.row;
        const key = (KEY_OF[change.put] as (row: Rows[Table]) => Key)(row);
        this.#tables.get(change.put)?.set(print(key), { key, row });
        if (change.put === 'record') this.#gone.delete(change.row.id);
      } else {
        const table = 'delete' in change ? change.delete : change.clear;
        const [from, to] = 'delete' in change ? [change.key, change.key] : [change.from, change.to];
        for (const [name, { key }] of this.#tables.get(table) ?? []) {
          if (compare(key, from) < 0 || compare(key, to) > 0) continue;
          this.#tables.get(table)?.delete(name);
          if (table === 'record') this.#gone.set(key as Id, next.change);
        }
      }
    }
    this.#state = next;
    return next;
  }

  #rows<T extends Table>(table: T): Map<string, { readonly key: Key; readonly row: Rows[T] }> {
    return this.#tables.get(table) as Map<string, { readonly key: Key; readonly row: Rows[T] }>;
  }
}

const copy = <T>(value: T): T => structuredClone(value);
const print = (key: Key): string => JSON.stringify(key);

const rank = (key: Key): number => (typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2);

/** The order of keys in a database: numbers, then texts, then lists. */
function compare(a: Key, b: Key): number {
  if (typeof a === 'object' && typeof b === 'object') return a[0] - b[0] || a[1] - b[1];
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
