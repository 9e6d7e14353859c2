import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from '../../src/build/build.ts';
import { newRecord } from '../../src/library/record.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { builtFor, openBrowser } from '../../src/start/open-browser.ts';
import type { Page } from '../../src/start/page.ts';
import { largeLibrary } from './large-library.ts';
import { plainExtension } from './plain-extension.ts';
import { printTable } from './table.ts';

/**
 * A reader's library of 20,000 papers with abstracts in a real Chromium: from a cold worker to the first badge and the
 * first search result, beyond what the worker needs to start at all, and the worker's heap. The worker is killed before each run.
 * The peer is an extension whose worker loads a plain MiniSearch index of the same records with `loadJSON`, by turns with ours.
 *
 *   tsx test/bench/size-worker.bench.ts [papers, default 20000] [runs, default 9]
 */
const [count = 20_000, runs = 9] = process.argv.slice(2).map(Number);
const limits = { badge: 60, search: 600, heap: 120 };

await buildAll(fileURLToPath(new URL('../../dist', import.meta.url)));
const { papers, source } = await largeLibrary(count);
const scratch = mkdtempSync(join(tmpdir(), 'paperkin-bench-'));
const browser = await openBrowser('chromium', { extension: builtFor('chromium'), pages: [{ url: 'https://arxiv.org/help', body: '' }] });
try {
  const peer = await browser.load(await plainExtension(papers, scratch));
  const [page, peerPage] = [await browser.extensionPage('src/popup/popup.html'), await browser.page(`${peer.origin}/page.html`)];
  const began = performance.now();
  await fill(page, papers);
  const filled = performance.now();
  await indexed(page, papers.length);
  console.log(`${papers.length} papers (${source}) written to IndexedDB in ${seconds(began, filled)} s, indexed in slices in ${seconds(filled, performance.now())} s`);
  await measure(page, peerPage, peer);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

async function measure(page: Page, peerPage: Page, peer: { killWorker(): Promise<void>; workerHeap(): Promise<number> }): Promise<void> {
  const query = papers[Math.floor(papers.length / 2)]?.title.split(' ').slice(0, 3).join(' ') ?? '';
  // Some titles of a listing are the reader's, most are not.
  const mentions = papers.slice(0, 25).map(({ title, arxivId }, at) => (at % 5 === 0 ? { title, arxivId } : { title: `${title} ${at}`, arxivId: `2601.${10_000 + at}` }));
  const start = { to: 'worker', name: 'none', ask: null };
  const identify = { to: 'worker', name: 'identify', ask: { mentions } };
  const search = { to: 'worker', name: 'search', ask: { query, limit: 20 } };
  const times = { peer: [] as number[], start: [] as number[], badge: [] as number[], search: [] as number[], whole: [] as number[] };
  const heaps = { peer: [] as number[], badge: [] as number[], search: [] as number[], related: [] as number[] };
  for (let run = 0; run <= runs; run++) {
    await peer.killWorker();
    const peerTime = await timed(peerPage, [query]);
    heaps.peer.push(await peer.workerHeap());
    const cold = async (messages: readonly unknown[]): Promise<number> => {
      await browser.killWorker();
      return timed(page, messages);
    };
    const [startTime, badge] = [await cold([start]), await cold([identify])];
    heaps.badge.push(await browser.workerHeap());
    const [first, whole] = [await cold([search]), await cold([search, search])];
    heaps.search.push(await browser.workerHeap());
    await timed(page, [{ to: 'worker', name: 'relate', ask: { mentions: [{ title: papers[3]?.title ?? '' }] } }]);
    heaps.related.push(await browser.workerHeap());
    if (run === 0) continue; // the first of each warms the browser's caches
    times.peer.push(peerTime);
    times.start.push(startTime);
    times.badge.push(badge);
    times.search.push(first);
    times.whole.push(whole);
  }
  printTable(`cold worker in Chromium ${browser.version}, ${papers.length} papers in IndexedDB, query "${query}"`, { name: 'plain MiniSearch loadJSON, search', times: times.peer }, [
    { name: "our worker's own start", times: times.start },
    { name: `first badge (${mentions.length} titles)`, times: times.badge },
    { name: 'first search result', times: times.search },
    { name: 'search with abstracts and relatives', times: times.whole },
  ]);
  judge('first badge beyond the start', median(times.badge) - median(times.start), limits.badge, 'ms');
  judge('first search result beyond the start', median(times.search) - median(times.start), limits.search, 'ms');
  console.log(`  heap of plain MiniSearch's worker: ${mega(heaps.peer)} MB`);
  judge('heap after a badge', mega(heaps.badge), limits.heap, 'MB');
  judge('heap after a search', mega(heaps.search), limits.heap, 'MB');
  judge('heap after search and relatedness', mega(heaps.related), limits.heap, 'MB');
}

/** Writes the papers as the store keeps them; the store itself has opened the database before. */
async function fill(page: Page, all: readonly Paper[]): Promise<void> {
  await page.evaluate(() => chrome.runtime.sendMessage({ to: 'worker', name: 'standing', ask: null }));
  for (let from = 0; from < all.length; from += 500) {
    const rows = all.slice(from, from + 500).map((paper, at) => newRecord(from + at + 1, { ...paper, tags: [], note: '', isRead: false, collections: [] }, [], 0));
    const change = from / 500 + 1;
    await page.evaluate(
      async (rows, change, nextId) => {
        const open = indexedDB.open('paperkin');
        const database = await new Promise<IDBDatabase>((done, failed) => {
          open.addEventListener('success', () => done(open.result));
          open.addEventListener('error', () => failed(open.error));
        });
        const write = database.transaction(['record', 'abstract', 'state'], 'readwrite');
        for (const { record, abstract } of rows) {
          write.objectStore('record').put({ ...record, changed: change }, record.id);
          write.objectStore('abstract').put({ id: record.id, text: abstract }, record.id);
        }
        write.objectStore('state').put({ change, nextId, oldest: 0 }, 'state');
        await new Promise<void>((done, failed) => {
          write.addEventListener('complete', () => done());
          write.addEventListener('error', () => failed(write.error));
        });
        database.close();
      },
      rows,
      change,
      from + rows.length + 1,
    );
  }
}

/** Until every index over the papers is there; a question now and then keeps the worker awake. */
async function indexed(page: Page, wanted: number): Promise<void> {
  for (;;) {
    const sizes = await page.evaluate(async () => {
      await chrome.runtime.sendMessage({ to: 'worker', name: 'search', ask: { query: 'a', limit: 1 } });
      await chrome.runtime.sendMessage({ to: 'worker', name: 'relate', ask: { mentions: [{ title: 'Some title' }] } });
      const open = indexedDB.open('paperkin');
      const database = await new Promise<IDBDatabase>((done) => open.addEventListener('success', () => done(open.result)));
      const read = database.transaction('derived').objectStore('derived');
      const found = await Promise.all(
        ['titles of', 'abstracts of', 'related of'].map(
          (name) => new Promise<number>((done) => {
            const row = read.get(name);
            row.addEventListener('success', () => done((row.result as { change: number } | undefined)?.change ?? 0));
          }),
        ),
      );
      database.close();
      return found;
    });
    console.log(`  indexed so far: words of titles ${sizes[0]}, of abstracts ${sizes[1]}, relatedness ${sizes[2]}`);
    if (sizes.every((size) => size >= wanted - wanted / 64 - 64)) return;
    await new Promise((resolve) => setTimeout(resolve, 5_000));
  }
}

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Milliseconds from the first message to the last answer, in a page of the extension. */
async function timed(page: Page, messages: readonly unknown[]): Promise<number> {
  const { time, answered } = await page.evaluate(async (messages) => {
    const start = performance.now();
    let reply: unknown;
    for (const message of messages) reply = await chrome.runtime.sendMessage(message).catch((problem: unknown) => ({ refused: String(problem), filler: 'a worker that knows no such message' }));
    return { time: performance.now() - start, answered: JSON.stringify(reply) };
  }, messages);
  const isStart = JSON.stringify(messages).includes('"none"');
  if (!isStart && (!answered || answered.length < 15 || answered.includes('"ok":false'))) throw new Error(`no answer: ${answered}`);
  return time;
}

function judge(name: string, found: number, limit: number, unit: string): void {
  console.log(`  ${found <= limit ? '✓' : '✗'} ${name}: ${found.toFixed(0)} ${unit}, wanted ≤ ${limit}`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

function mega(bytes: readonly number[]): number {
  return Math.round(median(bytes) / 1e6);
}

function seconds(from: number, to: number): string {
  return ((to - from) / 1000).toFixed(1);
}
