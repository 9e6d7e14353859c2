import { describe, expect, test } from 'vitest';
import { findByWords } from '../../src/library/find-words.ts';
import { MemoryStore } from '../../src/library/memory-store.ts';
import { openPackage } from '../../src/library/package.ts';
import { newRecord } from '../../src/library/record.ts';
import { ReaderCollection } from '../../src/library/reader-collection.ts';
import { Shelf } from '../../src/library/shelf.ts';
import { DEFAULTS, type LensScope } from '../../src/library/stored.ts';
import type { Store } from '../../src/library/store.ts';
import { WholeLibrary } from '../../src/library/whole-library.ts';
import { files } from './packaged.ts';

const mine = [
  { title: 'Wasserstein distances for protein folding', abstract: 'Transport of mass between the shapes of proteins, learned by a critic.', tags: ['bio'] },
  { title: 'Folding proteins with graphs of residues', abstract: 'Graphs of residues describe how proteins fold, and transport between shapes.', tags: [] },
  { title: 'Deep Image Prior', abstract: 'Noted by me.', tags: [] },
];

async function open(store: Store = new MemoryStore()) {
  const shipped = openPackage(async (file) => {
    const content = files.get(file.replace(/^collection\//, '')) ?? '';
    return (typeof content === 'string' ? new TextEncoder().encode(content) : content).slice().buffer;
  });
  for (const [at, paper] of mine.entries()) {
    const { record } = newRecord(at + 1, { ...paper, authors: [], note: '', isRead: false, collections: [] }, at === 1 ? [50] : [], 0);
    await store.commit([{ put: 'record', row: record }, { put: 'abstract', row: { id: at + 1, text: paper.abstract } }, { put: 'collection', row: { id: 50, name: 'Folding', isOn: true, added: 0 } }]).catch(() => undefined);
  }
  const own = new ReaderCollection(store);
  const library = new WholeLibrary({ shipped, own, store, shelf: () => Promise.resolve(new Shelf(store)) });
  const look = (scope: LensScope) => store.commit([{ put: 'lens', row: { id: 60, name: 'Lens', scope } }, { put: 'settings', row: { ...DEFAULTS, lens: 60 } }]);
  const titles = async (query: string): Promise<string[]> => {
    await library.search(query, 50);
    return (await library.search(query, 50)).hits.map(({ paper }) => paper.title);
  };
  const states = async (...asked: string[]) => (await library.identify(asked.map((title) => ({ title })))).map((found) => found?.state ?? null);
  return { store, own, shipped, library, look, titles, states };
}

describe('the papers of the reader and those that ship', () => {
  test('are identified, searched and related as one', async () => {
    const { library, titles, states } = await open();
    expect(await states(mine[0]!.title, 'Wasserstein GAN', 'Folding proteins with graphs of resdues', 'Nothing we have')).toEqual(['in collection', 'in collection', 'in collection', null]);
    expect(await titles('wasserstein')).toEqual(expect.arrayContaining([mine[0]!.title, 'Wasserstein GAN']));
    const [near] = await library.relate([{ title: 'Graphs of residues for folding proteins of all shapes', abstract: mine[1]!.abstract.repeat(4) }]);
    expect(near?.nearest.title).toBe(mine[1]!.title);
    expect((await library.explain({ title: 'Stable Training of Wasserstein GANs' })).neighbours.map(({ paper }) => paper.title)).toContain('Wasserstein GAN');
  });

  test('a paper that both have is shown once, as the reader has it', async () => {
    const { library, titles } = await open();
    expect((await titles('deep image prior')).filter((title) => title === 'Deep Image Prior')).toHaveLength(1);
    const { hits } = await library.search('deep image prior', 5);
    expect(hits[0]?.abstract.text).toBe('Noted by me.');
  });

  test('words as typed in one leave out what the other has only by a typing error', async () => {
    const { titles } = await open();
    expect(await titles('residues')).toEqual([mine[1]!.title]);
  });

  test('a list finds by words in both, by their ids', async () => {
    const { own, shipped } = await open();
    const found = await findByWords('wasserstein', [own, shipped]);
    expect([...found.keys()].filter((id) => id > 0)).toEqual([1]);
    const names = await shipped.rows();
    expect([...found.keys()].filter((id) => id < 0).map((id) => names.title(-1 - id))).toContain('Wasserstein GAN');
    expect(Math.min(...found.values())).toBeGreaterThan(0);
  });
});

describe('what does not count', () => {
  test.each<[string, LensScope, (string | null)[]]>([
    ['a tag', { kind: 'tag', tag: 'bio' }, ['in collection', null, null]],
    ['a collection', { kind: 'collection', collection: 50 }, [null, 'in collection', null]],
    ['the collection that ships', { kind: 'collection', collection: 0 }, [null, null, 'in collection']],
    ['a set', { kind: 'set', papers: [1, 2], bundled: [] }, ['in collection', 'in collection', null]],
  ])('seen through a lens on %s is in no answer', async (_, scope, expected) => {
    const { look, states, titles, library } = await open();
    await look(scope);
    const asked = [mine[0]!.title, mine[1]!.title.replace('residues', 'resdues'), 'Wasserstein GAN'];
    expect(await states(...asked)).toEqual(expected);
    const those = [mine[0]!.title, mine[1]!.title, 'Wasserstein GAN'];
    const found = new Set([...(await titles('wasserstein')), ...(await titles('proteins'))]);
    expect(those.filter((title) => found.has(title))).toEqual(those.filter((_, at) => expected[at] !== null));
    const relations = await library.relate([{ title: 'Wasserstein GANs again', abstract: mine[0]!.abstract }, { title: 'Graphs of residues for folding proteins', abstract: mine[1]!.abstract.repeat(4) }]);
    const nearest = relations.flatMap((relation) => (relation === null ? [] : [relation.nearest.title]));
    expect(nearest.filter((title) => expected[those.indexOf(title)] === null)).toEqual([]);
  });

  test('a collection that is off, and the one that ships, switched off', async () => {
    const { store, states } = await open();
    await store.commit([{ put: 'collection', row: { id: 50, name: 'Folding', isOn: false, added: 0 } }]);
    expect(await states(mine[0]!.title, mine[1]!.title, 'Wasserstein GAN')).toEqual(['in collection', null, 'in collection']);
    await store.commit([{ put: 'settings', row: { ...DEFAULTS, bundledIsOn: false } }]);
    expect(await states(mine[0]!.title, mine[1]!.title, 'Wasserstein GAN')).toEqual(['in collection', null, null]);
  });
});

test('where the store cannot be read, the papers that ship still answer', async () => {
  const fails = () => Promise.reject(new Error('no database'));
  const store: Store = { state: fails, get: fails, range: fails, count: fails, lookup: fails, changedSince: fails, commit: fails };
  const { states, titles } = await open(store);
  expect(await states('Wasserstein GAN', mine[0]!.title)).toEqual(['in collection', null]);
  expect(await titles('wasserstein')).toContain('Wasserstein GAN');
});
