import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PackedError } from '../../src/packing/sections.ts';
import type { Facts } from '../../src/library/row-facts.ts';
import { printOf, RowTable } from '../../src/library/row-table.ts';
import { buildKeys } from '../../src/paper/identity-keys.ts';
import { openKeys } from '../../src/paper/identity.ts';
import type { Mention, Paper } from '../../src/paper/paper.ts';
import { bundledPapers } from '../collections/bundled.ts';

const papers = bundledPapers();

function factsOf({ title, authors, year, arxivId, doi, abstract }: Paper, id: number): Facts {
  const facts = { title, authors, ...(year !== undefined && { year }), ...(arxivId !== undefined && { arxivId }), ...(doi !== undefined && { doi }) };
  return { ...facts, id, print: printOf(facts, abstract) };
}

function tableOf(some: readonly Paper[]): RowTable {
  const table = RowTable.empty(1);
  some.forEach((paper, at) => table.append(factsOf(paper, at + 1), paper.abstract));
  return table;
}

/** Ways in which pages name papers, near misses among them. */
const mentions: Mention[] = papers.flatMap(({ title, arxivId, authors, year }) => [
  { title: 'x', ...(arxivId !== undefined && { arxivId: `${arxivId}v3` }) },
  { title: title.toUpperCase() },
  { title: title.replace(/(\w{3})(\w)(\w{3})/, '$1$3'), authors, ...(year !== undefined && { year }) },
  { title: `${title} and more`, authors },
  { title: title.replace(/:.*/, '') },
]);

describe('rows answer as keys that are built at once', () => {
  const plain = openKeys(buildKeys(papers));
  const expected = mentions.map(plain);
  test('some of them are found by each kind of likeness', () => {
    expect(new Set(expected.map((found) => (found?.kind === 'same' ? found.certainty : found?.kind)))).toEqual(new Set(['same id', 'same title', 'nearly the same title', undefined]));
  });

  test.each([
    ['added one by one', () => tableOf(papers)],
    ['packed and opened', () => RowTable.open(tableOf(papers).pack().buffer)],
    ['half packed, half added', () => {
      const table = RowTable.open(tableOf(papers.slice(0, 100)).pack().buffer);
      papers.slice(100).forEach((paper, at) => table.append(factsOf(paper, 101 + at), paper.abstract));
      return table;
    }],
    ['half packed, half packed apart', () => {
      const half = tableOf(papers.slice(0, 100)).pack().buffer;
      const table = RowTable.open(half);
      papers.slice(100).forEach((paper, at) => table.append(factsOf(paper, 101 + at), paper.abstract));
      const opened = RowTable.open(half);
      opened.addPacked(table.packAdded().buffer);
      expect(opened.size).toBe(papers.length);
      return RowTable.open(opened.pack().buffer);
    }],
  ])('%s', (_, make) => {
    const table = make();
    expect(mentions.map(table.identify)).toEqual(expected);
    for (const row of papers.keys()) expect(table.facts(row)).toEqual(factsOf(papers[row] as Paper, row + 1));
  });
});

test('a paper that was removed or changed is never found as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), fc.boolean()), { maxLength: 12 }), fc.nat(3), (steps, packs) => {
      const state = new Map<number, string>();
      let table = RowTable.empty(7);
      steps.forEach(([id, isGone], at) => {
        const title = `Deep folding of paper number ${at}`;
        if (isGone) table.remove(id);
        else table.append(factsOf({ key: '', title, abstract: '', authors: [] }, id), '');
        if (isGone) state.delete(id);
        else state.set(id, title);
        if (at % 4 === packs) table = RowTable.open(table.pack().buffer);
      });
      steps.forEach((_, at) => {
        const title = `Deep folding of paper number ${at}`;
        const found = table.identify({ title });
        const there = [...state].find(([, current]) => current === title);
        expect(found === undefined ? undefined : table.id(found.row)).toBe(there?.[0]);
      });
      for (const [id, title] of state) expect(table.title(table.row(id) ?? -1)).toBe(title);
      expect(table.size - table.dropped.size).toBe(state.size);
    }),
  );
});

test('what was added to another table is refused', () => {
  const [one, other] = [tableOf(papers.slice(0, 3)), RowTable.empty(2)];
  expect(() => other.addPacked(one.packAdded().buffer)).toThrow(PackedError);
  const longer = RowTable.open(tableOf(papers.slice(0, 4)).pack().buffer);
  expect(() => longer.addPacked(one.packAdded().buffer)).toThrow(PackedError);
});
