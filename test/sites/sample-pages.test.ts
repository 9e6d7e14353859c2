import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildKeys } from '../../src/paper/identity-keys.ts';
import { openKeys } from '../../src/paper/identity.ts';
import { siteFor } from '../../src/sites/registry.ts';
import { bundledPapers } from '../collections/bundled.ts';
import { parsePage, readPage } from './read-page.ts';

interface Sample {
  url: string;
  /** 'none': a page of a supported host that is about no paper. */
  kind: 'paper' | 'listing' | 'none';
  entries: { title: string; isCut?: boolean; arxivId?: string; doi?: string; main: boolean; collection?: boolean }[];
}

const FOLDER = fileURLToPath(new URL('../pages/', import.meta.url));

const samples = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ name: file.replace('.json', ''), sample: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Sample }));

const identify = openKeys(buildKeys(bundledPapers()));

const documentOf = (name: string, url: string): Document => parsePage(readFileSync(join(FOLDER, `${name}.html`), 'utf8'), url);

describe.each(samples)('sample page $name', { timeout: 30_000 }, ({ name, sample }) => {
  const url = new URL(sample.url);

  it('has exactly the entries it should', () => {
    const found = readPage(documentOf(name, sample.url), sample.url);
    expect(found.map(({ mention, main }) => ({ title: mention.title, arxivId: mention.arxivId, main }))).toEqual(
      sample.entries.map(({ title, arxivId, main }) => ({ title, arxivId, main })),
    );
    expect(found.map(({ mention }) => mention.doi)).toEqual(sample.entries.map(({ doi }) => doi));
    expect(found.map(({ mention }) => mention.isCut)).toEqual(sample.entries.map(({ isCut }) => isCut));
  });

  it('has those papers of the collection that it should, and no other', () => {
    const mine = readPage(documentOf(name, sample.url), sample.url).filter(({ mention }) => identify(mention)?.kind === 'same');
    expect(mine.map(({ mention }) => mention.title)).toEqual(sample.entries.filter(({ collection }) => collection).map(({ title }) => title));
  });

  it('has a badge place for each entry, of its own', () => {
    const anchors = readPage(documentOf(name, sample.url), sample.url).map(({ anchor }) => anchor);
    expect(anchors).not.toContain(null);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it('reads the same once every title has its badge', () => {
    const document = documentOf(name, sample.url);
    const before = readPage(document, sample.url);
    for (const { anchor } of before) {
      const badge = document.createElement('paperkin-badge');
      badge.append('In your collection');
      anchor?.append(badge);
    }
    expect(readPage(document, sample.url)).toEqual(before);
  });

  it('is taken for what it is', () => {
    const found = siteFor(url);
    const isQuiet = found?.site.empty?.(documentOf(name, sample.url), url) ?? false;
    expect([found?.kind, 'none']).toContain(sample.kind);
    // A page without entries says so itself; one with entries must not.
    expect(isQuiet).toBe(sample.entries.length === 0);
  });
});
