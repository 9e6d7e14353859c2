import { expect, test } from 'vitest';
import { papersInText } from '../../src/library/papers-in-text.ts';
import { LINK_EDGE } from '../../src/mentions/edges.ts';
import { bundledPapers } from '../collections/bundled.ts';
import { openBundled } from './packaged.ts';

const papers = bundledPapers();
const { library } = openBundled();
const found = async (text: string, links: { start: number; end: number; href: string }[] = []): Promise<string[]> =>
  (await papersInText({ text, links }, papers, (mentions) => library.identify(mentions))).map(({ start, end, identity }) => `${identity.paper.title} (${identity.certainty}): ${text.slice(start, end).replaceAll(LINK_EDGE, '')}`);

test('ids, links and titles, each place once', async () => {
  const linked = `${LINK_EDGE}Deep Image Prior${LINK_EDGE}`;
  expect(await found(`${linked} and arXiv:1609.09106 and arXiv:2999.00001, 10.48550/arXiv.1701.07875.`, [{ start: 1, end: 17, href: 'https://arxiv.org/abs/1711.10925' }])).toEqual([
    'Deep Image Prior (same id): Deep Image Prior',
    'HyperNetworks (same id): arXiv:1609.09106',
    'Wasserstein GAN (same id): 10.48550/arXiv.1701.07875',
  ]);
  expect(await found('A talk.\nImproved Training of Wasserstein GANs\nMore.')).toEqual(['Improved Training of Wasserstein GANs (same title): Improved Training of Wasserstein GANs']);
});

test('a title whose paper does not count here is none', async () => {
  expect(await papersInText({ text: 'HyperNetworks', links: [] }, papers, (mentions) => Promise.resolve(mentions.map(() => null)))).toEqual([]);
});
