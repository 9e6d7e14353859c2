import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/browser/database.ts';
import { IdbStore } from '../../src/browser/idb-store.ts';
import { SCHEMA_VERSION } from '../../src/browser/schema.ts';
import { StoreDamaged, StoreFull } from '../../src/library/store.ts';
import { record, storeContract } from '../library/store-contract.ts';
import { freshDatabases } from './fake-database.ts';

beforeEach(freshDatabases);
afterEach(() => void vi.restoreAllMocks());
const open = () => Promise.resolve(new IdbStore(() => openDatabase('test', [1, 1])));

storeContract('the database', () => {
  freshDatabases();
  return open();
});

/** A library as version 1 kept it. */
async function leaveVersionOne(papers: readonly object[]): Promise<void> {
  const old = await openDB('test', 1, {
    upgrade: (database) => {
      for (const name of ['record', 'collection', 'lens', 'settings', 'job', 'staged', 'undo', 'snapshot', 'part', 'derived', 'source', 'state']) database.createObjectStore(name);
    },
  });
  for (const paper of papers as { id: number }[]) await old.put('record', paper, paper.id);
  await old.put('collection', { id: 9, name: 'mine', isOn: true, added: 5 }, 9);
  await old.put('state', { change: 4, nextId: 10 }, 'state');
  old.close();
}
const OLD = [
  { id: 1, key: 'arxiv:1711.10925', title: 'Deep Image Prior', abstract: 'Convolutional.', authors: ['Dmitry Ulyanov'], arxivId: '1711.10925', tags: ['x'], note: 'mine', isRead: true, added: 7, updated: 8, collections: [9] },
  { id: 2, title: 'Bare' },
];

test('a library of version 1 is brought forward with all it holds, and can be found by id and title', async () => {
  await leaveVersionOne(OLD);
  const store = await open();
  expect(await store.get('abstract', [1, 2])).toEqual([{ id: 1, text: 'Convolutional.' }, { id: 2, text: '' }]);
  const [[byId], [byTitle]] = (await store.lookup(['a:1711.10925', 't:bare'])) as unknown as [[object], [object]];
  expect(byId).toMatchObject({ id: 1, note: 'mine', tags: ['x'], isRead: true, collections: [9], added: 7, own: [] });
  expect(byId).not.toHaveProperty('abstract');
  expect(byTitle).toMatchObject({ id: 2, title: 'Bare', tags: [], note: '' });
  expect(await store.range('collection')).toHaveLength(1);
});

test('before a migration the papers are kept as a snapshot', async () => {
  await leaveVersionOne(OLD);
  const store = await open();
  const [snapshot] = await store.range('snapshot');
  expect(snapshot).toMatchObject({ papers: 2, collections: [{ name: 'mine' }] });
  const [part] = await store.get('part', [snapshot?.parts[0]?.key ?? '']);
  expect(part?.papers?.map(({ record, abstract }) => [record.title, abstract])).toEqual([['Deep Image Prior', 'Convolutional.'], ['Bare', '']]);
  expect(await store.state()).toEqual({ change: 5, nextId: 11, oldest: 5 });
});

test('a migration that fails leaves the old version whole, and goes through the next time', async () => {
  await leaveVersionOne(OLD);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw new DOMException('no', 'UnknownError');
  });
  await expect((await open()).state()).resolves.toMatchObject({ change: 5 });
  expect(put).toHaveBeenCalled();
  put.mockRestore();
});

test('a migration that always fails is told as damage and takes nothing away', async () => {
  await leaveVersionOne(OLD);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no', 'UnknownError');
  });
  await expect((await open()).state()).rejects.toBeInstanceOf(StoreDamaged);
  put.mockRestore();
  const old = await openDB('test');
  expect(old.version).toBe(1);
  expect(await old.getAll('record')).toEqual(OLD);
  old.close();
});

test('a library of a newer version is used as it is', async () => {
  (await openDatabase('test')).close();
  (await openDB('test', SCHEMA_VERSION + 1, { upgrade: (database) => void database.createObjectStore('of the future') })).close();
  const store = await open();
  await store.commit([{ put: 'record', row: record(1) }]);
  expect(await store.count('record')).toBe(1);
});

test('no room on the device is told as such, and nothing of the commit is there', async () => {
  const store = await open();
  await store.commit([{ put: 'record', row: record(1) }]);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(store.commit([{ put: 'record', row: record(2) }, { put: 'abstract', row: { id: 2, text: '' } }])).rejects.toBeInstanceOf(StoreFull);
  put.mockRestore();
  expect((await store.range('record')).map(({ id }) => id)).toEqual([1]);
  expect((await store.commit([{ put: 'record', row: record(2) }])).change).toBe(2);
});

test('a commit that fails in its middle is there in no part', async () => {
  const store = await open();
  await expect(store.commit([{ put: 'record', row: record(1) }, { put: 'derived', row: { name: 'x', version: 1, change: 0, bytes: (() => undefined) as unknown as ArrayBuffer } }])).rejects.toThrow(/clone/);
  expect(await store.count('record')).toBe(0);
  expect(await store.state()).toMatchObject({ change: 0 });
});

test('a connection that was closed is opened again', async () => {
  const store = await open();
  await store.commit([{ put: 'record', row: record(1) }]);
  await store.close();
  expect(await store.count('record')).toBe(1);
});

test('two connections on one database do not overwrite each other', async () => {
  const [one, two] = [await open(), await open()];
  const state = await one.state();
  const both = await Promise.allSettled([one, two].map((store, at) => store.commit([{ put: 'record', row: record(at + 1) }], { expects: state.change })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await one.count('record')).toBe(1);
});
