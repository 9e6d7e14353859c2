import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildRelated } from '../../src/related/engine.ts';
import type { Text } from '../../src/related/related.ts';
import type { WordTable } from '../../src/related/table.ts';
import { bundledPapers } from '../collections/bundled.ts';
import { tableAtHand } from './table-at-hand.ts';

const physics = join(process.env['PAPERKIN_SHARED'] ?? join(import.meta.dirname, '../../../shared'), 'evaluation/physics/papers.jsonl');
const atHand = tableAtHand();
const engines: { with: string; table?: WordTable }[] = [{ with: 'by words alone' }];
if (atHand !== undefined) engines.push({ with: 'with the word table', table: atHand });

/** A few abstracts of fields that have nothing to do with the collection, for where no larger set lies beside the project. */
const few: readonly Text[] = [
  { title: 'Labour supply after a minimum wage', abstract: 'We follow four million workers through a rise of the minimum wage. Hours of young workers fall by a fiftieth, wages rise by a tenth, and firms near the border of the region lose none of their staff to the other side.' },
  { title: 'Enzyme kinetics in cold adapted yeast', abstract: 'Yeast from glaciers grows at four degrees. Its enzymes bind their substrate less tightly and turn over faster in the cold than those of baker yeast, at the price of stability: they unfold twenty degrees earlier.' },
  { title: 'Rigidity of hyperbolic cone manifolds', abstract: 'We prove that a hyperbolic cone manifold of dimension three whose cone angles are at most half a turn is determined by its topology and its angles, and derive a bound for the volume of its singular locus.' },
];

describe.each(engines)('papers of foreign fields, $with', ({ table }) => {
  const asked = existsSync(physics) ? readFileSync(physics, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Text) : few;
  const engine = buildRelated(bundledPapers(), table);
  console.log(`${asked.length} foreign papers asked of the bundled collection`);

  it.each([
    ['title and abstract', (text: Text): Text => text],
    ['title', ({ title }: Text): Text => ({ title })],
  ])('by %s, at most 8 of 10,000 pairs are called related', (_, question) => {
    let marked = 0;
    for (const text of asked) marked += engine.nearest(question(text), { limit: 50, atLeast: 'related' }).length;
    expect((marked / (asked.length * engine.size)) * 10_000).toBeLessThanOrEqual(8);
  });
});
