import { expect, test } from 'vitest';
import { closestWords, coverageOf, coverageWords } from '../../src/ui/coverage.ts';
import type { Identity, Relation } from '../../src/messages/views.ts';

const paper = { key: 'k', title: 'Mine', authors: [] };
const MINE: Identity = { state: 'in collection', certainty: 'same id', paper };
const OTHER: Identity = { state: 'other paper', paper };
const near = (rank: number, closeness: Relation['closeness'] = 'related'): Relation => ({ closeness, count: 1, nearest: paper, terms: [], rank });
const entry = (name: string, identity: Identity | null, relation: Relation | null) => ({ name, identity, relation });

test('what the reader has is counted, and of the rest the five closest are named, nearest first', () => {
  const coverage = coverageOf([
    entry('mine', MINE, null),
    entry('far', null, null),
    ...[0.5, 0.9, 0.7, 0.6, 0.8].map((rank) => entry(`near ${rank}`, null, near(rank))),
    entry('strong', null, near(0.55, 'strongly related')),
    entry('other', OTHER, null),
  ]);
  expect(coverage.total).toBe(9);
  expect(coverage.mine.map(({ name }) => name)).toEqual(['mine']);
  expect(coverage.closest.map(({ name }) => name)).toEqual(['strong', 'near 0.9', 'near 0.8', 'near 0.7', 'near 0.6']);
});

test.each<[mine: number, close: number, rest: number, words: string, closest: string]>([
  [14, 6, 32, '14 of 52 references are in your collection', 'the 5 closest others are'],
  [1, 1, 0, '1 of 2 references is in your collection', 'the closest other is'],
  [0, 0, 3, 'None of 3 references are in your collection', ''],
  [0, 0, 1, 'None of 1 reference is in your collection', ''],
  [0, 2, 0, 'None of 2 references are in your collection', 'the 2 closest others are'],
])('%i of the reader, %i close, %i others', (mine, close, rest, words, closest) => {
  const coverage = coverageOf([
    ...Array.from({ length: mine }, () => entry('mine', MINE, null)),
    ...Array.from({ length: close }, () => entry('near', null, near(0.5))),
    ...Array.from({ length: rest }, () => entry('far', null, null)),
  ]);
  expect([coverageWords(coverage), closestWords(coverage)]).toEqual([words, closest]);
});
