import { describe, expect, test } from 'vitest';
import { openBundled, papers } from './packaged.ts';

const { library: whole } = openBundled();

describe('a query that names a paper', () => {
  test.each([
    ['an address', 'https://arxiv.org/abs/1711.10925v3', 'same id'],
    ['an address without scheme', 'arxiv.org/pdf/1711.10925', 'same id'],
    ['a page about it', 'https://huggingface.co/papers/1711.10925', 'same id'],
    ['an id', ' arXiv:1711.10925 ', 'same id'],
    ['an arXiv DOI', '10.48550/arXiv.1711.10925', 'same id'],
    ['a line with its id', 'Ulyanov et al., Deep Image Prior, arXiv:1711.10925 (2017)', 'same id'],
    ['its title', 'deep image prior', 'same title'],
    ['its title in quotes', '“Deep Image Prior”', 'same title'],
    ['its title with a line break', 'Deep\n  Image Prior', 'same title'],
    ['its title with a hyphened line break', 'Deep Im-\nage Prior', 'same title'],
    ['its title with the line break lost', 'Deep ImagePrior', 'same title'],
  ])('by %s leads to it', async (_, query, certainty) => {
    const { named, hits, total } = await whole.search(query, 10);
    expect({ named, first: hits[0]?.paper.title }).toEqual({ named: certainty, first: 'Deep Image Prior' });
    expect(total).toBeGreaterThanOrEqual(hits.length);
  });

  test('with a ligature, an accent and a curly apostrophe leads to it', async () => {
    expect((await whole.search('How Realistic Is Your Synthetic Data? Constraining Deep Generative Models for Tabular Data'.replace('How', 'Hów'), 1)).named).toBe('same title');
    expect((await whole.search('Large Scale GAN Training for High Fidelity Natural Image Synthesis'.replace('Fi', 'ﬁ'), 1)).named).toBe('same title');
  });

  test('shows the others that have its words behind it', async () => {
    const { hits } = await whole.search('Wasserstein GAN', 10);
    expect(hits.map(({ paper }) => paper.title)).toEqual(expect.arrayContaining(['Improved Training of Wasserstein GANs']));
  });

  test('that is not here finds nothing, rather than papers with the same digits', async () => {
    expect(await whole.search('https://arxiv.org/abs/2001.00001', 10)).toMatchObject({ named: null, hits: [], total: 0 });
  });

  test('every title, pasted, leads to its paper', async () => {
    for (const { title, key } of papers) {
      const { hits, named } = await whole.search(title.toUpperCase(), 3);
      expect([hits[0]?.paper.key, named]).toEqual([key, 'same title']);
    }
  });
});

describe('an ordinary query', () => {
  test('names no paper', async () => {
    expect((await whole.search('image', 10)).named).toBeNull();
  });

  test('gives at most as many as asked for, and counts all', async () => {
    const { hits, total } = await whole.search('generative', 7);
    expect(hits).toHaveLength(7);
    expect(total).toBeGreaterThan(50);
  });

  test('adds relatives of the best hit that do not have the words', async () => {
    const { hits, similar } = await whole.search('"curious case"', 10);
    const found = new Set(hits.map(({ paper }) => paper.key));
    expect(similar?.to.title).toBe('The Curious Case of Neural Text Degeneration');
    expect(similar?.neighbours.length).toBeGreaterThan(0);
    for (const { paper, terms } of similar?.neighbours ?? []) {
      expect(found.has(paper.key)).toBe(false);
      expect(terms.length).toBeGreaterThanOrEqual(2);
    }
  });

  test('does not name a hit a second time', async () => {
    for (const query of ['wasserstein gan', 'stackgan', '"show and tell"', 'stylegan', 'hypernetworks', 'vision transformers']) {
      const { hits, similar } = await whole.search(query, 100);
      const found = new Set(hits.map(({ paper }) => paper.key));
      expect(similar?.neighbours.filter(({ paper }) => found.has(paper.key)) ?? []).toEqual([]);
    }
  });

  test.each(['', '   ', '"', 'author:'])('of nothing (%j) finds nothing', async (query) => {
    expect(await whole.search(query, 10)).toMatchObject({ hits: [], total: 0, named: null, similar: null });
  });
});

describe('a fresh worker', () => {
  const abstractIndex = 'collection/search-abstracts.bin';

  test('reads what search needs, together and once, and no more', async () => {
    const { library, reads } = openBundled();
    expect(await library.search('xylophone', 10)).toMatchObject({ complete: true, total: 0 });
    const forSearch = ['collection/abstracts.json', 'collection/keys.json', 'collection/neighbours.json', abstractIndex, 'collection/search-titles.bin'];
    expect([...reads].sort()).toEqual(forSearch);
    expect((await library.search('wasserstein', 10)).complete).toBe(true);
    expect([...reads].sort()).toEqual(forSearch);
  });

  test('does not wait long for abstracts: it answers from titles, and with the rest when asked again', async () => {
    const { library, slow } = openBundled();
    let arrive = (): void => undefined;
    slow.set(abstractIndex, new Promise((resolve) => (arrive = resolve)));
    expect(await library.search('wasserstein', 10)).toMatchObject({ complete: false, total: 2, similar: null });
    expect(await library.search('wassers', 10)).toMatchObject({ complete: false, total: 2 });
    const again = library.search('wassers', 10);
    arrive();
    expect(await again).toMatchObject({ complete: true, total: 3 });
    expect(await library.search('wasserstein', 10)).toMatchObject({ complete: true, total: 3 });
  });

  test('answers from titles where the abstracts cannot be read, and tries again', async () => {
    const { library, missing } = openBundled();
    missing.add(abstractIndex);
    expect((await library.search('wasserstein', 10)).hits).toHaveLength(2);
    await expect(library.search('wasserstein', 10)).rejects.toThrow('not in the package');
    missing.clear();
    expect((await library.search('wasserstein', 10)).complete).toBe(true);
  });
});
