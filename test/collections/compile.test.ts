import { describe, expect, test } from 'vitest';
import { compileCollection } from '../../src/collections/compile.ts';
import { bundledIdentities, bundledListing, bundledPapers } from './bundled.ts';

describe('the collection that ships', () => {
  const papers = bundledPapers();

  test('has 207 papers under different keys', () => {
    expect(papers).toHaveLength(207);
    expect(new Set(papers.map(({ key }) => key)).size).toBe(207);
  });

  test('has 206 arXiv ids, and none for the one paper where none was seen', () => {
    const without = papers.filter(({ arxivId }) => arxivId === undefined);
    expect(without.map(({ title }) => title)).toEqual(['Generative Artificial Intelligence Consensus in a Trustless Network']);
    expect(without[0]?.key).toMatch(/^title:/);
  });

  test('keeps each title with its own abstract and identity', () => {
    expect(papers[0]).toMatchObject({
      key: 'arxiv:1711.10925',
      title: 'Deep Image Prior',
      authors: ['Dmitry Ulyanov', 'Andrea Vedaldi', 'Victor Lempitsky'],
      year: 2017,
      arxivId: '1711.10925',
    });
    expect(papers[0]?.abstract).toMatch(/^Deep convolutional networks have become a popular tool for image generation and restoration\./);
    expect(papers.at(-1)).toMatchObject({ title: 'Compositional Deep Learning', arxivId: '1907.08292' });
    expect(papers.at(-1)?.abstract).toContain('category-theoretic');
  });

  test('is refused when a pair of lines is lost, since every later identity would belong to another paper', () => {
    const lines = bundledListing().split('\n');
    expect(() => compileCollection(lines.toSpliced(4, 2).join('\n'), bundledIdentities())).toThrow(/^identities, line 3: the title differs/);
    expect(() => compileCollection(bundledListing(), bundledIdentities().replace('Deep Image Prior', 'Deep Image Priors'))).toThrow(/^identities, line 2: the title differs/);
  });
});
