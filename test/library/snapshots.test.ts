import { describe, expect, test } from 'vitest';
import { BACKUP_VERSION, checkBackup } from '../../src/library/backup.ts';
import { pack } from '../../src/library/pack.ts';
import { keptOf } from '../../src/library/snapshots.ts';
import { openReader, paper, saved, unstamped } from './open-reader.ts';

const DAY = 24 * 3600_000;
const many = (count: number, from = 0) => Array.from({ length: count }, (_, at) => paper(`Paper number ${from + at} of many`, { abstract: `Abstract ${from + at}` }));
const state = async ({ store }: ReturnType<typeof openReader>) => ({
  records: (await store.range('record')).map(unstamped), abstracts: await store.range('abstract'), collections: await store.range('collection'), lenses: await store.range('lens'), settings: await store.range('settings'),
});

describe('snapshots', () => {
  test('a restore gives everything back as it was, and can itself be taken back', async () => {
    const open = openReader();
    const { reader } = open;
    const [a = 0, b = 0] = await saved(reader, paper('Kept', { abstract: 'x' }), paper('Changed'));
    const { id: collection } = await reader.organizer.addCollection('mine');
    const { id: lens } = await reader.organizer.putLens(null, 'l', { kind: 'tag', tag: 't' });
    await reader.organizer.changeSettings({ lens });
    const then = await state(open);
    const { id } = await reader.snapshots.take('by hand');
    await reader.papers.note(b, 'later');
    await reader.papers.place([a], collection, null);
    await reader.papers.trash([a]);
    await saved(reader, paper('New since'));
    await reader.organizer.removeLens(lens);
    await reader.organizer.renameCollection(collection, 'other');
    const now = await state(open);
    expect(await reader.snapshots.preview(id)).toMatchObject({ back: 1, gone: 1, changed: 1, examples: { back: ['Kept'], gone: ['New since'], changed: ['Changed'] } });
    const before = await reader.snapshots.restore(id);
    expect(await state(open)).toEqual(then);
    await reader.snapshots.restore(before.id);
    expect(await state(open)).toEqual(now);
  });

  test('share the parts in which nothing changed', async () => {
    const { reader, store } = openReader();
    await saved(reader, ...many(1200));
    await reader.snapshots.take('one');
    expect(await store.count('part')).toBe(3);
    await reader.papers.note(600, 'changed');
    await reader.snapshots.take('two');
    expect(await store.count('part')).toBe(4);
    const [two, one] = await reader.snapshots.list();
    await reader.snapshots.remove(one!.id);
    expect(await store.count('part')).toBe(3);
    expect((await reader.snapshots.preview(two!.id)).back).toBe(0);
    expect(await reader.snapshots.papers(await reader.snapshots.snapshot(two!.id))).toHaveLength(1200);
  });

  test('one a day where something changed, and none where nothing did', async () => {
    const { reader, clock } = openReader();
    await reader.upkeep();
    await saved(reader, paper('A'));
    for (const [days, changes, expected] of [[0, 0, 1], [1.1, 0, 1], [0.5, 1, 1], [1, 0, 2], [3, 0, 2]] as const) {
      clock.now += days * DAY;
      if (changes > 0) await saved(reader, paper(`B ${clock.now}`));
      await reader.upkeep();
      expect(await reader.snapshots.list(), `after ${days} more days`).toHaveLength(expected);
    }
  });

  test('are kept by number and age: the newest, one of each day for a fortnight, one of each month for a year', () => {
    const now = Date.UTC(2026, 5, 15, 12);
    const hourly = Array.from({ length: 24 * 500 }, (_, at) => ({ id: at + 1, when: now - at * 3600_000 }));
    const kept = keptOf(hourly, now).map((id) => (now - hourly[id - 1]!.when) / DAY);
    expect(kept.filter((days) => days < 10 / 24)).toHaveLength(10);
    expect(kept.filter((days) => days >= 1 && days < 14).length).toBeGreaterThanOrEqual(13);
    expect(kept.length).toBeLessThan(10 + 15 + 14);
    expect(Math.max(...kept)).toBeGreaterThan(330);
    expect(Math.max(...kept)).toBeLessThan(373);
  });

  test('a part that is missing is said to be, and nothing is changed', async () => {
    const open = openReader();
    await saved(open.reader, paper('A'));
    const { id } = await open.reader.snapshots.take('x');
    await saved(open.reader, paper('B'));
    await open.store.commit([{ delete: 'part', key: (await open.store.range('part'))[0]!.key }]);
    const before = await state(open);
    await expect(open.reader.snapshots.restore(id)).rejects.toThrow('missing');
    expect(await state(open)).toEqual(before);
  });
});

describe('backup files', () => {
  test('out of one library, into another', async () => {
    const from = openReader();
    await saved(from.reader, ...many(700), paper('With all', { authors: ['A B'], year: 2020, arxivId: '1711.10925', doi: '10.1000/x', venue: 'V', url: 'https://x.example/', tags: ['t'], note: 'n' }));
    const { id: collection } = await from.reader.organizer.addCollection('mine');
    await from.reader.papers.place([701], collection, null);
    await from.reader.papers.edit(701, { venue: 'W' });
    await from.reader.papers.trash([3]);
    await from.reader.organizer.putLens(null, 'f', { kind: 'filter', filter: { from: 2000, isRead: false } });
    const ready = await from.reader.backupFile();
    expect(ready).toMatchObject({ papers: 701, name: 'paperkin-2026-01-10.backup.json.gz' });
    const [source] = await from.store.get('source', [ready.source]);
    const to = openReader();
    const kept = await to.reader.exports.keep(source!.file, ready.name, 0);
    const snapshot = await to.reader.readBackup(kept.source);
    expect(await to.reader.snapshots.preview(snapshot.id)).toMatchObject({ back: 700, gone: 0, changed: 0 });
    await to.reader.snapshots.restore(snapshot.id);
    const { settings: _, ...there } = await state(to);
    const { settings: __, ...here } = await state(from);
    expect(there).toEqual(here);
    expect(await to.store.count('source')).toBe(0);
  });

  test('of the first layout is understood', () => {
    const { papers } = checkBackup({ paperkinBackup: 1, papers: [{ id: 4, title: 'Old', abstract: 'Text', arxivId: '1711.10925v2', tags: ['a', 7] }] });
    expect(papers).toMatchObject([{ record: { id: 4, key: 'arxiv:1711.10925', tags: ['a'], own: [] }, abstract: 'Text' }]);
  });

  test.each<[string, unknown, RegExp]>([
    ['of a newer layout', { paperkinBackup: BACKUP_VERSION + 1, papers: [] }, /newer Paperkin/],
    ['that is none', { papers: [] }, /no backup/],
    ['that is a list', [], /no backup/],
  ])('a file %s is refused in words, and the library stays', async (_, value, words) => {
    const open = openReader();
    const { source } = await open.reader.exports.keep(new Blob([await pack(value)]), 'x', 0);
    await expect(open.reader.readBackup(source)).rejects.toThrow(words);
    expect(await open.reader.snapshots.list()).toEqual([]);
  });

  test.each([['cut short', (bytes: ArrayBuffer) => bytes.slice(0, bytes.byteLength / 2)], ['no archive', () => new TextEncoder().encode('hello').buffer]])('a file that is %s is refused in words', async (_, damage) => {
    const { reader } = openReader();
    const { source } = await reader.exports.keep(new Blob([damage(await pack({ paperkinBackup: 2, papers: [] }))]), 'x', 0);
    await expect(reader.readBackup(source)).rejects.toThrow('damaged, or no backup');
  });

  test('whatever stands in it, only known fields of the right kind come out', () => {
    const text = '{"paperkinBackup":2,"__proto__":{"x":1},"papers":[{"record":{"id":1,"title":"A","url":"javascript:alert(1)","doi":"nonsense","tags":"x","collections":[1,-3,"4"],"evil":1,"__proto__":{"polluted":1},"own":["title","x"]},"abstract":7},{"record":{"id":-1,"title":"B"}},null,7],"collections":[{"id":1,"name":"c"},{}],"lenses":[{"id":2,"name":"l","scope":{"kind":"other"}}],"settings":null}';
    const backup = checkBackup(JSON.parse(text));
    expect(backup.papers).toHaveLength(1);
    expect(backup.papers[0]).toEqual({ record: { id: 1, key: 'title:a', title: 'A', authors: [], tags: [], note: '', isRead: false, added: 0, updated: 0, collections: [1], own: ['title'], lookup: ['t:a'], changed: 0 }, abstract: '' });
    expect(backup).toMatchObject({ collections: [{ id: 1, name: 'c', isOn: true }], lenses: [], settings: { lens: null, bundledIsOn: true, saveTo: null } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
