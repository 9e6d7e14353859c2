import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from './read-page.ts';

interface Truth {
  title: string;
  arxivId?: string;
  role?: string;
}

/** Saved pages of the real sites with the titles each should give; they stand beside the project, not in it. */
const folder = join(resolve(process.env['PAPERKIN_SHARED'] ?? '../shared'), 'pages');
const READ = new Set(
  'arxiv.org ar5iv.labs.arxiv.org huggingface.co paperswithcode.com aclanthology.org proceedings.mlr.press link.springer.com journals.plos.org usenix.org hal.science scholar.google.com'.split(' '),
);

/** The address a page stands for; a page after MathJax stands for the one it was made from. */
function savedPages(): { file: string; site: string; address: string }[] {
  const index = join(folder, 'INDEX.tsv');
  if (!existsSync(index)) return [];
  const rows = readFileSync(index, 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t'));
  const byName = new Map(rows.map(([file = '', , , address = '']) => [file.replace(/\.\w+$/, ''), address]));
  return rows
    .filter(([file = '']) => file.endsWith('.html'))
    .map(([file = '', site = '', , address = '']) => {
      const base = /^\(as ([\w-]+)/.exec(address)?.[1];
      return { file, site, address: (base === undefined ? address : byName.get(base)) ?? address };
    });
}

const oneLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

describe('saved pages of the sites', () => {
  const pages = savedPages();
  let read = 0;
  let titles = 0;

  it.each(pages)('$file', { timeout: 60_000 }, ({ file, site, address }) => {
    const truth = JSON.parse(readFileSync(join(folder, file.replace('.html', '.truth.json')), 'utf8')) as Truth[];
    const expected = READ.has(site) ? truth.filter(({ role }) => role !== 'bib') : [];
    const found = readFile(join(folder, file), address);
    // Scholar's cut titles are given without the sign of the cut, and said to be cut.
    expect(found.map(({ mention }) => [oneLine(mention.title), mention.isCut ?? false])).toEqual(
      expected.map(({ title }) => [oneLine(title).replace(/\s*(?:…|\.{3})$/, ''), site === 'scholar.google.com' && /(?:…|\.{3})$/.test(title)]),
    );
    // Nor does the truth name the ids that Scholar's links give.
    expect(site === 'scholar.google.com' ? [] : found.map(({ mention }) => mention.arxivId)).toEqual(site === 'scholar.google.com' ? [] : expected.map(({ arxivId }) => arxivId));
    expect(found.map(({ main }) => main)).toEqual(expected.map(({ role }) => role === 'main'));
    read += 1;
    titles += found.length;
  });

  it('were all read', () => {
    console.log(pages.length === 0 ? `no saved pages at ${folder}: not checked` : `saved pages read: ${read}, titles found as expected: ${titles}`);
    expect(read).toBe(pages.length);
  });
});
