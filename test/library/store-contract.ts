import { beforeEach, describe, expect, test } from 'vitest';
import { Outrun, type Store } from '../../src/library/store.ts';
import type { StoredRecord } from '../../src/library/stored.ts';

export const record = (id: number, more: Partial<StoredRecord> = {}): StoredRecord => ({
  id, key: `title:${id}`, title: `Paper ${id}`, authors: [], tags: [], note: '', isRead: false, added: 1, updated: 1, collections: [], own: [], lookup: [`t:${id}`], changed: 0, ...more,
});
const put = (row: StoredRecord) => ({ put: 'record', row }) as const;

/** What every store promises; each store's own test calls it. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} keeps what a store promises`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });

    test('a new store is empty', async () => {
      expect(await store.state()).toEqual({ change: 0, nextId: 1, oldest: 0 });
      expect(await store.get('record', [1])).toEqual([undefined]);
      expect(await store.range('record')).toEqual([]);
    });

    test('rows come back as they were put, in the order that was asked', async () => {
      await store.commit([put(record(2)), put(record(1)), { put: 'abstract', row: { id: 2, text: 'two' } }, { put: 'settings', row: { lens: 3, bundledIsOn: true, saveTo: null } }]);
      expect(await store.get('record', [2, 9, 1])).toEqual([record(2, { changed: 1 }), undefined, record(1, { changed: 1 })]);
      expect(await store.get('abstract', [1, 2])).toEqual([undefined, { id: 2, text: 'two' }]);
      expect(await store.get('settings', ['settings'])).toEqual([{ lens: 3, bundledIsOn: true, saveTo: null }]);
      expect((await store.range('record')).map(({ id }) => id)).toEqual([1, 2]);
      expect(await store.count('record')).toBe(2);
    });

    test('a range is cut by its ends and its limit', async () => {
      await store.commit([1, 2, 3, 10, 20].map((id) => put(record(id))));
      const ids = async (options: object) => (await store.range('record', options)).map(({ id }) => id);
      expect(await ids({ from: 2, to: 10 })).toEqual([2, 3, 10]);
      expect(await ids({ from: 3, limit: 2 })).toEqual([3, 10]);
      expect(await ids({ to: 2 })).toEqual([1, 2]);
    });

    test('keys of two numbers are in their order', async () => {
      const staged = (job: number, n: number) => ({ put: 'staged', row: { job, n, entries: [] } }) as const;
      await store.commit([staged(2, 1), staged(1, 10), staged(1, 2), staged(1, 1)]);
      expect((await store.range('staged', { from: [1, 2], to: [1, Infinity] })).map(({ n }) => n)).toEqual([2, 10]);
      await store.commit([{ clear: 'staged', from: [1, 0], to: [1, Infinity] }]);
      expect((await store.range('staged')).map(({ job, n }) => [job, n])).toEqual([[2, 1]]);
    });

    test('only commits that touch papers count as changes, and ids go on after the greatest', async () => {
      expect(await store.commit([{ put: 'collection', row: { id: 4, name: 'c', isOn: true, added: 0 } }])).toEqual({ change: 0, nextId: 5, oldest: 0 });
      expect(await store.commit([put(record(7)), put(record(6))])).toEqual({ change: 1, nextId: 8, oldest: 0 });
      expect(await store.commit([{ delete: 'record', key: 7 }])).toEqual({ change: 2, nextId: 8, oldest: 0 });
      expect(await store.state()).toEqual({ change: 2, nextId: 8, oldest: 0 });
    });

    test('who read before another committed does not commit', async () => {
      await store.commit([put(record(1))]);
      await store.commit([put(record(2))], { expects: 1 });
      await expect(store.commit([put(record(3)), { put: 'abstract', row: { id: 3, text: 'x' } }], { expects: 1 })).rejects.toBeInstanceOf(Outrun);
      expect(await store.get('record', [3])).toEqual([undefined]);
      expect(await store.count('abstract')).toBe(0);
      expect((await store.state()).change).toBe(2);
    });

    test('papers are looked up by any of their texts', async () => {
      await store.commit([put(record(1, { lookup: ['a:1', 't:x'] })), put(record(2, { lookup: ['t:x'] }))]);
      expect((await store.lookup(['t:x', 'a:1', 'd:9'])).map((found) => found.map(({ id }) => id))).toEqual([[1, 2], [1], []]);
      await store.commit([put(record(1, { lookup: ['a:2'] })), { delete: 'record', key: 2 }]);
      expect((await store.lookup(['t:x', 'a:1', 'a:2'])).map((found) => found.map(({ id }) => id))).toEqual([[], [], [1]]);
    });

    test('it tells what changed since, whole commits at a time', async () => {
      await store.commit([put(record(1)), put(record(2))]);
      await store.commit([put(record(3))]);
      await store.commit([{ delete: 'record', key: 1 }, put(record(2))]);
      await store.commit([{ put: 'abstract', row: { id: 3, text: '' } }]);
      const since = async (change: number, limit = 100) => {
        const page = await store.changedSince(change, limit);
        return page && { ...page, records: page.records.map(({ id }) => id) };
      };
      expect(await since(0)).toEqual({ records: [3, 2], gone: [1], upTo: 3, complete: true });
      expect(await since(0, 1)).toEqual({ records: [3], gone: [], upTo: 2, complete: false });
      expect(await since(2)).toEqual({ records: [2], gone: [1], upTo: 3, complete: true });
      expect(await since(3)).toEqual({ records: [], gone: [], upTo: 3, complete: true });
      expect(await since(9)).toBeUndefined();
    });

    test('a paper that comes back is not told as gone', async () => {
      await store.commit([put(record(1))]);
      await store.commit([{ delete: 'record', key: 1 }]);
      await store.commit([put(record(1))]);
      expect(await store.changedSince(1, 10)).toMatchObject({ gone: [], records: [{ id: 1, changed: 3 }] });
    });

    test('what was read is a copy', async () => {
      await store.commit([put(record(1, { tags: ['a'] }))]);
      const [read] = await store.get('record', [1]);
      (read!.tags as string[]).push('b');
      expect((await store.get('record', [1]))[0]?.tags).toEqual(['a']);
    });
  });
}
