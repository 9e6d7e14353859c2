import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { siteFor } from '../../src/sites/registry.ts';
import { samplePages } from '../../src/start/sample-pages.ts';
import { parsePage } from './read-page.ts';

interface Page {
  readonly name: string;
  readonly url: string;
  readonly html: string;
}

const own = samplePages().map(({ url, body }): Page => ({ name: url, url, html: body.toString() }));
/** Saved pages of the real sites, where they lie beside the project. */
const folder = join(resolve(process.env['PAPERKIN_SHARED'] ?? '../shared'), 'pages');
const index = join(folder, 'INDEX.tsv');
const saved = (existsSync(index) ? readFileSync(index, 'utf8') : '')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([file = '', , , url = '']) => file.endsWith('.html') && URL.canParse(url))
  .map(([file = '', , , url = '']): Page => ({ name: file, url, html: readFileSync(join(folder, file), 'utf8') }));
const listed = [...own, ...saved].filter(({ url }) => siteFor(new URL(url))?.site.list);

describe.each(listed)('the rows of $name', { timeout: 30_000 }, ({ url, html }) => {
  const document = parsePage(html, url);
  const site = siteFor(new URL(url))?.site;
  const titles = [...(site?.titles(document, new URL(url)) ?? [])];
  const rows = titles.map((title) => site?.list?.row(title) ?? []);

  it('hold each entry whole: its title and its id', () => {
    // One paper alone is no list, however many boxes lie around it.
    const holds = (title: Element, row: readonly Element[]): boolean => (titles.length === 1 && row.length === 0) || row.some((element) => element.contains(title));
    const names = (title: Element, row: readonly Element[]): boolean => {
      const arxivId = site?.entry(title, new URL(url))?.mention.arxivId;
      return row.length === 0 || arxivId === undefined || row.some((element) => element.innerHTML.includes(arxivId));
    };
    expect(titles.filter((title, i) => !holds(title, rows[i] ?? []) || !names(title, rows[i] ?? [])).map((title) => title.textContent)).toEqual([]);
  });

  it('are children of one parent, neighbours but for text, and share nothing', () => {
    for (const row of rows) {
      expect(new Set(row.map(({ parentElement }) => parentElement)).size).toBeLessThanOrEqual(1);
      row.slice(1).forEach((element, i) => expect(element.previousElementSibling === row[i]).toBe(true));
    }
    const all = rows.flat();
    expect(new Set(all).size).toBe(all.length);
  });
});

it('pages of every kind with a list are looked at', () => {
  expect(new Set(listed.map(({ url }) => siteFor(new URL(url))?.site.name))).toEqual(new Set(['arXiv listing', 'arXiv search', 'Hugging Face Papers']));
});
