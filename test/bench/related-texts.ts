import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Text } from '../../src/related/related.ts';
import { bundledPapers } from '../collections/bundled.ts';
import { syntheticPapers } from './synthetic-papers.ts';

const shared = process.env['PAPERKIN_SHARED'] ?? join(import.meta.dirname, '../../../shared');
const corpus = join(shared, 'corpus/arxiv-abstracts.jsonl.gz');

/** Real abstracts where a corpus lies beside the project, else made-up ones; the first 207 are the bundled collection. */
export async function textsFor(count: number): Promise<{ texts: Text[]; source: string }> {
  if (count <= 207) return { texts: bundledPapers().slice(0, count), source: 'the bundled collection' };
  if (!existsSync(corpus)) return { texts: syntheticPapers(count), source: 'made-up papers' };
  const texts: Text[] = [];
  const lines = createInterface({ input: createReadStream(corpus).pipe(createGunzip()) });
  for await (const line of lines) {
    texts.push(JSON.parse(line) as Text);
    if (texts.length === count) break;
  }
  return { texts, source: 'arXiv abstracts' };
}
