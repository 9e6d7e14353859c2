import { describe, expect, test } from 'vitest';
import { merge } from '../../src/library/change-papers.ts';
import type { Reader } from '../../src/library/reader.ts';
import type { Done } from '../../src/library/reader-views.ts';
import { save } from '../../src/library/save.ts';
import { undo } from '../../src/library/undo.ts';
import { openReader, paper, saved } from './open-reader.ts';

const DIP = paper('Deep Image Prior', { arxivId: '1711.10925', authors: ['Dmitry Ulyanov'], year: 2017, abstract: 'First words.', version: 1 });
const titles = async ({ reader }: ReturnType<typeof openReader>, query = {}) => (await reader.listing.page(query, 0, 100)).rows.filter(({ id }) => id > 0).map(({ title }) => title);

describe('saving', () => {
  test('a paper is there with all that was seen, and can be taken back', async () => {
    const open = openReader();
    const done = await save(open.reader.writer, [{ ...DIP, seenAt: 'https://arxiv.org/abs/1711.10925v1' }]);
    expect(done).toMatchObject({ saved: 1, improved: 0, what: 'Saved 1 paper' });
    expect(await open.reader.listing.detail(done.papers[0]!)).toMatchObject({ key: 'arxiv:1711.10925', abstract: 'First words.', authors: ['Dmitry Ulyanov'], source: 'arxiv.org', isRead: false });
    expect(open.told.times).toBe(1);
    await undo(open.reader.writer, done.undo!);
    expect(await titles(open)).toEqual([]);
    expect(await open.store.count('abstract')).toBe(0);
  });

  test('a second sighting fills blanks and brings a newer version, and its undo gives the old ones back', async () => {
    const { reader } = openReader();
    const [id = 0] = await saved(reader, { ...DIP, authors: [] });
    const second = await save(reader.writer, [paper('Deep Image Prior!', { arxivId: '1711.10925', authors: ['D. Ulyanov'], abstract: 'Newer words.', version: 4, venue: 'CVPR', doi: '10.1109/cvpr.2018.00984' })]);
    expect(second).toMatchObject({ saved: 0, improved: 1 });
    expect(await reader.listing.detail(id)).toMatchObject({ title: 'Deep Image Prior!', authors: ['D. Ulyanov'], abstract: 'Newer words.', venue: 'CVPR', doi: '10.1109/cvpr.2018.00984', year: 2017 });
    await undo(reader.writer, second.undo!);
    expect(await reader.listing.detail(id)).toMatchObject({ title: 'Deep Image Prior', authors: [], abstract: 'First words.' });
  });

  test('a second sighting never blanks, and never overwrites what the reader wrote, an emptied field too', async () => {
    const { reader } = openReader();
    const [id = 0] = await saved(reader, DIP);
    await reader.papers.edit(id, { title: 'My title', authors: null, venue: 'Mine' });
    await reader.papers.note(id, 'my note');
    await save(reader.writer, [paper('Deep Image Prior', { arxivId: '1711.10925', authors: ['X'], venue: 'CVPR', abstract: '', version: 9 })]);
    expect(await reader.listing.detail(id)).toMatchObject({ title: 'My title', authors: [], venue: 'Mine', abstract: 'First words.', note: 'my note', year: 2017 });
    expect((await save(reader.writer, [paper('Deep Image Prior', { arxivId: '1711.10925', version: 9 })])).undo).toBeNull();
  });

  test('entries of one page that are one paper become one, and a title by others stays another paper', async () => {
    const open = openReader();
    const done = await save(open.reader.writer, [DIP, paper('Deep image prior', { arxivId: '1711.10925' }), paper('Deep Image Prior', { authors: ['Somebody Else'], arxivId: '2301.00001' }), paper('  ')]);
    expect(done.saved).toBe(2);
    expect(await titles(open)).toHaveLength(2);
  });

  test('into a new collection, or the one that the reader set', async () => {
    const { reader } = openReader();
    await save(reader.writer, [DIP], { name: 'Thesis' });
    const [, thesis] = await reader.organizer.collections();
    expect(thesis).toMatchObject({ name: 'Thesis', papers: 1, isBundled: false });
    await reader.organizer.changeSettings({ saveTo: thesis!.id });
    await saved(reader, paper('Another'));
    expect((await reader.organizer.collections())[1]?.papers).toBe(2);
  });

  test('a paper in the trash that is saved again comes back with its note', async () => {
    const open = openReader();
    const [id = 0] = await saved(open.reader, DIP);
    await open.reader.papers.note(id, 'kept');
    await open.reader.papers.trash([id]);
    expect(await titles(open)).toEqual([]);
    expect(await save(open.reader.writer, [DIP])).toMatchObject({ saved: 0, improved: 1, papers: [id] });
    expect(await open.reader.listing.detail(id)).toMatchObject({ note: 'kept' });
    expect(await titles(open)).toEqual(['Deep Image Prior']);
  });
});

describe('undo', () => {
  test.each<[string, (reader: Reader, id: number) => Promise<Done>]>([
    ['an edit', (reader, id) => reader.papers.edit(id, { title: 'New', abstract: 'x' })],
    ['a note', (reader, id) => reader.papers.note(id, 'n')],
    ['read', (reader, id) => reader.papers.markRead([id], true)],
    ['a tag', (reader, id) => reader.papers.tag([id], ['a'], [])],
    ['a deletion', (reader, id) => reader.papers.trash([id])],
    ['a place', async (reader, id) => reader.papers.place([id], (await reader.organizer.addCollection('c')).id, null)],
  ])('%s is taken back, and the taking back too', async (_, change) => {
    const { reader } = openReader();
    const [id = 0] = await saved(reader, DIP);
    const original = await reader.listing.detail(id);
    const done = await change(reader, id);
    const after = await reader.listing.detail(id);
    expect(after).not.toEqual(original);
    const back = await undo(reader.writer, done.undo!);
    expect(await reader.listing.detail(id)).toEqual(original);
    await undo(reader.writer, back.undo!);
    expect(await reader.listing.detail(id)).toEqual(after);
  });

  test('what was changed later is not lost by an earlier undo', async () => {
    const { reader } = openReader();
    const done = await save(reader.writer, [DIP, paper('Other')]);
    const [id = 0] = done.papers;
    await reader.papers.note(id, 'later');
    const back = await undo(reader.writer, done.undo!);
    expect(back.papers).toHaveLength(2);
    expect((await reader.store.get('record', [id]))[0]).toMatchObject({ note: 'later', trashed: expect.any(Number) });
    const tagged = await reader.papers.tag([id], ['t'], []);
    await reader.papers.note(id, 'later still');
    expect(await undo(reader.writer, tagged.undo!)).toMatchObject({ papers: [], what: expect.stringContaining('1 changed since') });
    expect(await reader.listing.detail(id)).toMatchObject({ note: 'later still', tags: ['t'] });
  });

  test('a token is good once', async () => {
    const { reader } = openReader();
    const done = await save(reader.writer, [DIP]);
    await undo(reader.writer, done.undo!);
    expect(await undo(reader.writer, done.undo!)).toMatchObject({ undo: null, papers: [] });
  });
});

describe('the trash', () => {
  test('keeps papers for thirty days', async () => {
    const { reader, clock, store } = openReader();
    const [one = 0, two = 0] = await saved(reader, DIP, paper('Other'));
    await reader.papers.trash([one]);
    clock.now += 29 * 24 * 3600_000;
    await reader.upkeep();
    expect(await store.count('record')).toBe(2);
    await reader.papers.trash([two]);
    clock.now += 2 * 24 * 3600_000;
    await reader.upkeep();
    expect((await store.range('record')).map(({ id }) => id)).toEqual([two]);
    expect(await store.count('abstract')).toBe(1);
  });
});

describe('merging', () => {
  test('makes one of two, loses nothing, and can be taken back', async () => {
    const open = openReader();
    const { reader } = open;
    const [one = 0, two = 0] = await saved(reader, { ...DIP, abstract: '' }, paper('Deep Image Prior (extended)', { doi: '10.1007/s11263-020-01303-4', abstract: 'Journal.', tags: ['journal'] }));
    await reader.papers.note(one, 'first');
    await reader.papers.note(two, 'second');
    const done = await merge(reader.writer, [one, two], { title: 'Chosen' });
    expect(await titles(open)).toEqual(['Chosen']);
    expect(await reader.listing.detail(one)).toMatchObject({ arxivId: '1711.10925', doi: '10.1007/s11263-020-01303-4', abstract: 'Journal.', note: 'first\n\nsecond', tags: ['journal'] });
    await undo(reader.writer, done.undo!);
    expect((await titles(open)).sort()).toEqual(['Deep Image Prior', 'Deep Image Prior (extended)']);
    expect(await reader.listing.detail(two)).toMatchObject({ note: 'second', abstract: 'Journal.' });
  });

  test('duplicates are found by id and by title, unless their ids differ', async () => {
    const { reader } = openReader();
    const [, b = 0] = await saved(reader, DIP, paper('Something else'), paper('Same words', { arxivId: '2301.00001' }), paper('Same words', { arxivId: '2301.00002' }));
    expect(await reader.organizer.duplicates(10)).toEqual([]);
    await reader.papers.edit(b, { title: 'deep image prior' });
    expect(await reader.organizer.duplicates(10)).toMatchObject([{ by: 'title', papers: [{ title: 'Deep Image Prior' }, { title: 'deep image prior' }] }]);
  });
});

describe('lists', () => {
  test('are of all collections, sorted, filtered, and in pages', async () => {
    const open = openReader();
    const { reader } = open;
    await saved(reader, paper('Beta', { year: 2020, tags: ['x'] }), paper('alpha', { year: 2010, authors: ['Zoë Ünal'] }), paper('Gamma'));
    expect((await reader.listing.page({}, 0, 10)).total).toBe(5);
    expect((await reader.listing.page({ sort: 'title' }, 0, 2)).rows.map(({ title }) => title)).toEqual(['alpha', 'Beta']);
    expect(await titles(open, { sort: 'year' })).toEqual(['alpha', 'Beta', 'Gamma']);
    expect(await titles(open, { sort: 'year', isDescending: true })).toEqual(['Beta', 'alpha', 'Gamma']);
    expect(await titles(open, { filter: { tag: 'x' } })).toEqual(['Beta']);
    expect(await titles(open, { filter: { from: 2015 } })).toEqual(['Beta']);
    expect(await titles(open, { words: 'unal zoe' })).toEqual(['alpha']);
    expect((await reader.listing.page({ filter: { collection: 0 } }, 0, 10)).rows.map(({ id }) => id)).toEqual([-1, -2]);
    expect(await reader.listing.detail(-1)).toMatchObject({ title: 'Deep Image Prior', collections: [0] });
  });

  test('a list follows every change', async () => {
    const open = openReader();
    const [id = 0] = await saved(open.reader, paper('One'));
    expect(await titles(open)).toEqual(['One']);
    await open.reader.papers.edit(id, { title: 'Two' });
    expect(await titles(open)).toEqual(['Two']);
    await open.reader.papers.trash([id]);
    expect(await titles(open)).toEqual([]);
    expect(await titles(open, { isTrash: true })).toEqual(['Two']);
    await open.reader.papers.emptyTrash();
    expect(await titles(open, { isTrash: true })).toEqual([]);
  });
});

describe('collections, tags and lenses', () => {
  test('a collection goes with its papers or without, and comes back', async () => {
    const open = openReader();
    const { reader } = open;
    const both = await reader.organizer.addCollection('both');
    const one = await reader.organizer.addCollection('one');
    const [a = 0, b = 0] = await saved(reader, paper('A'), paper('B'));
    await reader.papers.place([a, b], one.id, null);
    await reader.papers.place([b], both.id, null);
    const gone = await reader.organizer.removeCollection(one.id, 'trash');
    expect(await titles(open)).toEqual(['B']);
    await undo(reader.writer, gone.undo!);
    expect((await titles(open)).sort()).toEqual(['A', 'B']);
    expect((await reader.organizer.collections()).map(({ name, papers }) => [name, papers])).toEqual([['Paperkin’s own', 2], ['both', 1], ['one', 2]]);
    await expect(reader.organizer.addCollection('ONE')).rejects.toThrow('already');
  });

  test('a tag is renamed everywhere and removed everywhere', async () => {
    const { reader } = openReader();
    await saved(reader, paper('A', { tags: ['x', 'y'] }), paper('B', { tags: ['x'] }));
    expect(await reader.organizer.tags()).toEqual([{ tag: 'x', papers: 2 }, { tag: 'y', papers: 1 }]);
    await reader.organizer.renameTag('x', 'y');
    expect(await reader.organizer.tags()).toEqual([{ tag: 'y', papers: 2 }]);
    const gone = await reader.organizer.renameTag('y', ' ');
    expect(await reader.organizer.tags()).toEqual([]);
    await undo(reader.writer, gone.undo!);
    expect(await reader.organizer.tags()).toEqual([{ tag: 'y', papers: 2 }]);
  });

  test('a paper that ships becomes the reader’s own when it is placed', async () => {
    const open = openReader();
    const { id } = await open.reader.organizer.addCollection('mine');
    await open.reader.papers.place([-1], id, null, await open.reader.bundled());
    expect(await titles(open)).toEqual(['Deep Image Prior']);
  });

  test('a lens counts its papers and falls away with its collection', async () => {
    const { reader } = openReader();
    const mine = await reader.organizer.addCollection('mine');
    const [id = 0] = await saved(reader, paper('A', { tags: ['t'] }));
    await reader.papers.place([id], mine.id, null);
    expect(await reader.organizer.putLens(null, 'by tag', { kind: 'tag', tag: 't' })).toMatchObject({ papers: 1 });
    expect(await reader.organizer.putLens(null, 'shipped', { kind: 'collection', collection: 0 })).toMatchObject({ papers: 2 });
    const lens = await reader.organizer.putLens(null, 'set', { kind: 'collection', collection: mine.id });
    await reader.organizer.changeSettings({ lens: lens.id });
    expect((await reader.standing()).lens).toEqual({ id: lens.id, name: 'set' });
    await reader.organizer.removeCollection(mine.id, 'keep');
    expect((await reader.standing()).lens).toBeNull();
    expect((await reader.organizer.lenses()).lenses.map(({ name }) => name)).toEqual(['by tag', 'shipped']);
  });
});

test('a write that fails does not poison the next', async () => {
  const { reader, store } = openReader();
  store.beforeCommit = () => {
    throw new Error('no room');
  };
  await expect(save(reader.writer, [DIP])).rejects.toThrow('no room');
  store.beforeCommit = undefined;
  expect((await save(reader.writer, [DIP])).saved).toBe(1);
});

test('writes that come at once wait for each other', async () => {
  const { reader, store } = openReader();
  await Promise.all(Array.from({ length: 20 }, (_, at) => saved(reader, paper(`Paper ${at}`), DIP)));
  expect(await store.count('record')).toBe(21);
});
