import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { packCollection, packSearchable } from '../../src/library/packing.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { bundledPapers } from '../collections/bundled.ts';
import { packPlain } from './plain-minisearch.ts';
import type { ColdTimes } from './search-once.ts';
import { syntheticPapers } from './synthetic-papers.ts';
import { printTable } from './table.ts';

/**
 * Cold start to first search result in Node: each run is a process of its own, ours and plain MiniSearch `loadJSON` of
 * the same records by turns.
 */
const RUNS = 9;
const run = promisify(execFile);
const once = fileURLToPath(new URL('search-once.ts', import.meta.url));

const bundled = bundledPapers();
await measure(bundled, packCollection(bundled));
// No relatives of synthetic papers are computed, which would take minutes.
const many = syntheticPapers(10_000);
await measure(many, new Map<string, string | Uint8Array>([...packSearchable(many), ['neighbours.json', '[]']]));

async function measure(papers: readonly Paper[], packed: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'paperkin-bench-'));
  try {
    await mkdir(join(folder, 'collection'));
    for (const [name, content] of packed) await writeFile(join(folder, 'collection', name), content);
    await writeFile(join(folder, 'plain.json'), packPlain(papers));
    const query = papers[Math.floor(papers.length / 2)]?.title.split(' ').slice(0, 3).join(' ') ?? '';
    const [ours, plain]: [ColdTimes[], ColdTimes[]] = [[], []];
    for (let turn = 0; turn < RUNS; turn++) {
      plain.push(await cold('plain', folder, query));
      ours.push(await cold('ours', folder, query));
    }
    printTable(`cold start in Node, ${papers.length} papers, query "${query}"`, { name: 'plain MiniSearch loadJSON', times: plain.map(({ first }) => first) }, [
      { name: 'Paperkin, first result', times: ours.map(({ first }) => first) },
      { name: 'Paperkin, search with the abstracts', times: ours.map(({ whole }) => whole) },
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function cold(what: 'ours' | 'plain', folder: string, query: string): Promise<ColdTimes> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', once, what, folder, query]);
  return JSON.parse(stdout) as ColdTimes;
}
