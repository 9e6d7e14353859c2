import { describe, expect, test } from 'vitest';
import { markTerms } from '../../src/related/mark.ts';
import { keysAtHand, openBundled, papers } from './packaged.ts';

const WGAN = 'arxiv:1701.07875';
const abstract = 'We train a generative adversarial network with the loss of Wasserstein GANs and a gradient penalty on the critic. Training is stable, and mode collapse disappears.';

describe('identify', () => {
  test('knows every paper of the collection by its title and by its id', async () => {
    const { library } = openBundled();
    const byTitle = await library.identify(papers.map(({ title }) => ({ title })));
    expect(byTitle.map((identity) => identity?.paper.key)).toEqual(papers.map(({ key }) => key));
    const withId = papers.filter(({ arxivId }) => arxivId !== undefined);
    const byId = await library.identify(withId.map(({ arxivId }) => ({ title: 'x', arxivId: `${arxivId}v2` })));
    expect(byId.map((identity) => identity?.state === 'in collection' && identity.certainty)).toEqual(withId.map(() => 'same id'));
  });

  test('reads the keys and nothing else', async () => {
    const { library, reads } = openBundled();
    await library.identify([{ title: 'Wasserstein GAN' }, { title: 'Nothing We Have' }]);
    await library.identify([{ title: 'Wasserstein GAN' }]);
    expect(reads).toEqual(['collection/keys.json']);
  });

  test('reads nothing where the keys are at hand', async () => {
    const { library, reads } = openBundled(keysAtHand);
    expect(await library.identify([{ title: 'Wasserstein GAN' }, { title: 'Nothing We Have' }])).toMatchObject([{ state: 'in collection', paper: { key: WGAN } }, null]);
    expect(reads).toEqual([]);
  });

  test('tells the other paper of the same title apart', async () => {
    const { library } = openBundled();
    expect(await library.identify([{ title: 'Wasserstein GAN', arxivId: '2001.00001' }, { title: 'Nothing We Have' }])).toMatchObject([
      { state: 'other paper', paper: { key: WGAN } },
      null,
    ]);
  });
});

describe('relate', () => {
  test('names the nearest paper and why, or nothing', async () => {
    const { library } = openBundled();
    const [near, far] = await library.relate([{ title: 'Stable Training of Wasserstein GANs', abstract }, { title: 'Cooking rice at high altitude' }]);
    expect(near?.nearest.title).toMatch(/Wasserstein/);
    expect(near?.count).toBeGreaterThan(0);
    expect(near?.terms.join(' ')).toMatch(/Wasserstein/i);
    expect(far).toBeNull();
  });

  test('ranks what deserves no mark behind what does, as the marks say it', async () => {
    const { library } = openBundled();
    const mentions = [{ title: 'Cooking rice at high altitude with a neural network' }, { title: 'Stable Training of Wasserstein GANs', abstract }, { title: '∫∫ 42' }];
    const [loose, near, nothing] = await library.rank(mentions);
    expect(loose).toMatchObject({ closeness: 'loosely related', nearest: { title: expect.any(String) as string } });
    expect(loose && near && loose.rank < near.rank).toBe(true);
    expect(nothing).toBeNull();
    expect(await library.relate(mentions)).toEqual([null, near, null]);
  });

  test('never names the paper itself', async () => {
    const { library } = openBundled();
    const relations = await library.relate(papers.map(({ title }) => ({ title })));
    relations.forEach((relation, row) => expect(relation?.nearest.key).not.toBe(papers[row]?.key));
    expect(relations.filter((relation) => relation !== null).length).toBeGreaterThan(10);
  });

  test('lets other questions have their turn during a long batch', async () => {
    const { library } = openBundled();
    await library.relate([{ title: 'Warm up' }]);
    const order: string[] = [];
    const batch = library.relate(Array.from({ length: 60 }, (_, at) => ({ title: `Stable training of networks ${at}` }))).then(() => order.push('batch'));
    // As a message arrives: in a task of its own.
    const badge = new Promise<void>((resolve) => setTimeout(() => void library.identify([{ title: 'Wasserstein GAN' }]).then(() => resolve(void order.push('badge')))));
    await Promise.all([batch, badge]);
    expect(order).toEqual(['badge', 'batch']);
  });

  test('reads neither abstracts nor search indexes', async () => {
    const { library, reads } = openBundled();
    await library.relate([{ title: 'Wasserstein GAN' }, { title: 'Stable Training of Wasserstein GANs' }]);
    expect([...reads].sort()).toEqual(['collection/keys.json', 'collection/neighbours.json', 'collection/related.bin']);
  });
});

describe('explain', () => {
  test('of a paper we have shows its own abstract and its neighbours, with what they share marked', async () => {
    const { library } = openBundled();
    const { identity, neighbours, abstract: own, links } = await library.explain({ title: 'wasserstein GAN' });
    expect(identity).toMatchObject({ state: 'in collection', certainty: 'same title' });
    expect(own?.text).toMatch(/^We introduce a new algorithm named WGAN/);
    expect(own?.marks.length).toBeGreaterThan(0);
    expect(neighbours.length).toBe(5);
    expect(neighbours[0]?.paper.title).toBe('Improved Training of Wasserstein GANs');
    expect(neighbours.map(({ paper }) => paper.key)).not.toContain(WGAN);
    expect(links.map(({ label }) => label)).toEqual(['arXiv', 'PDF', 'HTML', 'Hugging Face']);
  });

  test('of another paper marks the abstract that the page gave', async () => {
    const { library } = openBundled();
    const { identity, neighbours, abstract: own, links } = await library.explain({ title: 'Stable Training of Wasserstein GANs', abstract });
    expect(identity).toBeNull();
    expect(own?.text).toBe(abstract);
    expect(own?.marks.map(([start, end]) => abstract.slice(start, end).toLowerCase())).toContain('wasserstein gans');
    expect(neighbours.length).toBeGreaterThan(0);
    for (const neighbour of neighbours) for (const [start, end] of neighbour.abstract.marks) expect(neighbour.abstract.text.slice(start, end)).not.toBe('');
    expect(links).toMatchObject([{ label: 'Search arXiv' }]);
  });

  test('marks in the own abstract the reasons of related papers, and no word of loose ones', async () => {
    const { library } = openBundled();
    const long = `${abstract} The critic is kept Lipschitz without clipping its weights, the Wasserstein distance falls with the quality of samples, and residual generators of images train without tuning on data of bedrooms and faces.`;
    const { neighbours, abstract: own } = await library.explain({ title: 'Stable Training of Wasserstein GANs', abstract: long });
    const related = neighbours.filter(({ closeness }) => closeness !== 'loosely related').flatMap(({ terms }) => terms);
    const loose = neighbours.filter(({ closeness }) => closeness === 'loosely related').flatMap(({ terms }) => terms);
    expect([related.length > 1, loose.length > 1]).toEqual([true, true]);
    expect(own).toEqual(markTerms(long, related));
    expect(own).not.toEqual(markTerms(long, [...related, ...loose]));
  });

  test('of a title alone has no abstract to show', async () => {
    const { library } = openBundled();
    expect((await library.explain({ title: 'Cooking rice at high altitude' })).abstract).toBeNull();
  });
});

describe('paper', () => {
  test('is shown in full', async () => {
    const { library } = openBundled();
    const view = await library.paper(WGAN);
    expect(view).toMatchObject({ paper: { title: 'Wasserstein GAN', year: 2017 }, citation: { link: 'https://arxiv.org/abs/1701.07875' } });
    expect(view.abstract).toBe(papers.find(({ key }) => key === WGAN)?.abstract);
    expect(view.citation.bibtex).toContain('eprint = {1701.07875}');
    expect(view.citation.text).toContain('Wasserstein GAN');
    expect(view.similar.length).toBe(8);
  });

  test('has 1 to 8 similar papers, never itself, each once', async () => {
    const { library } = openBundled();
    for (const { key } of papers) {
      const keys = (await library.paper(key)).similar.map(({ paper }) => paper.key);
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.length).toBeLessThanOrEqual(8);
      expect(new Set([...keys, key]).size).toBe(keys.length + 1);
    }
  });

  test('without an arXiv id links to a search for its title', async () => {
    const { library } = openBundled();
    const without = papers.find(({ arxivId }) => arxivId === undefined);
    const { links, citation } = await library.paper(without?.key ?? '');
    expect(links.map(({ label }) => label)).toEqual(['Search arXiv']);
    expect(new URL(citation.link).searchParams.get('query')).toBe(without?.title);
  });

  test.each(['', 'arxiv:2001.00001', 'constructor', '__proto__'])('%j is the key of none', async (key) => {
    await expect(openBundled().library.paper(key)).rejects.toThrow('no paper has this key');
  });
});

describe('a file that cannot be read', () => {
  test('fails the question and not the next one', async () => {
    const { library, missing } = openBundled();
    missing.add('collection/keys.json');
    await expect(library.identify([{ title: 'Wasserstein GAN' }])).rejects.toThrow('not in the package');
    missing.clear();
    expect(await library.identify([{ title: 'Wasserstein GAN' }])).toMatchObject([{ state: 'in collection' }]);
  });

  test('is no concern of questions that need others', async () => {
    const { library, missing } = openBundled();
    missing.add('collection/related.bin');
    missing.add('collection/search-titles.bin');
    expect(await library.identify([{ title: 'Wasserstein GAN' }])).toMatchObject([{ state: 'in collection' }]);
    await expect(library.search('gan', 5)).rejects.toThrow('search-titles.bin');
    expect((await library.paper(WGAN)).similar.length).toBe(8);
  });
});
