import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/browser/database.ts';
import { IdbStore } from '../../src/browser/idb-store.ts';
import { MemoryStore } from '../../src/library/memory-store.ts';
import { Reader } from '../../src/library/reader.ts';
import { StoreFull } from '../../src/library/store.ts';
import { undo } from '../../src/library/undo.ts';
import { freshDatabases, MemoryNotebook } from '../browser/fake-database.ts';
import { openReader, paper, readFile, saved, SHIPPED, unstamped, untilStill } from './open-reader.ts';

const line = (title: string, more: object = {}): string => JSON.stringify({ title, ...more });
const MANY = Array.from({ length: 620 }, (_, at) => (at % 100 === 99 ? '{broken' : line(`Paper number ${at} about things`, { abstract: `Abstract ${at}.`, authors: [`Author ${at}`], tags: ['imported'] }))).join('\n');

describe('an import', () => {
  test('shows what it would do before it does it, and then does it', async () => {
    const { reader, store } = openReader();
    const [id = 0] = await saved(reader, paper('Deep Image Prior', { arxivId: '1711.10925' }), paper('Known as it is', { authors: ['A B'], year: 2001 }));
    const job = await readFile(reader, [line('deep image prior', { arxivId: '1711.10925', abstract: 'Filled.' }), line('Known as it is', { authors: ['A B'], year: 2001 }), line('New one', { authors: ['C D'] }), '{broken', line('New  one', { authors: ['C D'] })].join('\n'));
    expect(await reader.imports.jobs()).toMatchObject([{ id: job, stage: 'preview', format: 'JSON lines', counts: { new: 1, merged: 1, same: 2, problems: 1 }, fileName: 'my.jsonl' }]);
    expect(await reader.imports.preview(job, 'merged', 0, 10)).toMatchObject({ total: 1, rows: [{ line: 1, text: 'deep image prior', meets: { id, by: 'id' }, fills: ['abstract'] }] });
    expect(await reader.imports.preview(job, 'same', 0, 10)).toMatchObject({ total: 2, rows: [{ meets: { by: 'title' } }, { notes: ['the same paper as entry 3 of this file'] }] });
    expect(await reader.imports.preview(job, 'problem', 0, 10)).toMatchObject({ total: 1, rows: [{ line: 4 }] });
    expect(await store.count('record')).toBe(2);
    await reader.imports.commit(job);
    await untilStill(reader, job);
    expect(await reader.imports.jobs()).toMatchObject([{ stage: 'done', counts: { new: 1, merged: 1, same: 2, problems: 1 } }]);
    expect(await reader.listing.detail(id)).toMatchObject({ abstract: 'Filled.', title: 'Deep Image Prior' });
    expect(await store.count('record')).toBe(3);
    expect(await reader.imports.problemsText(job)).toMatch(/^my\.jsonl: 1 entries.*\n\nline 4: /s);
    expect(await store.count('source')).toBe(0);
  });

  test('a snapshot is taken before it, and one undo takes all of it back', async () => {
    const { reader, store } = openReader();
    await saved(reader, paper('Mine'));
    const job = await readFile(reader, MANY);
    await reader.imports.commit(job);
    await untilStill(reader, job);
    expect(await store.count('record')).toBe(615);
    expect(await reader.snapshots.list()).toMatchObject([{ why: 'before the import of my.jsonl', papers: 1 }]);
    const [view] = await reader.imports.jobs();
    expect(await undo(reader.writer, view!.undo!)).toMatchObject({ what: 'Undone: Imported 614 papers from my.jsonl' });
    expect((await store.range('record')).map(({ title }) => title)).toEqual(['Mine']);
  });

  test('a file that is none of ours is said to be so, and keeps no source', async () => {
    const { reader, store } = openReader();
    await readFile(reader, '%PDF-1.7 …', 'paper.pdf');
    expect(await reader.imports.jobs()).toMatchObject([{ stage: 'failed', problem: expect.stringContaining('PDF') }]);
    expect(await store.count('source')).toBe(0);
  });

  test('cancelled while it writes, it leaves the library as it was', async () => {
    const { reader, store } = openReader();
    const [id = 0] = await saved(reader, paper('Paper number 3 about things'));
    const before = await store.range('record');
    const job = await readFile(reader, MANY);
    await reader.imports.commit(job);
    await reader.imports.continue(job, 0.001);
    expect((await reader.imports.jobs())[0]).toMatchObject({ stage: 'writing' });
    expect(await store.count('record')).toBeGreaterThan(1);
    expect(await reader.imports.cancel(job)).toMatchObject({ stage: 'cancelled' });
    expect((await store.range('record')).map(unstamped)).toEqual(before.map(unstamped));
    expect(await store.get('abstract', [id])).toEqual([{ id, text: '' }]);
    expect(await store.count('staged')).toBe(0);
    await reader.imports.dismiss(job);
    expect(await reader.imports.jobs()).toEqual([]);
  });

  test('what was changed after the preview is judged anew', async () => {
    const { reader, store } = openReader();
    const job = await readFile(reader, line('Only one', { authors: ['A B'] }));
    await saved(reader, paper('Only one', { authors: ['A B'] }));
    await reader.imports.commit(job);
    await untilStill(reader, job);
    expect(await reader.imports.jobs()).toMatchObject([{ stage: 'done', counts: { new: 0, same: 1 } }]);
    expect(await store.count('record')).toBe(1);
  });

  test('imported twice, nothing changes the second time', async () => {
    const { reader, store } = openReader();
    for (const expected of [{ new: 614, same: 0 }, { new: 0, same: 614 }]) {
      const job = await readFile(reader, MANY);
      expect((await reader.imports.jobs())[0]?.counts).toMatchObject(expected);
      await reader.imports.commit(job);
      await untilStill(reader, job);
    }
    expect(await store.count('record')).toBe(614);
  });

  test('collections that the file names are made once, and the chosen one takes all', async () => {
    const { reader } = openReader();
    const { id } = await reader.organizer.addCollection('chosen');
    const job = await readFile(reader, [line('A one', { collections: ['x'] }), line('B two', { collections: ['X', 'y'] })].join('\n'), 'my.jsonl', id);
    await reader.imports.commit(job);
    await untilStill(reader, job);
    expect((await reader.organizer.collections()).slice(1).map(({ name, papers }) => [name, papers])).toEqual([['chosen', 2], ['x', 2], ['y', 1]]);
  });

  test('no room while it writes stops it with one message, and it goes on when there is room', async () => {
    const { reader, store } = openReader();
    const job = await readFile(reader, MANY);
    await reader.imports.commit(job);
    let commits = 0;
    store.beforeCommit = () => {
      if (++commits > 1) throw new StoreFull();
    };
    await expect(untilStill(reader, job)).rejects.toThrow('no room left');
    store.beforeCommit = undefined;
    expect(await store.count('record')).toBe(248);
    await untilStill(reader, job);
    expect(await store.count('record')).toBe(614);
  });
});

class Killed extends Error {}

/** A store whose worker dies at its n-th commit: before it, or right after it. */
function dying(store: MemoryStore, at: number, isAfter: boolean): { readonly revive: () => void } {
  let commits = 0;
  const real = store.commit.bind(store);
  store.commit = async (changes, options) => {
    const isNow = ++commits === at;
    if (commits > at || (isNow && !isAfter)) throw new Killed();
    const state = await real(changes, options);
    if (isNow) throw new Killed();
    return state;
  };
  return { revive: () => void (store.commit = real) };
}

describe('an import whose worker dies', () => {
  const wanted = new Set(MANY.split('\n').flatMap((text) => (text === '{broken' ? [] : [(JSON.parse(text) as { title: string }).title])));

  test.each(Array.from({ length: 10 }, (_, at) => [at + 1]))('at commit %i, before it or after it, goes on and ends with every paper once', async (at) => {
    for (const isAfter of [false, true]) {
      const { store, reader } = openReader();
      const { revive } = dying(store, at, isAfter);
      const whole = async (reader: Reader): Promise<void> => {
        const open = await reader.imports.jobs();
        const job = open[0]?.id ?? (await readFile(reader, MANY));
        await untilStill(reader, job);
        if ((await reader.imports.jobs())[0]?.stage === 'preview') await reader.imports.commit(job);
        await untilStill(reader, job);
      };
      const died = await whole(reader).then(() => undefined, (problem: unknown) => problem);
      expect(died === undefined || died instanceof Killed).toBe(true);
      revive();
      // A new worker: nothing of the old one's memory is left.
      const next = new Reader({ store, notebook: new MemoryNotebook(), bundled: () => Promise.resolve(SHIPPED) });
      await whole(next);
      expect((await next.imports.jobs())[0]).toMatchObject({ stage: 'done', counts: { new: 614, problems: 6 } });
      const titles = (await store.range('record')).map(({ title }) => title);
      expect(titles).toHaveLength(614);
      expect(new Set(titles)).toEqual(wanted);
      expect(await store.count('abstract')).toBe(614);
    }
  });
});

describe('over the database', () => {
  beforeEach(freshDatabases);

  test('an import, its undo and a restore leave records, abstracts and look-ups in step', async () => {
    const store = new IdbStore(() => openDatabase('imports'));
    const { reader } = openReader(store);
    await saved(reader, paper('Mine', { arxivId: '1711.10925' }));
    const job = await readFile(reader, MANY);
    await reader.imports.commit(job);
    await untilStill(reader, job);
    expect(await store.count('record')).toBe(615);
    expect(await store.count('abstract')).toBe(615);
    const [[found]] = (await store.lookup(['a:1711.10925'])) as unknown as [[{ title: string }]];
    expect(found.title).toBe('Mine');
    const [snapshot] = await reader.snapshots.list();
    await reader.snapshots.restore(snapshot!.id);
    expect((await store.range('record')).map(({ title }) => title)).toEqual(['Mine']);
    expect(await store.count('abstract')).toBe(1);
  });
});

test('whatever a file holds, each entry ends as a paper or a problem, and no paper is twice', async () => {
  const entry = fc.oneof(
    fc.record({ title: fc.constantFrom('Alpha beta gamma', 'alpha Beta  gamma', 'Delta', 'Epsilon zeta'), arxivId: fc.option(fc.constantFrom('1711.10925', '2301.00001'), { nil: undefined }) }).map((fields) => JSON.stringify(fields)),
    fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[\r\n]/g, '')),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 12 }), async (lines) => {
      const { reader, store } = openReader();
      const job = await readFile(reader, `${line('First of all')}\n${lines.join('\n')}`);
      const before = (await reader.imports.jobs())[0]!.counts;
      await reader.imports.commit(job);
      await untilStill(reader, job);
      const { counts } = (await reader.imports.jobs())[0]!;
      const records = await store.range('record');
      expect(counts.new + counts.merged + counts.same + counts.problems).toBe(before.new + before.merged + before.same + before.problems);
      expect(records).toHaveLength(counts.new);
      const ids = records.flatMap(({ arxivId }) => arxivId ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 150 },
  );
});
