import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from '../../src/build/build.ts';
import { LATER, WORKER } from '../../src/build/manifest.ts';
import { workerScripts } from '../../src/build/worker-scripts.ts';
import { packSearchable } from '../../src/library/packing.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { builtFor, openBrowser } from '../../src/start/open-browser.ts';
import type { Page } from '../../src/start/page.ts';
import { bundledPapers } from '../collections/bundled.ts';
import { plainExtension } from './plain-extension.ts';
import { syntheticPapers } from './synthetic-papers.ts';
import { printTable } from './table.ts';

/**
 * What a reader waits for when the worker has gone to sleep: from a message to the first badge answered, and to the
 * first search result. In Chromium, the worker killed before each run. The peer is an extension of one screen whose
 * worker loads a plain MiniSearch index of the same records with `loadJSON`, in the same browser, by turns with ours.
 * The reader keeps nothing of his own; what that costs is beside it for one who keeps some papers, who has no peer.
 */
const RUNS = 15;
/** Papers of a reader who keeps some. */
const OWN = 40;

await buildAll(fileURLToPath(new URL('../../dist', import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), 'paperkin-bench-'));
try {
  await measure(bundledPapers(), builtFor('chromium'), await plainExtension(bundledPapers(), scratch));
  const many = syntheticPapers(10_000);
  await measure(many, await oursWith(many), await plainExtension(many, scratch));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function measure(papers: readonly Paper[], ours: string, plain: string): Promise<void> {
  const browser = await openBrowser('chromium', { extension: ours, pages: [{ url: 'https://arxiv.org/help', body: '' }] });
  try {
    const peer = await browser.load(plain);
    const [ourPage, peerPage] = [await browser.extensionPage('src/popup/popup.html'), await browser.page(`${peer.origin}/page.html`)];
    const middle = papers[Math.floor(papers.length / 2)];
    const query = middle?.title.split(' ').slice(0, 3).join(' ') ?? '';
    const listing = papers.slice(0, 25).map(({ title, arxivId }) => ({ title, arxivId }));

    await noted(ourPage);
    const series = { peer: [] as number[], badge: [] as number[], search: [] as number[], whole: [] as number[] };
    for (let run = 0; run <= RUNS; run++) {
      await peer.killWorker();
      const peerTime = await timed(peerPage, [query]);
      await browser.killWorker();
      const badge = await timed(ourPage, [{ to: 'worker', name: 'identify', ask: { mentions: listing } }]);
      await browser.killWorker();
      const search = { to: 'worker', name: 'search', ask: { query, limit: 20 } };
      const first = await timed(ourPage, [search]);
      await browser.killWorker();
      const both = await timed(ourPage, [search, search]);
      if (run === 0) continue; // the first of each warms the browser's caches
      series.peer.push(peerTime);
      series.badge.push(badge);
      series.search.push(first);
      series.whole.push(both);
    }
    await keepPapers(ourPage, syntheticPapers(OWN));
    const own = { badge: [] as number[], search: [] as number[] };
    for (let run = 0; run <= RUNS; run++) {
      await browser.killWorker();
      const badge = await timed(ourPage, [{ to: 'worker', name: 'identify', ask: { mentions: listing } }]);
      await browser.killWorker();
      const search = await timed(ourPage, [{ to: 'worker', name: 'search', ask: { query, limit: 20 } }]);
      if (run === 0) continue;
      own.badge.push(badge);
      own.search.push(search);
    }
    printTable(`cold worker in Chromium ${browser.version}, ${papers.length} papers, query "${query}"`, { name: 'plain MiniSearch loadJSON, search', times: series.peer }, [
      { name: `Paperkin, first badge (${listing.length} titles)`, times: series.badge, atMost: 0.3 },
      { name: 'Paperkin, first search result', times: series.search, atMost: 0.7 },
      { name: 'Paperkin, search with the abstracts', times: series.whole },
      { name: `with ${OWN} papers of the reader's own, first badge`, times: own.badge },
      { name: "the same, first search result", times: own.search },
    ]);
  } finally {
    await browser.close();
  }
}

declare const chrome: {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: { readonly local: { get(names: readonly string[]): Promise<object> } };
};

/** Waits until the worker has looked and noted that the reader keeps nothing, as it has for every reader some seconds after the first start. */
async function noted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    while (!('own.nothing' in (await chrome.storage.local.get(['own.nothing'])))) await new Promise((done) => setTimeout(done, 100));
  });
}

/** Saves papers, and leaves the worker the time to make its indexes of them. */
async function keepPapers(page: Page, papers: readonly Paper[]): Promise<void> {
  await timed(page, [{ to: 'worker', name: 'save', ask: { papers: papers.map(({ title, abstract }) => ({ title, abstract })) } }]);
  await new Promise((done) => setTimeout(done, 5_000));
}

/** Milliseconds from the first message to the last answer, in a page of the extension, which must answer something. */
async function timed(page: Page, messages: readonly unknown[]): Promise<number> {
  const { time, answered } = await page.evaluate(async (messages) => {
    const start = performance.now();
    let reply: unknown;
    for (const message of messages) reply = await chrome.runtime.sendMessage(message);
    return { time: performance.now() - start, answered: JSON.stringify(reply) };
  }, messages);
  if (!answered || answered.length < 20 || answered.includes('"ok":false')) throw new Error(`no answer: ${answered}`);
  return time;
}

/** Our build with another collection in it, the keys in a file: so many would not be written into the script. */
async function oursWith(papers: readonly Paper[]): Promise<string> {
  const folder = join(scratch, `ours-${papers.length}`);
  cpSync(builtFor('chromium'), folder, { recursive: true });
  for (const [name, content] of [...packSearchable(papers), ['neighbours.json', '[]'] as const]) writeFileSync(join(folder, 'collection', name), content);
  const { start, later } = await workerScripts();
  writeFileSync(join(folder, WORKER), start);
  writeFileSync(join(folder, LATER), later);
  return folder;
}
