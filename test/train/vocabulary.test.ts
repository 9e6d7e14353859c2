import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCorpus, readTitles } from '../../src/train/corpus.ts';
import { selectTerms, type Terms } from '../../src/train/vocabulary.ts';
import { toJsonLines } from './small-corpus.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vocabulary-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}
const quiet = (): void => undefined;
const least = { leastPapersOfWord: 2, leastPapersOfPair: 2, leastInformation: 0.5 };
const read = async (papers: readonly object[], excluded: readonly string[] = []) => readCorpus(await write('corpus.jsonl', toJsonLines(papers)), new Set(excluded), quiet);
const termsOf = (terms: Terms, paper: number): string[] => Array.from(terms.terms.slice(terms.starts[paper], terms.starts[paper + 1]), (term) => terms.names[term]!);

describe('readCorpus', () => {
  it('leaves out excluded and repeated titles and counts them', async () => {
    const papers = ['Glacier flow', 'GLACIER: Flow!', 'Secret paper', 'Soft beds'].map((title) => ({ title, abstract: 'ice' }));
    const corpus = await read(papers, ['secretpaper']);
    expect(corpus.papers).toBe(2);
    expect(corpus.removed).toEqual({ excluded: 1, repeated: 1 });
  });

  it('reads gzip', async () => {
    const file = await write('corpus.jsonl.gz', gzipSync(toJsonLines([{ title: 'Glacier flow', abstract: 'ice' }])));
    expect((await readCorpus(file, new Set(), quiet)).words).toEqual(['glacier', 'flow', 'ice']);
  });

  it.each([
    ['{"title": "a b"}\n{"title": \n', /corpus\.jsonl:2: no JSON/],
    ['{"title": "a b"}\n{"abstract": "c"}\n', /corpus\.jsonl:2: "title" is missing/],
    ['{"title": "a b", "abstract": 7}\n', /corpus\.jsonl:1: "abstract" is no text/],
    ['\n', /holds no paper/],
  ])('names the place of a fault in %j', async (text, message) => {
    await expect(readCorpus(await write('corpus.jsonl', text), new Set(), quiet)).rejects.toThrow(message);
  });

  it('says which file cannot be read', async () => {
    await expect(readCorpus(join(folder, 'none.jsonl'), new Set(), quiet)).rejects.toThrow(/none\.jsonl: cannot be read/);
    await expect(readCorpus(await write('broken.jsonl.gz', 'no gzip'), new Set(), quiet)).rejects.toThrow(/broken\.jsonl\.gz: cannot be read/);
  });
});

it.each([
  ['titles.jsonl', '{"title": "Ice & snow"}\n'],
  ['titles.json', '[{"title": "Ice & snow"}]'],
  ['titles.txt', 'Ice & Snow\n\n'],
])('reads the titles of %s', async (name, text) => {
  expect(await readTitles(await write(name, text))).toEqual(['icesnow']);
});

describe('selectTerms', () => {
  it('keeps words and pairs that enough papers hold, and counts them by place', async () => {
    const papers = [
      { title: 'Glacier flow', abstract: 'glacier flow, rare' },
      { title: 'Ice', abstract: 'a glacier flow over ice; ice' },
      { title: 'Tides', abstract: 'tides and tides' },
      { title: 'Tide pools', abstract: 'pools' },
    ];
    const terms = selectTerms(await read(papers), least);
    expect(terms.names).toEqual(['glacier', 'flow', 'tide', 'glacierflow']);
    expect([...terms.papersWith]).toEqual([2, 2, 2, 2]);
    expect(termsOf(terms, 0)).toEqual(['glacier', 'flow', 'glacierflow']);
    expect(terms.inTitle.slice(0, 3)).toEqual(Uint8Array.of(1, 1, 1));
    expect(terms.inAbstract.slice(0, 3)).toEqual(Uint8Array.of(1, 1, 1));
    expect(termsOf(terms, 2)).toEqual(['tide']);
    expect(terms.inAbstract[terms.starts[2]!]).toBe(2);
  });

  it('reads "pre training" as "pretraining" where that is a word', async () => {
    const papers = [
      { title: 'Pretraining', abstract: 'pre training' },
      { title: 'On pretraining', abstract: 'pre-training' },
      { title: 'Training', abstract: 'pre and post' },
    ];
    const terms = selectTerms(await read(papers), { ...least, leastPapersOfPair: 9 });
    expect(terms.names).toEqual(['pretraining', 'pre', 'training']);
    expect(termsOf(terms, 0)).toEqual(['pretraining', 'pre', 'training']);
    expect(terms.inAbstract[terms.starts[0]!]).toBe(1);
    expect(termsOf(terms, 2)).toEqual(['training', 'pre']);
  });
});
