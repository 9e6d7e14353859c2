import { type IDBPDatabase, openDB } from 'idb';
import { lookupTexts } from '../library/record.ts';
import type { Change, Rows, Store, Table } from '../library/store.ts';
import type { StoredRecord } from '../library/stored.ts';

const TOGETHER = 200;
/** Tables whose rows are worth carrying over besides papers. */
const REST: readonly Table[] = ['collection', 'lens', 'settings', 'part', 'snapshot'];

/** Copies what can still be read of a damaged database into a new store, row by row, and how many papers that were. */
export async function salvage(name: string, into: Store): Promise<number> {
  let papers = 0;
  let old: IDBPDatabase | undefined;
  try {
    old = await openDB(name);
    const tables = new Set<string>(old.objectStoreNames);
    const read = async (table: Table, key: IDBValidKey): Promise<unknown> => (tables.has(table) ? old?.get(table, key).catch(() => undefined) : undefined);
    for (const ids of await chunks(old, 'record')) {
      const rows = await Promise.all(ids.map(async (id) => ({ record: asRecord(await read('record', id)), abstract: (await read('abstract', id)) as Rows['abstract'] | undefined })));
      const found = rows.filter((row): row is { record: StoredRecord; abstract: Rows['abstract'] | undefined } => row.record !== undefined);
      papers += found.length;
      await into.commit(found.flatMap(({ record, abstract }): Change[] => [{ put: 'record', row: record }, { put: 'abstract', row: { id: record.id, text: typeof abstract?.text === 'string' ? abstract.text : '' } }]));
    }
    // Changes are counted anew, so that a snapshot's own count means nothing here: none of its parts may be taken as up to date.
    for (const table of REST) {
      for (const keys of await chunks(old, table)) {
        const rows = await Promise.all(keys.map(async (key) => (await read(table, key)) as object | undefined));
        await into.commit(rows.flatMap((row) => (row === undefined ? [] : [{ put: table, row: table === 'snapshot' ? { ...row, change: -1 } : row } as unknown as Change])));
      }
    }
  } catch {
    // What cannot be read is left where it is.
  } finally {
    old?.close();
  }
  return papers;
}

async function chunks(old: IDBPDatabase, table: Table): Promise<IDBValidKey[][]> {
  const keys = old.objectStoreNames.contains(table) ? await old.getAllKeys(table).catch(() => []) : [];
  return Array.from({ length: Math.ceil(keys.length / TOGETHER) }, (_, at) => keys.slice(at * TOGETHER, (at + 1) * TOGETHER));
}

/** A row that is still a paper; one of them that lost a field gets it blank. */
function asRecord(value: unknown): StoredRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const row = value as Partial<StoredRecord>;
  if (typeof row.id !== 'number' || typeof row.title !== 'string') return undefined;
  const { title, id } = row;
  return { authors: [], tags: [], note: '', isRead: false, added: 0, updated: 0, collections: [], own: [], changed: 0, key: '', ...row, id, title, lookup: lookupTexts({ ...row, title }) };
}
