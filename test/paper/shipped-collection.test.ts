import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import wordListPath from 'word-list';
import { compileCollection } from '../../src/collections/compile.ts';
import { buildKeys } from '../../src/paper/identity-keys.ts';
import { openKeys } from '../../src/paper/identity.ts';
import { titleKey } from '../../src/paper/title-key.ts';
import { titleWords } from '../../src/paper/title-words.ts';

const source = (name: string): string => readFileSync(new URL(`../../src/collections/${name}`, import.meta.url), 'utf8');

/** Words that turn a title into another paper's, put at every place of every title. */
const OTHERS = ['a', 'the', 'not', 'deep', 'improved', 'robust', 'video', 'GAN', '2', 'II'];

describe('the collection that ships', () => {
  const papers = compileCollection(source('papers.txt'), source('identities.tsv'));
  const keys = buildKeys(papers, readFileSync(wordListPath, 'utf8').split('\n'));
  const identify = openKeys(keys);
  const own = new Set(papers.map(({ title }) => titleKey(title)));

  test('every paper is itself, by id and by title', () => {
    expect(papers.map(({ title }) => identify({ title }))).toEqual(papers.map((_, row) => ({ kind: 'same', certainty: 'same title', row })));
    const named = papers.flatMap(({ arxivId }, row) => (arxivId === undefined ? [] : [{ arxivId, row }]));
    expect(named.map(({ arxivId }) => identify({ title: 'Another', arxivId }))).toEqual(named.map(({ row }) => ({ kind: 'same', certainty: 'same id', row })));
    expect([papers.length, named.length]).toEqual([207, 206]);
  });

  test('no title with one word dropped, added or replaced is a paper of the collection', () => {
    let tried = 0;
    const marked: string[] = [];
    for (const { title } of papers) {
      const words = title.split(/\s+/);
      for (let at = 0; at <= words.length; at++) {
        const changed = [words.toSpliced(at, 1), ...OTHERS.flatMap((other) => [words.toSpliced(at, 0, other), words.toSpliced(at, 1, other)])].map((list) => list.join(' '));
        for (const other of changed) {
          if (own.has(titleKey(other))) continue;
          tried++;
          if (identify({ title: other }) !== undefined) marked.push(other);
        }
      }
    }
    console.log(`collection: ${tried} titles of other papers tried`);
    expect(marked).toEqual([]);
  }, 120_000);

  test('named traps stay unmarked', () => {
    const traps = [
      'Improved Training of Wasserstein GAN', 'Wasserstein GANs', 'Training of Wasserstein GANs', 'StackGAN: Realistic Image Synthesis with Stacked Generative Adversarial Networks',
      'StackGAN++: Text to Photo-realistic Image Synthesis with Stacked Generative Adversarial Networks', 'StackGAN', 'StackGAN++', 'Show and Tell', 'Show, Attend and Tell: Neural Image Caption Generation with Visual Attention',
      'Show and Tell: A Neural Image Caption Generator with Visual Attention', 'Hypernetworks in Deep Learning', 'HyperNetworks: A Brief Review', 'Generative Adversarial Nets', 'Generative Adversarial Networks: An Overview',
      'Conditional Generative Adversarial Networks', 'A Large-Scale Study on Regularization and Normalization', 'Are GANs Created Equal', 'StyleGAN', 'StyleGAN2', 'Deep Learning', 'Attention Is All You Need', 'GAN',
      'Show and Tell: A Neural Image Cation Generator', 'AutoMix: Unveiling the Powder of Mixup for Stronger Classifiers', 'Converging Transformers into DGNNs Form',
    ];
    expect(traps.filter((title) => identify({ title }) !== undefined)).toEqual([]);
  });

  test('a misspelt word inside a long title is seen through', () => {
    let tried = 0;
    let found = 0;
    papers.forEach(({ title }, row) => {
      const { words } = titleWords(title);
      words.forEach(({ raw }, at) => {
        if (words.length < 5 || at === 0 || !/^\p{L}\p{Ll}{6,}$/u.test(raw)) return;
        for (const place of [2, 4]) {
          const typo = raw.slice(0, place) + raw.slice(place + 1);
          tried++;
          if (identify({ title: words.map((word, i) => (i === at ? typo : word.raw)).join(' ') })?.row === row) found++;
        }
      });
    });
    console.log(`collection: ${found} of ${tried} misspelt titles found`);
    expect(found / tried).toBeGreaterThan(0.9);
  });

  test('the keys are small', () => expect(JSON.stringify(keys).length).toBeLessThan(150_000));
});
