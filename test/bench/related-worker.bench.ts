import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildRelated } from '../../src/related/engine.ts';
import { storeRelated } from '../../src/related/store.ts';
import { openBrowser } from '../../src/start/open-browser.ts';
import { tableAtHand } from '../related/table-at-hand.ts';
import { textsFor } from './related-texts.ts';
import type { BenchTexts } from './related-worker.ts';

/**
 * How long relatedness takes in the service worker of an extension in Chromium, beside MiniSearch with its default
 * options on the same records and the same questions in the same worker. Of several rounds by turns the least disturbed counts.
 *
 *   tsx test/bench/related-worker.bench.ts [papers, default 207 4000 20000]
 */
const asked = 200;
const titlesOfBatch = 2000;
const papersOfBatch = 5000;
const coldRuns = 9;

const scratch = mkdtempSync(join(tmpdir(), 'paperkin-bench-'));
const table = tableAtHand();
const browser = await openBrowser('chromium', { extension: await extension('empty', { collection: [], questions: [], askedOfPlain: 0 }), pages: [] });
try {
  console.log(`Chromium ${browser.version}, service worker of an extension`);
  const sizes = process.argv.slice(2).map(Number);
  for (const papers of sizes.length > 0 ? sizes : [207, 4000, 20_000]) await measure(papers);
  if (sizes.length === 0) await measureBatch();
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

async function measure(papers: number): Promise<void> {
  const bundled = papers === 207;
  const { texts, source } = await textsFor(bundled ? papers : papers + asked);
  const collection = texts.slice(0, papers);
  const worker = await load(`papers-${papers}`, { collection, questions: bundled ? collection : texts.slice(papers), askedOfPlain: papers > 10_000 ? 3 : 20 });
  console.log(`${papers} papers (${source}), ${table === undefined ? 'words alone' : 'with the word table'}`);
  const { whole = NaN, title = NaN, plainWhole = NaN, plainTitle = NaN } = await worker.ask('speed');
  show('title and abstract', whole, `MiniSearch ${plainWhole.toFixed(2)} ms, ${(plainWhole / whole).toFixed(0)} times ours`);
  show('title', title, `MiniSearch ${plainTitle.toFixed(2)} ms, ${(plainTitle / title).toFixed(1)} times ours`);
  const ready: number[] = [];
  const answered: number[] = [];
  for (let run = 0; run < coldRuns; run++) {
    await worker.kill();
    const times = await worker.ask('cold');
    ready.push(times['ready'] ?? NaN);
    answered.push(times['answered'] ?? NaN);
  }
  show('engine ready in a cold worker', median(ready), `least ${Math.min(...ready).toFixed(0)}`);
  show('and the first answer given', median(answered), `least ${Math.min(...answered).toFixed(0)}`);
}

async function measureBatch(): Promise<void> {
  const { texts } = await textsFor(papersOfBatch + titlesOfBatch);
  const worker = await load('batch', { collection: texts.slice(0, papersOfBatch), questions: texts.slice(papersOfBatch), askedOfPlain: 0 });
  show(`${titlesOfBatch} titles against ${papersOfBatch}`, (await worker.ask('batch'))['batch'] ?? NaN, '');
}

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<Record<string, number>> } };

async function load(name: string, texts: BenchTexts): Promise<{ ask(what: string): Promise<Record<string, number>>; kill(): Promise<void> }> {
  const loaded = await browser.load(await extension(name, texts));
  const page = await browser.page(`${loaded.origin}/page.html`);
  return { ask: (what) => page.evaluate((ask) => chrome.runtime.sendMessage(ask), what), kill: () => loaded.killWorker() };
}

/** An extension whose worker is the benchmark's own, with the engine of these texts stored beside it. */
async function extension(name: string, texts: BenchTexts): Promise<string> {
  const folder = join(scratch, name);
  mkdirSync(folder);
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: false, target: 'es2023', lib: { entry: fileURLToPath(new URL('related-worker.ts', import.meta.url)), formats: ['iife'], name: 'bench', fileName: () => 'worker.js' } },
  });
  const manifest = { manifest_version: 3, name: `Bench ${name}`, version: '1', background: { service_worker: 'worker.js' } };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Bench</title>');
  writeFileSync(join(folder, 'texts.json'), JSON.stringify(texts));
  writeFileSync(join(folder, 'related.bin'), new Uint8Array(storeRelated(buildRelated(texts.collection, table))));
  if (table !== undefined) cpSync(fileURLToPath(new URL('../../public/model', import.meta.url)), join(folder, 'model'), { recursive: true });
  return folder;
}

function show(what: string, time: number, beside: string): void {
  console.log(`  ${what.padEnd(34)} ${time.toFixed(2).padStart(9)} ms   ${beside}`.trimEnd());
}

function median(measured: readonly number[]): number {
  return [...measured].sort((a, b) => a - b)[Math.floor(measured.length / 2)] ?? Number.NaN;
}
