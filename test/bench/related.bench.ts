import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import MiniSearch from 'minisearch';
import { buildRelated, relateBatch } from '../../src/related/engine.ts';
import type { Text } from '../../src/related/related.ts';
import { loadRelated, storeRelated } from '../../src/related/store.ts';
import { tableAtHand } from '../related/table-at-hand.ts';
import { textsFor } from './related-texts.ts';

/**
 * How long relatedness takes in Node, on one core, beside MiniSearch with its default options on the same records and
 * the same questions in the same run.
 *
 *   tsx test/bench/related.bench.ts [papers, default 207 4000 20000]
 */
const asked = 200;
/** MiniSearch takes seconds for an abstract at scale. */
const askedPlain = 10;
/** Questions are asked over again before they are timed, so often or for so many milliseconds. */
const warmTurns = 5;
const warmTime = 2000;
const batch = { titles: 2000, papers: 5000 };
const coldRuns = 7;
const run = promisify(execFile);
const self = fileURLToPath(import.meta.url);

async function measure(papers: number): Promise<void> {
  const { texts, source } = await textsFor(papers === 207 ? 207 : papers + asked);
  const collection = texts.slice(0, papers);
  const questions = papers === 207 ? collection : texts.slice(papers);
  const table = tableAtHand();
  const built = performance.now();
  const engine = buildRelated(collection, table);
  // Weights follow the papers at the first question.
  engine.nearest({ title: 'Weights' }, { limit: 1 });
  console.log(`${papers} papers (${source}), ${table === undefined ? 'words alone' : 'with the word table'}`);
  show('read and index all', performance.now() - built);
  if (papers >= 500) show('learn a model from them', timeOf(() => exhaust(engine.adapt())));
  const titles = questions.map(({ title }): Text => ({ title }));
  const whole = times(questions, asked, (text) => engine.nearest(text, { limit: 10 }));
  showTimes('title and abstract', whole);
  showTimes('title', times(titles, asked, (text) => engine.nearest(text, { limit: 10 })));
  showTimes('title, related ones only', times(titles, asked, (text) => engine.nearest(text, { limit: 3, atLeast: 'related' })));
  const late = questions.slice(0, 20);
  showTimes('add one paper', late.map((text) => timeOf(() => engine.add(text))));
  const stored = storeRelated(engine);
  console.log(`  ${'stored'.padEnd(34)} ${(stored.byteLength / engine.size / 1024).toFixed(1).padStart(9)} KB a paper`);
  await measureCold(stored, questions[0] ?? { title: '' });
  comparePlain(collection, questions, median(whole));
}

function exhaust(steps: Iterable<unknown>): void {
  for (const _ of steps);
}

/** A process of its own each time: files to the first answer, module loading left out. */
async function measureCold(stored: ArrayBuffer, question: Text): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'paperkin-bench-'));
  try {
    await writeFile(join(folder, 'related.bin'), new Uint8Array(stored));
    await writeFile(join(folder, 'question.json'), JSON.stringify(question));
    const cold: number[] = [];
    for (let turn = 0; turn < coldRuns; turn++) {
      const { stdout } = await run(process.execPath, ['--import', 'tsx', self, 'cold', folder]);
      cold.push(Number(stdout.trim().split('\n').at(-1)));
    }
    showTimes('ready and answered from cold', cold);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function answerCold(folder: string): Promise<void> {
  const question = JSON.parse(await readFile(join(folder, 'question.json'), 'utf8')) as Text;
  const start = performance.now();
  const table = tableAtHand();
  const stored = new Uint8Array(await readFile(join(folder, 'related.bin'))).buffer;
  loadRelated(stored, table).nearest(question, { limit: 10 });
  console.log(performance.now() - start);
}

function comparePlain(collection: readonly Text[], questions: readonly Text[], ours: number): void {
  const plain = new MiniSearch<Text & { id: number }>({ fields: ['title', 'abstract'] });
  plain.addAll(collection.map(({ title, abstract }, id) => ({ id, title, abstract })));
  const theirs = median(times(questions, askedPlain, ({ title, abstract }) => plain.search(`${title} ${abstract ?? ''}`)));
  console.log(`  ${'MiniSearch, title and abstract'.padEnd(34)} ${theirs.toFixed(2).padStart(9)} ms   ${(theirs / ours).toFixed(0)} times ours`);
}

async function measureBatch(): Promise<void> {
  const { texts } = await textsFor(batch.papers + batch.titles);
  const engine = buildRelated(texts.slice(0, batch.papers), tableAtHand());
  const titles = texts.slice(batch.papers).map(({ title }): Text => ({ title }));
  const options = { limit: 3, atLeast: 'related' } as const;
  exhaust(relateBatch(engine, titles.slice(0, 100), options));
  show(`${batch.titles} titles against ${batch.papers} papers`, timeOf(() => exhaust(relateBatch(engine, titles, options))));
}

/** Times of the first `count` texts, once the same have been asked for a while: cold starts are measured apart. */
function times(texts: readonly Text[], count: number, ask: (text: Text) => unknown): number[] {
  const chosen = texts.slice(0, count);
  const start = performance.now();
  for (let turn = 0; turn < warmTurns && performance.now() - start < warmTime; turn++) for (const text of chosen) ask(text);
  return chosen.map((text) => timeOf(() => ask(text)));
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const show = (what: string, time: number): void => console.log(`  ${what.padEnd(34)} ${time.toFixed(2).padStart(9)} ms`);

function showTimes(what: string, measured: readonly number[]): void {
  const sorted = [...measured].sort((a, b) => a - b);
  const late = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
  console.log(`  ${what.padEnd(34)} ${median(measured).toFixed(2).padStart(9)} ms   (95 %: ${late.toFixed(2)})`);
}

function median(measured: readonly number[]): number {
  return [...measured].sort((a, b) => a - b)[Math.floor(measured.length / 2)] ?? Number.NaN;
}

const [first = '', ...others] = process.argv.slice(2);
if (first === 'cold') await answerCold(others[0] ?? '');
else {
  for (const papers of first === '' ? [207, 4000, 20_000] : [first, ...others].map(Number)) await measure(papers);
  await measureBatch();
}
