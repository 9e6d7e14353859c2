import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openLibrary } from '../../src/library/library.ts';
import { packCollection, packSearchable } from '../../src/library/package.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { bundledPapers } from '../collections/bundled.ts';
import { packPlain, searchPlain } from './plain-minisearch.ts';
import { syntheticPapers } from './synthetic-papers.ts';

/**
 * Cold start to first search result in Node: each run is a process of its own that reads packaged files and answers one
 * query, ours and plain MiniSearch `loadJSON` of the same records by turns. Milliseconds, module loading left out.
 *
 *   tsx test/bench/search.bench.ts [papers, default 207 and 10000]
 */
const runs = 9;
const run = promisify(execFile);
const self = fileURLToPath(import.meta.url);

interface ColdTimes {
  readonly first: number;
  /** Until the abstracts are searched too. */
  readonly whole: number;
}

async function measure(papers: readonly Paper[], packed: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'paperkin-bench-'));
  try {
    await mkdir(join(folder, 'collection'));
    for (const [name, content] of packed) await writeFile(join(folder, 'collection', name), content);
    await writeFile(join(folder, 'plain.json'), packPlain(papers));
    const query = papers[Math.floor(papers.length / 2)]?.title.split(' ').slice(0, 3).join(' ') ?? '';
    const ours: ColdTimes[] = [];
    const plain: ColdTimes[] = [];
    for (let turn = 0; turn < runs; turn++) {
      plain.push(await cold('plain', folder, query));
      ours.push(await cold('ours', folder, query));
    }
    const reference = median(plain.map(({ first }) => first));
    const show = (what: string, times: readonly number[]): void => {
      const middle = median(times);
      console.log(`  ${what.padEnd(34)} ${middle.toFixed(1).padStart(8)} (${Math.min(...times).toFixed(1)}–${Math.max(...times).toFixed(1)})   ${(middle / reference).toFixed(2)} of plain`);
    };
    console.log(`cold start to search result, ${papers.length} papers, "${query}", median of ${runs} (range), ms`);
    show('plain MiniSearch loadJSON', plain.map(({ first }) => first));
    show('ours, first result', ours.map(({ first }) => first));
    show('ours, whole result', ours.map(({ whole }) => whole));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** One cold start in a process of its own. */
async function cold(what: 'ours' | 'plain', folder: string, query: string): Promise<ColdTimes> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', self, what, folder, query]);
  return JSON.parse(stdout) as ColdTimes;
}

async function answer(what: string, folder: string, query: string): Promise<ColdTimes> {
  const read = async (file: string): Promise<ArrayBuffer> => new Uint8Array(await readFile(join(folder, file))).buffer;
  const start = performance.now();
  if (what === 'plain') {
    if (searchPlain(await read('plain.json'), query).length === 0) throw new Error('nothing found');
    const first = performance.now() - start;
    return { first, whole: first };
  }
  const library = openLibrary(read);
  let reply = await library.search(query, 20);
  const first = performance.now() - start;
  while (!reply.complete) reply = await library.search(query, 20);
  if (reply.hits.length === 0) throw new Error('nothing found');
  return { first, whole: performance.now() - start };
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** The collection that ships as it ships; of synthetic papers no relatives are computed, which would take minutes. */
async function measureSize(count: number): Promise<void> {
  const bundled = bundledPapers();
  if (count === bundled.length) return measure(bundled, packCollection(bundled));
  const papers = syntheticPapers(count);
  await measure(papers, new Map<string, string | Uint8Array>([...packSearchable(papers), ['neighbours.json', '[]']]));
}

const [what = '', folder = '', query = ''] = process.argv.slice(2);
if (what === 'ours' || what === 'plain') console.log(JSON.stringify(await answer(what, folder, query)));
else for (const count of what === '' ? [207, 10_000] : [Number(what)]) await measureSize(count);
