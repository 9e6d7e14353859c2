import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Answers } from '../../src/library/answers.ts';
import { MemoryStore } from '../../src/library/memory-store.ts';
import { newRecord } from '../../src/library/record.ts';
import { ReaderCollection } from '../../src/library/reader-collection.ts';
import type { Change, Store } from '../../src/library/store.ts';
import { CollectionLibrary } from '../../src/library/library.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { bundledPapers } from '../collections/bundled.ts';

const papers = bundledPapers();

/** A commit that saves papers under ids. */
function save(store: Store, some: readonly (readonly [id: number, paper: Paper])[]): Promise<unknown> {
  return store.commit(
    some.flatMap(([id, { title, abstract, authors, year, arxivId }]): Change[] => {
      const staged = { title, abstract, authors, ...(year !== undefined && { year }), ...(arxivId !== undefined && { arxivId }), tags: [], note: '', isRead: false, collections: [] };
      const { record } = newRecord(id, staged, [], 0);
      return [{ put: 'record', row: record }, { put: 'abstract', row: { id, text: abstract } }];
    }),
  );
}

async function forgetDerived(store: Store): Promise<void> {
  for (const { name } of await store.range('derived')) await store.commit([{ delete: 'derived', key: name }]);
}

const queries = ['wasserstein', 'generatve adverserial', 'image synthesis', 'neural', 'author:goodfellow', '"show and tell"', 'year:2017 gan', 'transformer attention'];

/** What a collection answers, in terms that do not depend on rows. */
async function answersOf(collection: ReaderCollection): Promise<unknown> {
  await collection.catchUp();
  const collections = () => Promise.resolve([collection]);
  const [library, answers] = [new CollectionLibrary(collections), new Answers(collections)];
  const found = [];
  for (const query of queries) {
    await answers.search(query, 300);
    const { hits, total } = await answers.search(query, 300);
    found.push({ query, total, keys: hits.map(({ paper }) => paper.key).sort(), first: hits.slice(0, 3).map(({ paper }) => paper.key) });
  }
  const identified = await library.identify(papers.flatMap(({ title, arxivId }) => [{ title }, { title: 'x', ...(arxivId !== undefined && { arxivId }) }]));
  const near = [];
  for (const { title, abstract } of papers.slice(0, 20)) near.push((await collection.nearest({ title: `${title} again`, abstract }, { limit: 5 })).map(({ doc }) => doc));
  const rows = await collection.rows();
  return { found, identified, near: near.map((docs) => docs.map((row) => rows.summary(row)?.key)) };
}

describe('what was taken in bit by bit answers as what is read at once', () => {
  test('after saves, edits and removals, over several starts', { timeout: 120_000 }, async () => {
    const store = new MemoryStore();
    let collection = new ReaderCollection(store);
    await save(store, papers.slice(0, 120).map((paper, at) => [at + 1, paper]));
    await collection.catchUp();
    await save(store, papers.slice(120).map((paper, at) => [at + 121, paper]));
    await collection.catchUp();
    // Another start, from what was kept.
    collection = new ReaderCollection(store);
    await collection.rows();
    await save(store, [[3, { ...(papers[3] as Paper), title: 'A title that a reader wrote anew', abstract: 'Of transformer attention.' }]]);
    await store.commit([{ delete: 'record', key: 5 }, { delete: 'record', key: 150 }]);
    const [record] = await store.get('record', [7]);
    await store.commit([{ put: 'record', row: { ...record!, trashed: 1 } }]);
    const grown = await answersOf(collection);
    const opened = await answersOf(new ReaderCollection(store));
    await forgetDerived(store);
    const anew = await answersOf(new ReaderCollection(store));
    expect(opened).toEqual(grown);
    expect({ ...(grown as object), near: [] }).toEqual({ ...(anew as object), near: [] });
  });

  test('any order of saves and removals', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ id: fc.integer({ min: 1, max: 6 }), paper: fc.nat(20), kind: fc.constantFrom('save', 'save', 'delete', 'trash', 'start', 'forget') }), { maxLength: 14 }), async (steps) => {
        const store = new MemoryStore();
        let collection = new ReaderCollection(store);
        const there = new Map<number, Paper>();
        for (const { id, paper, kind } of steps) {
          if (kind === 'save') {
            await save(store, [[id, papers[paper] as Paper]]);
            there.set(id, papers[paper] as Paper);
          } else if (kind === 'start') collection = new ReaderCollection(store);
          else if (kind === 'forget') await forgetDerived(store);
          else {
            const [record] = await store.get('record', [id]);
            await store.commit(kind === 'delete' || record === undefined ? [{ delete: 'record', key: id }] : [{ put: 'record', row: { ...record, trashed: 1 } }]);
            there.delete(id);
          }
          const rows = await collection.rows();
          for (const { title } of papers.slice(0, 21)) {
            const found = rows.identify({ title });
            expect(found?.kind === 'same' ? rows.title(found.row) : undefined).toBe([...there.values()].find((paper) => paper.title === title)?.title);
          }
          const index = await collection.titleIndex();
          const found = { scores: new Float32Array(index.rows), words: new Set<string>() };
          index.find('the', { prefix: true, typos: 2 }, undefined, 1, found);
          found.scores.forEach((score, row) => expect(score > 0 ? rows.summary(row) : true).toBeDefined());
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('removed papers', () => {
  test('are in no answer, whether their place is known or not', async () => {
    const store = new MemoryStore();
    const collection = new ReaderCollection(store);
    await save(store, papers.map((paper, at) => [at + 1, paper]));
    await collection.catchUp();
    const gone = papers.filter((_, at) => at % 3 === 0).map(({ key }) => key);
    await store.commit(papers.flatMap((_, at): Change[] => (at % 3 === 0 ? [{ delete: 'record', key: at + 1 }] : [])));
    const answers = new Answers(() => Promise.resolve([collection]));
    await collection.catchUp();
    const { hits } = await answers.search('neural', 300);
    const relations = await answers.relate(papers.map(({ title, abstract }) => ({ title: `${title} again`, abstract })));
    const seen = new Set([...hits.map(({ paper }) => paper.key), ...relations.flatMap((relation) => (relation === null ? [] : [relation.nearest.key]))]);
    expect(seen.size).toBeGreaterThan(20);
    expect(gone.filter((key) => seen.has(key))).toEqual([]);
    const rows = await collection.rows();
    const { title, abstract } = papers[0] as Paper;
    const near = await collection.nearest({ title: `${title} again`, abstract }, { limit: 5 });
    expect(near.map(({ doc }) => rows.summary(doc)?.key)).toEqual(Array.from({ length: 5 }, () => expect.any(String)));
    for (const key of gone) await expect(answers.paper(key)).rejects.toThrow('no paper has this key');
  });
});

describe('a derived part that is damaged', () => {
  test('is made anew, and the answers are the same', { timeout: 120_000 }, async () => {
    const store = new MemoryStore();
    await save(store, papers.map((paper, at) => [at + 1, paper]));
    const expected = await answersOf(new ReaderCollection(store));
    // A second state, so that there are rows since the whole was packed.
    await save(store, [[1, papers[0] as Paper]]);
    await store.commit([{ delete: 'record', key: 200 }]);
    await new ReaderCollection(store).catchUp();
    const wanted = await answersOf(new ReaderCollection(store));
    expect(wanted).not.toEqual(expected);
    const parts = await store.range('derived');
    expect(parts.map(({ name }) => name).sort()).toEqual(['abstracts', 'abstracts of', 'related', 'related of', 'rows', 'rows since', 'titles', 'titles of']);
    const damages: Record<string, (bytes: ArrayBuffer) => ArrayBuffer> = {
      cut: (bytes) => bytes.slice(0, Math.floor(bytes.byteLength / 2)),
      empty: () => new ArrayBuffer(0),
      'one bit': (bytes) => {
        const copy = new Uint8Array(bytes.slice(0));
        copy[Math.floor(copy.length / 2)]! ^= 1;
        return copy.buffer;
      },
    };
    for (const part of parts)
      for (const [, damage] of Object.entries(damages)) {
        await store.commit([{ put: 'derived', row: { ...part, bytes: damage(part.bytes) } }]);
        const answers = (await answersOf(new ReaderCollection(store))) as { found: unknown; identified: unknown };
        expect({ part: part.name, found: answers.found, identified: answers.identified }).toEqual({ part: part.name, found: (wanted as typeof answers).found, identified: (wanted as typeof answers).identified });
      }
  });
});

test('what is asked for is known at once, while thousands wait to be taken in', async () => {
  const store = new MemoryStore();
  await save(store, Array.from({ length: 400 }, (_, at): readonly [number, Paper] => [at + 1, { key: '', title: `Deep folding of protein number ${at}`, abstract: '', authors: [] }]));
  for (let id = 401; id < 600; id++) await save(store, [[id, { key: '', title: `Deep folding of protein number ${id - 1}`, abstract: '', authors: [] }]]);
  const pauses: (() => void)[] = [];
  const collection = new ReaderCollection(store, { pause: () => new Promise((resolve) => pauses.push(resolve)) });
  const last = { title: 'Deep folding of protein number 598' };
  const rows = await collection.rows([last]);
  expect(rows.identify(last)?.kind).toBe('same');
  expect(rows.identify({ title: 'Deep folding of protein number 590' })).toBeUndefined();
});

test('a title with one word of the language for another is another paper, and one that is misspelt is not', async () => {
  const store = new MemoryStore();
  await save(store, [[1, { key: '', title: 'Learning the structure of causal graphs from interventions', abstract: '', authors: [] }]]);
  const rows = await new ReaderCollection(store, { isWord: () => Promise.resolve((word) => word === 'casual') }).rows();
  expect(rows.identify({ title: 'Learning the structure of casual graphs from interventions' })).toBeUndefined();
  expect(rows.identify({ title: 'Learning the structre of causal graphs from interventions' })).toMatchObject({ certainty: 'nearly the same title' });
});

test('of no papers none is near, and the word table is not read to say so', async () => {
  const store = new MemoryStore();
  let reads = 0;
  const collection = new ReaderCollection(store, { table: () => Promise.resolve(void reads++) });
  expect(await collection.nearest({ title: 'Deep Image Prior' }, { limit: 5 })).toEqual([]);
  expect(reads).toBe(0);
  await save(store, papers.slice(0, 30).map((paper, at) => [at + 1, paper]));
  expect((await collection.nearest({ title: papers[3]!.title, abstract: papers[3]!.abstract }, { limit: 5 })).length).toBeGreaterThan(0);
  expect(reads).toBe(1);
});
