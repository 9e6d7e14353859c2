import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import { lookupTexts } from '../library/record.ts';
import { type Key, type Rows, type StoreState, TABLES } from '../library/store.ts';
import { DEFAULTS, type FullRecord, type Id, type StoredRecord, type StoredSnapshot } from '../library/stored.ts';

/** The database: a table of the store each, out-of-line keys, and two tables of the store's own. */
export type Schema = { [T in keyof Rows]: { key: IDBValidKey; value: Rows[T]; indexes: IndexesOf<T> } } & {
  state: { key: string; value: StoreState };
  /** Papers that are no more, for indexes that follow. */
  gone: { key: number; value: { id: Id; change: number }; indexes: { change: number } };
} & DBSchema;
type IndexesOf<T> = T extends 'record' ? { lookup: string; changed: number } : Record<never, never>;

export type Database = IDBPDatabase<Schema>;
export type TableName = keyof Rows | 'state' | 'gone';
type Upgrade = IDBPTransaction<Schema, TableName[], 'versionchange'>;

export const SCHEMA_VERSION = 2;

/**
 * One step per version, each from the version before; all in the one transaction of the upgrade, so that a browser that
 * dies meanwhile leaves the old version whole.
 */
const STEPS: readonly ((database: Database, upgrade: Upgrade) => Promise<void> | void)[] = [createFirst, abstractsApart];

export async function migrate(database: Database, from: number, upgrade: Upgrade): Promise<void> {
  for (const step of STEPS.slice(from)) await step(database, upgrade);
}

/** Every table and index that the store needs; a database without one is damaged, whatever its version. */
export function isWhole(database: Database): boolean {
  const names: readonly TableName[] = [...TABLES, 'state', 'gone'];
  if (!names.every((name) => database.objectStoreNames.contains(name))) return false;
  const { indexNames } = database.transaction('record').store;
  return indexNames.contains('lookup') && indexNames.contains('changed');
}

/** Version 1: a paper's abstract lay in its record, and papers were found by key alone. */
function createFirst(database: Database): void {
  for (const name of TABLES) if (name !== 'abstract') database.createObjectStore(name);
  database.createObjectStore('state');
}

/** Version 2: abstracts lie apart, so that lists read none; papers are found by each id and by title; indexes can follow. */
async function abstractsApart(database: Database, upgrade: Upgrade): Promise<void> {
  database.createObjectStore('abstract');
  database.createObjectStore('gone').createIndex('change', 'change');
  const records = upgrade.objectStore('record');
  const state = (await upgrade.objectStore('state').get('state')) as Partial<StoreState> | undefined;
  const change = (state?.change ?? 0) + 1;
  let nextId = state?.nextId ?? 1;
  const kept: FullRecord[] = [];
  for (let cursor = await records.openCursor(); cursor; cursor = await cursor.continue()) {
    const { abstract = '', ...old } = cursor.value as Partial<StoredRecord> & { abstract?: string };
    const title = old.title ?? '';
    const record = { own: [], tags: [], collections: [], note: '', isRead: false, authors: [], added: 0, updated: 0, key: '', ...old, id: Number(cursor.key), title, lookup: lookupTexts({ ...old, title }), changed: change };
    nextId = Math.max(nextId, record.id + 1);
    kept.push({ record, abstract });
    await cursor.update(record);
    await upgrade.objectStore('abstract').put({ id: record.id, text: abstract }, record.id);
  }
  records.createIndex('lookup', 'lookup', { multiEntry: true });
  records.createIndex('changed', 'changed');
  if (kept.length === 0) return;
  nextId = await keepSnapshot(upgrade, kept, nextId, change);
  await upgrade.objectStore('state').put({ change, nextId, oldest: change }, 'state');
}

/** The papers as they were, so that a migration can be taken back like anything else. */
async function keepSnapshot(upgrade: Upgrade, papers: readonly FullRecord[], id: Id, change: number): Promise<Id> {
  const key = `before-version-${SCHEMA_VERSION}`;
  const [collections, lenses, settings] = await Promise.all([upgrade.objectStore('collection').getAll(), upgrade.objectStore('lens').getAll(), upgrade.objectStore('settings').get('settings')]);
  const snapshot: StoredSnapshot = {
    id, when: Date.now(), why: 'before Paperkin changed how it stores papers', change, papers: papers.length, bytes: 0,
    parts: [{ key, block: 0, papers: papers.length, bytes: 0 }], collections, lenses, settings: settings ?? DEFAULTS,
  };
  await upgrade.objectStore('part').put({ key, papers }, key);
  await upgrade.objectStore('snapshot').put(snapshot, id);
  return id + 1;
}

/** A key as the database takes it: a list of its own. */
export const keyIn = (key: Key): IDBValidKey => (typeof key === 'object' ? [...key] : key);
