import { fileURLToPath } from 'node:url';
import { buildAll } from '../../src/build/build.ts';
import { formatById } from '../../src/formats/formats.ts';
import type { PaperRecord } from '../../src/paper/record.ts';
import { openBrowser } from '../../src/start/open-browser.ts';
import { LibraryUnderTest } from '../faults/library-under-test.ts';
import { syntheticPapers } from './synthetic-papers.ts';
import { printTable } from './table.ts';

/**
 * An import as a reader waits for it, in Chromium: from the file to the preview, and from the click to the last paper in
 * the library, with its journal, duplicates, look-ups and undo. The peer, in the same browser by turns, takes records
 * that are parsed already and puts them into a database of its own, in one transaction of each hundred.
 */
const RUNS = 3;
await buildAll(fileURLToPath(new URL('../../dist', import.meta.url)));
const papers = syntheticPapers(50_000);
const records = papers.map(({ title, abstract, authors, year = 2020, arxivId = '' }): PaperRecord => ({ title, abstract, authors, year, arxivId, tags: [], note: '', isRead: false, collections: [] }));
const browser = await openBrowser('chromium', { pages: [] });
try {
  const library = await LibraryUnderTest.open(browser);
  await measure('5,000 entries of BibTeX', 'bibtex', records.slice(0, 5_000));
  await measure('50,000 JSON lines', 'jsonl', records);

  async function measure(title: string, format: string, some: readonly PaperRecord[]): Promise<void> {
    const print = formatById(format)?.print;
    if (print === undefined) throw new Error(`${format} is not printed`);
    const text = [...print(some)].join('');
    const times = { plain: [] as number[], preview: [] as number[], whole: [] as number[] };
    for (let run = 0; run < (some.length > 10_000 ? 1 : RUNS); run++) {
      times.plain.push(await library.putPlainly(some));
      await library.startAnew();
      const source = await library.keepText(text, `papers.${format}`);
      const { preview, whole, papers } = await library.timeImport(source, format);
      if (papers !== some.length) throw new Error(`${papers} of ${some.length} papers came through`);
      times.preview.push(preview);
      times.whole.push(whole);
    }
    printTable(`${title}, ${(text.length / 1e6).toFixed(1)} MB`, { name: 'put into IndexedDB, parsed already', times: times.plain }, [{ name: 'Paperkin, to its preview', times: times.preview }, { name: 'Paperkin, preview and import', times: times.whole }]);
  }
} finally {
  await browser.close();
}
