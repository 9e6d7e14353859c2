import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readReferences } from '../../src/library/references.ts';
import { titleKey } from '../../src/paper/title-key.ts';
import { bibliography } from '../../src/sites/bibliography.ts';
import { openBundled } from '../library/packaged.ts';
import { parsePage } from '../sites/read-page.ts';

interface Truth {
  title: string;
  role?: string;
}

/** Saved papers in HTML with the titles of their references; they stand beside the project, not in it. */
const folder = join(resolve(process.env['PAPERKIN_SHARED'] ?? '../shared'), 'pages');
const PAGES: readonly (readonly [file: string, address: string])[] = [
  ['arxiv-html-1', 'https://arxiv.org/html/1803.07574v1'],
  ['ar5iv-html-1', 'https://ar5iv.labs.arxiv.org/html/2201.00020'],
  // Not a site that is read, but made by the same engine.
  ['arxivvanity-html-1', 'https://arxiv.org/html/1803.07574'],
];

it.runIf(existsSync(folder)).each(PAGES)('the references of %s: titles as they are, none of them in the collection', { timeout: 60_000 }, async (file, address) => {
  const truth = (JSON.parse(readFileSync(join(folder, `${file}.truth.json`), 'utf8')) as Truth[]).filter(({ role }) => role === 'bib');
  const document = parsePage(readFileSync(join(folder, `${file}.html`), 'utf8'), address);
  const cited = Array.from(bibliography.entries(document), (item) => bibliography.entry(item, new URL(address))?.reference?.cited).filter((entry) => entry !== undefined);
  expect(cited).toHaveLength(truth.length);

  const { library } = openBundled();
  const references = await readReferences(cited, (mentions) => library.identify(mentions));
  const titled = truth.filter(({ title }) => title !== '').length;
  const right = references.filter(({ mention, isOpen }, nth) => isOpen && titleKey(mention.title) === titleKey(truth[nth]?.title ?? '')).length;
  console.log(`${file}: ${right} of ${titled} reference titles right, ${[...bibliography.citations(document)].length} citations`);
  expect(right).toBeGreaterThanOrEqual(titled * 0.95);
  expect(references.filter(({ identity }) => identity?.state === 'in collection')).toEqual([]);
});
