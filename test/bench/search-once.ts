import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLibrary } from '../../src/library/library.ts';
import { openPlain } from './plain-minisearch.ts';

/**
 * One cold start in a process of its own: reads packaged files, answers one query and prints the milliseconds, module
 * loading left out. Arguments: `ours` or `plain`, the folder of the files, the query.
 */

export interface ColdTimes {
  readonly first: number;
  /** Until the abstracts are searched too. */
  readonly whole: number;
}

const [what = '', folder = '', query = ''] = process.argv.slice(2);
const read = async (file: string): Promise<ArrayBuffer> => new Uint8Array(await readFile(join(folder, file))).buffer;
console.log(JSON.stringify(await (what === 'plain' ? plain() : ours())));

async function plain(): Promise<ColdTimes> {
  const start = performance.now();
  if (openPlain(new TextDecoder().decode(await read('plain.json')))(query).length === 0) throw new Error('nothing found');
  const first = performance.now() - start;
  return { first, whole: first };
}

async function ours(): Promise<ColdTimes> {
  const start = performance.now();
  const library = openLibrary(read);
  let reply = await library.search(query, 20);
  const first = performance.now() - start;
  while (!reply.complete) reply = await library.search(query, 20);
  if (reply.hits.length === 0) throw new Error('nothing found');
  return { first, whole: performance.now() - start };
}
