import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/content/rows.ts';
import { byCloseness, isAnswered, isClose, summaryOf } from '../../src/content/standing.ts';
import type { Closeness, Identity, Loose, Relation } from '../../src/messages/views.ts';

const paper = { key: 'k', title: 'Mine', authors: [] };
const row = (name: string, more: Partial<Row>): Row => ({ text: name, identity: null, relation: null, loose: null, ...more }) as Row;
const near = (closeness: Exclude<Closeness, 'loosely related'>, rank: number): Relation => ({ closeness, rank, count: 1, nearest: paper, terms: [] });
const loose = (rank: number): Loose => ({ closeness: 'loosely related', rank, nearest: paper, terms: [] });
const MINE: Identity = { state: 'in collection', certainty: 'same id', paper };

const mine = row('mine', { identity: MINE });
const twin = row('twin', { identity: { state: 'other paper', paper } });
const strong = row('strong', { relation: near('strongly related', 0.9) });
const close = row('close', { relation: near('related', 0.75) });
const closer = row('closer', { relation: near('related', 0.79) });
const far = row('far', { loose: loose(0.2) });
// A title alone is judged by a higher point than a title with its abstract: its rank may be greater and its closeness not.
const titleOnly = row('titleOnly', { loose: loose(0.78) });
const nothing = row('nothing', {});

describe('the order of closeness', () => {
  it('is that of the marks, and of the ranks within one mark', () => {
    const sorted = [nothing, far, close, titleOnly, twin, closer, mine, strong].sort(byCloseness);
    expect(sorted.map(({ text }) => text)).toEqual(['mine', 'twin', 'strong', 'closer', 'close', 'titleOnly', 'far', 'nothing']);
  });

  it('leaves what is alike as it was', () => {
    const alike = ['a', 'b', 'c'].map((name) => row(name, { loose: loose(0.3) }));
    expect(alike.toSorted(byCloseness)).toEqual(alike);
  });
});

it.each<[string, Row, boolean, boolean]>([
  ['mine', mine, false, false],
  ['of the same title', twin, true, true],
  ['strongly related', strong, true, true],
  ['related', close, true, false],
  ['loosely related', far, false, false],
])('what is %s counts as close, or does not', (_, row, related, strongly) => {
  expect([isClose(row, false), isClose(row, true)]).toEqual([related, strongly]);
});

it.each<[string, Row, boolean, boolean]>([
  ['nothing yet', row('', { identity: undefined, relation: undefined, loose: undefined }), false, false],
  ['no identity, no relation yet', row('', { relation: undefined, loose: undefined }), false, false],
  ['no relation, not ranked', row('', { loose: undefined }), true, false],
  ['no relation, ranked', far, true, true],
  ['a relation', row('', { relation: near('related', 0.7), loose: undefined }), true, true],
  ['an identity', row('', { identity: MINE, relation: undefined, loose: undefined }), true, true],
])('%s: is it all that will be known?', (_, row, plain, ranked) => {
  expect([isAnswered(row, false), isAnswered(row, true)]).toEqual([plain, ranked]);
});

it.each<[readonly Row[], boolean, string]>([
  [[mine, strong, close, far, nothing], false, '2 of 4 new papers are close to your collection · 1 you have'],
  [[mine, strong, close, far, nothing], true, '1 of 4 new papers is very close to your collection · 1 you have'],
  [[far, nothing], false, 'None of 2 new papers is close to your collection'],
  [[mine, far], false, 'The new paper is not close to your collection · 1 you have'],
  [[mine, mine], false, 'You have all 2 papers'],
])('a summary of %#', (rows, strongly, words) => {
  expect(summaryOf(rows, strongly)).toBe(words);
});
