import { describe, expect, test } from 'vitest';
import { MemoryStore } from '../../src/library/memory-store.ts';
import { PaperChanges } from '../../src/library/change-papers.ts';
import { ReaderCollection } from '../../src/library/reader-collection.ts';
import { Reader } from '../../src/library/reader.ts';
import { RightOfWay } from '../../src/library/right-of-way.ts';
import { Shelf } from '../../src/library/shelf.ts';
import { MemoryNotebook } from '../browser/fake-database.ts';
import { openReader, paper, readFile, saved, untilStill } from './open-reader.ts';

/** A store that counts what it is asked to commit of papers, and what changed of them it is asked for. */
class CountingStore extends MemoryStore {
  readonly batches: number[] = [];
  changesAsked = 0;

  override commit(...[changes, options]: Parameters<MemoryStore['commit']>): ReturnType<MemoryStore['commit']> {
    const papers = changes.filter((change) => 'put' in change && change.put === 'record').length;
    if (papers > 0) this.batches.push(papers);
    return super.commit(changes, options);
  }

  override changedSince(...asked: Parameters<MemoryStore['changedSince']>): ReturnType<MemoryStore['changedSince']> {
    this.changesAsked++;
    return super.changedSince(...asked);
  }
}

const FILE = Array.from({ length: 300 }, (_, at) => JSON.stringify({ title: `Paper number ${at} about things` })).join('\n');

describe('while an import works', () => {
  test('indexes wait, a paper saved meanwhile is told by title all the same, and all of it is taken in when the import rests', async () => {
    const { reader, store } = openReader();
    const way = new RightOfWay();
    const own = new ReaderCollection(store, { way });
    await saved(reader, paper('Before the import'));
    await own.catchUp();
    way.work();
    await saved(reader, paper('Saved meanwhile'), ...Array.from({ length: 100 }, (_, at) => paper(`Imported as number ${at}`)));
    expect((await own.rows()).size).toBe(1);
    const rows = await own.rows([{ title: 'Saved meanwhile' }]);
    expect(rows.identify({ title: 'Saved meanwhile' })).toMatchObject({ kind: 'same' });
    expect((await own.titleIndex()).rows).toBeLessThan(2);
    await own.catchUp();
    expect(way.isTaken).toBe(false);
    expect((await own.titleIndex()).rows).toBe(102);
  });

  test('a paper that is deleted meanwhile is told no more, and pages hear when all is taken in', async () => {
    const { reader, store } = openReader();
    const way = new RightOfWay();
    let heard = 0;
    const own = new ReaderCollection(store, { way, caughtUp: () => heard++ });
    await saved(reader, paper('Deleted meanwhile'), paper('Kept all the time'));
    await own.catchUp();
    const [first] = await store.range('record');
    way.work();
    await store.commit([{ delete: 'record', key: first?.id ?? 0 }]);
    const asked = [{ title: 'Deleted meanwhile' }, { title: 'Kept all the time' }];
    const rows = await own.rows(asked);
    expect(asked.map((mention) => rows.identify(mention)?.kind)).toEqual([undefined, 'same']);
    await own.catchUp();
    expect(heard).toBe(1);
  });

  test('few papers are committed at a time for one who asks, and every one of them', async () => {
    const store = new CountingStore();
    const way = new RightOfWay();
    const reader = new Reader({ store, notebook: new MemoryNotebook(), bundled: () => Promise.resolve([]), way });
    const job = await readFile(reader, FILE);
    await reader.imports.commit(job);
    way.ask();
    await reader.imports.continue(job, 0.001);
    expect(store.batches).toEqual([32]);
    await untilStill(reader, job);
    expect(await reader.imports.jobs()).toMatchObject([{ stage: 'done', counts: { new: 300 } }]);
    expect(new Set((await store.range('record')).map(({ title }) => title)).size).toBe(300);
  });

  test('nobody asking, many are, and one who begins amid them goes on where another left, part of a block written', async () => {
    const store = new CountingStore();
    const way = new RightOfWay();
    const options = { store, notebook: new MemoryNotebook(), bundled: () => Promise.resolve([]) };
    const reader = new Reader({ ...options, way });
    const job = await readFile(reader, FILE);
    await reader.imports.commit(job);
    way.ask();
    await reader.imports.continue(job, 0.001);
    await untilStill(new Reader(options), job);
    expect(store.batches).toEqual([32, 218, 50]);
    expect(await store.count('record')).toBe(300);
    expect(await store.count('staged')).toBe(0);
  });
});

describe('the shelf', () => {
  test('takes in a commit without reading, and shows what the store holds', async () => {
    const store = new CountingStore();
    const { reader } = openReader(store);
    await reader.shelf.all();
    const [first = 0, second = 0] = await saved(reader, paper('One'), paper('Two'), paper('Three'));
    await new PaperChanges(reader.writer).tag([second], ['later'], []);
    await new PaperChanges(reader.writer).trash([first]);
    const before = store.changesAsked;
    await expectAsRead(reader.shelf, store);
    await new PaperChanges(reader.writer).emptyTrash();
    await expectAsRead(reader.shelf, store);
    // One question for each, that nothing changed since.
    expect(store.changesAsked - before).toBeLessThanOrEqual(2);
    expect(await reader.shelf.lookup(['title:one'])).toEqual([[]]);
  });

  test('leaves what others committed to be read', async () => {
    const { reader, store } = openReader();
    const other = openReader(store).reader;
    await reader.shelf.all();
    await saved(other, paper('By another'));
    await saved(reader, paper('By this'));
    expect((await reader.shelf.all()).records.size).toBe(2);
    await expectAsRead(reader.shelf, store);
  });
});

async function expectAsRead(shelf: Shelf, store: MemoryStore): Promise<void> {
  const [{ records, change }, read] = [await shelf.all(), await new Shelf(store).all()];
  expect([...records].sort(([a], [b]) => a - b)).toEqual([...read.records].sort(([a], [b]) => a - b));
  expect(change).toBe(read.change);
}
