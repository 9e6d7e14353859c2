import { fileURLToPath } from 'node:url';
import { buildAll } from '../../src/build/build.ts';
import { builtFor, openBrowser } from '../../src/start/open-browser.ts';
import { largeLibrary } from './large-library.ts';

/**
 * What a reader who types in the popup waits for while 20,000 papers are being imported, in a real Chromium: one page
 * goes on with the import as the manager does, another types, letter by letter. Beside it the same typing before the import.
 *
 *   tsx test/bench/size-import.bench.ts [papers, default 20000]
 */
const [count = 20_000] = process.argv.slice(2).map(Number);
const limit = 150;
const typed = 'wasserstein gan';

await buildAll(fileURLToPath(new URL('../../dist', import.meta.url)));
const { papers, source } = await largeLibrary(count);
const browser = await openBrowser('chromium', { extension: builtFor('chromium'), pages: [{ url: 'https://arxiv.org/help', body: '' }] });
try {
  const [manager, popup] = [await browser.extensionPage('src/popup/popup.html'), await browser.extensionPage('src/popup/popup.html')];
  const before = await popup.evaluate(typing, typed, 3, '');
  await manager.evaluate(() => chrome.runtime.sendMessage({ to: 'worker', name: 'standing', ask: null }));
  await manager.evaluate(() => {
    (globalThis as { lines?: string[] }).lines = [];
  });
  for (let from = 0; from < papers.length; from += 1_000) {
    const text = papers.slice(from, from + 1_000).map(({ title, abstract, authors, year, arxivId }) => JSON.stringify({ title, abstract, authors, year, arxivId })).join('\n');
    await manager.evaluate((text) => void (globalThis as { lines?: string[] }).lines?.push(`${text}\n`), text);
  }
  const began = performance.now();
  const importing = manager.evaluate(importAll).then((stages) => ({ stages, took: performance.now() - began }));
  const during = await popup.evaluate(typing, typed, 1_000_000, 'importing');
  const { stages, took } = await importing;
  console.log(`${papers.length} papers (${source}), imported in ${(took / 1000).toFixed(1)} s (${stages}) while somebody typed`);
  print('before the import', before);
  const p95 = print('during the import', during);
  console.log(`  ${p95 <= limit ? '✓' : '✗'} p95 of a keystroke to its results during the import: ${p95.toFixed(0)} ms, wanted ≤ ${limit}`);
} finally {
  await browser.close();
}

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Keeps the lines as a file in the store and imports it, step by step. */
async function importAll(): Promise<string> {
  localStorage.setItem('importing', 'yes');
  const file = new Blob((globalThis as { lines?: string[] }).lines);
  const open = indexedDB.open('paperkin');
  const database = await new Promise<IDBDatabase>((done) => open.addEventListener('success', () => done(open.result)));
  const write = database.transaction(['source', 'state'], 'readwrite');
  write.objectStore('source').put({ id: 1, name: 'many.jsonl', when: Date.now(), file }, 1);
  write.objectStore('state').put({ change: 0, nextId: 2, oldest: 0 }, 'state');
  await new Promise<void>((done) => write.addEventListener('complete', () => done()));
  database.close();
  interface Job {
    readonly id: number;
    readonly stage: string;
    readonly counts: object;
    readonly problem: string | null;
  }
  const ask = async (name: string, ask: object): Promise<Job> => {
    const reply = (await chrome.runtime.sendMessage({ to: 'worker', name, ask })) as { ok: boolean; value: Job; error?: string };
    if (!reply.ok) throw new Error(reply.error);
    return reply.value;
  };
  let job = await ask('startImport', { source: 1, format: '', collection: null });
  while (job.stage === 'reading') job = await ask('continueJob', { job: job.id });
  if (job.stage === 'preview') job = await ask('commitImport', { job: job.id });
  while (job.stage === 'writing') job = await ask('continueJob', { job: job.id });
  localStorage.removeItem('importing');
  return `${job.stage}, ${JSON.stringify(job.counts)} ${job.problem ?? ''}`;
}

/** Types a query letter by letter, so many times or as long as the mark is there: milliseconds from each letter to its results. */
async function typing(text: string, times: number, mark: string): Promise<number[]> {
  const found: number[] = [];
  const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  const isThere = (): boolean => mark === '' || localStorage.getItem(mark) !== null;
  while (!isThere()) await pause(10);
  for (let turn = 0; turn < times && isThere(); turn++) {
    for (let length = 1; length <= text.length; length++) {
      const start = performance.now();
      const reply = (await chrome.runtime.sendMessage({ to: 'worker', name: 'search', ask: { query: text.slice(0, length), limit: 20 } })) as { ok: boolean };
      if (!reply.ok) throw new Error(JSON.stringify(reply));
      found.push(performance.now() - start);
      // About as fast as people type.
      await pause(120);
    }
  }
  return found;
}

function print(name: string, times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
  console.log(`  ${name.padEnd(20)}${String(sorted.length).padStart(5)} letters; ms: median ${at(0.5).toFixed(0)}, p95 ${at(0.95).toFixed(0)}, most ${at(1).toFixed(0)}`);
  return at(0.95);
}
