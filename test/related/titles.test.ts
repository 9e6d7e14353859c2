import { describe, expect, it } from 'vitest';
import { buildRelated } from '../../src/related/engine.ts';
import type { WordTable } from '../../src/related/table.ts';
import { bundledPapers } from '../collections/bundled.ts';
import { genericCases } from './generic-titles.ts';
import { tableAtHand } from './table-at-hand.ts';

const atHand = tableAtHand();
const engines: { with: string; table?: WordTable }[] = [{ with: 'by words alone' }];
if (atHand !== undefined) engines.push({ with: 'with the word table', table: atHand });

describe.each(engines)('titles that share a generic phrase, $with', ({ table }) => {
  const papers = bundledPapers();
  const engine = buildRelated([...papers, ...genericCases.map(({ document }) => document)], table);
  const marked = (title: string): number[] => engine.nearest({ title }, { limit: 300, atLeast: 'related' }).map(({ doc }) => doc);

  it.each(genericCases.flatMap(({ phrase, unrelated }, i) => unrelated.map((title) => ({ phrase, title, doc: papers.length + i }))))(
    '$title: "$phrase" is not enough',
    ({ title, doc }) => {
      expect(marked(title)).not.toContain(doc);
    },
  );

  it.each(genericCases.map(({ related }, i) => ({ related, doc: papers.length + i })))('$related: the same problem is marked', ({ related, doc }) => {
    expect(marked(related)[0]).toBe(doc);
  });
});

it('one phrase brings a title no more than a quarter', () => {
  const papers = bundledPapers();
  const engine = buildRelated([...papers, ...genericCases.map(({ document }) => document)]);
  const scores = genericCases.flatMap(({ unrelated }, i) =>
    unrelated.map((title) => engine.nearest({ title }, { limit: 300 }).find(({ doc }) => doc === papers.length + i)?.score ?? 0),
  );
  expect(Math.max(...scores)).toBeCloseTo(0.25, 5);
});
