import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFile } from './read-page.ts';

interface Truth {
  title: string;
  arxivId?: string;
  role?: string;
}

const folder = join(resolve(process.env['PAPERKIN_SHARED'] ?? '../shared'), 'pages');
const isThere = existsSync(join(folder, 'INDEX.tsv'));
const READ = new Set(['arxiv.org', 'ar5iv.labs.arxiv.org', 'huggingface.co', 'paperswithcode.com']);

/** The address a page stands for; two pages stand for the one they were made from. */
function addresses(): { file: string; site: string; address: string }[] {
  const rows = readFileSync(join(folder, 'INDEX.tsv'), 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t'));
  const byName = new Map(rows.map(([file = '', , , address = '']) => [file.replace(/\.\w+$/, ''), address]));
  return rows
    .filter(([file = '']) => file.endsWith('.html'))
    .map(([file = '', site = '', , address = '']) => {
      const base = /^\(as ([\w-]+)/.exec(address)?.[1];
      return { file, site, address: (base === undefined ? address : byName.get(base)) ?? address };
    });
}

const oneLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

describe.runIf(isThere)('saved pages of the sites', () => {
  let pages = 0;
  let titles = 0;
  afterAll(() => console.log(`saved pages read: ${pages}, titles found as expected: ${titles}`));

  it.each(isThere ? addresses() : [])('$file', ({ file, site, address }) => {
    const truth = JSON.parse(readFileSync(join(folder, file.replace('.html', '.truth.json')), 'utf8')) as Truth[];
    const expected = READ.has(site) ? truth.filter(({ role }) => role !== 'bib') : [];
    const found = readFile(join(folder, file), address);
    expect(found.map(({ mention }) => [oneLine(mention.title), mention.arxivId])).toEqual(expected.map(({ title, arxivId }) => [oneLine(title), arxivId]));
    expect(found.map(({ main }) => main)).toEqual(expected.map(({ role }) => role === 'main'));
    pages += 1;
    titles += found.length;
  });
});
