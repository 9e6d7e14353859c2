import { IdbStore } from '../../src/browser/idb-store.ts';
import type { Change, CommitOptions, StoreState } from '../../src/library/store.ts';
import { type Point, stepOf } from './steps.ts';

const { session } = (globalThis as unknown as { browser: { storage: { session: { get(name: string): Promise<{ armed?: Point }>; set(values: object): Promise<void> } } } }).browser.storage;

/** A worker that stops at a point that the test names, before or right after a commit, and says so: there it is killed. */
const commit = Object.getOwnPropertyDescriptor(IdbStore.prototype, 'commit')?.value as (changes: readonly Change[], options?: CommitOptions) => Promise<StoreState>;
const seen = new Map<string, number>();

async function hold(point: Point): Promise<void> {
  await session.set({ reached: point });
  await new Promise(() => undefined);
}

IdbStore.prototype.commit = async function (this: IdbStore, changes, options): Promise<StoreState> {
  const { armed } = await session.get('armed');
  const step = stepOf(changes);
  if (step !== null) seen.set(step, (seen.get(step) ?? 0) + 1);
  const isIt = armed !== undefined && armed.step === step && armed.nth === seen.get(step);
  if (isIt && armed.when === 'before') await hold(armed);
  const state = await commit.call(this, changes, options);
  if (isIt && armed.when === 'after') await hold(armed);
  return state;
};

// A migration cannot wait in its middle without ending: there the worker is kept busy until it is killed.
const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as (value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey>;
let migrated = 0;
let armed: Point | undefined;
void session.get('armed').then((stored) => (armed = stored.armed));
IDBObjectStore.prototype.put = function (this: IDBObjectStore, value, key): IDBRequest<IDBValidKey> {
  if (this.transaction.mode === 'versionchange' && armed?.step === 'migrating' && ++migrated === armed.nth) {
    void session.set({ reached: armed });
    for (const end = performance.now() + 4_000; performance.now() < end; );
  }
  return put.call(this, value, key);
};
