import { expect, test } from 'vitest';
import { byline, count, source } from '../../src/ui/words.ts';

const paper = { key: 'arxiv:2001.00001', title: 'A Paper', authors: ['Ada Lo'], year: 2020 };

test.each([
  [[], ''],
  [['Ada Lo'], 'Ada Lo'],
  [['Ada Lo', 'Bo Ray'], 'Ada Lo and Bo Ray'],
  [['A', 'B', 'C', 'D'], 'A, B, C and D'],
  [['A', 'B', 'C', 'D', 'E'], 'A, B, C and 2 others'],
])('byline of %j', (authors, wanted) => {
  expect(byline(authors)).toBe(wanted);
});

test('counts are written for a person', () => {
  expect(count(1, 'paper')).toBe('1 paper');
  expect(count(0, 'paper')).toBe('0 papers');
  expect(count(1204, 'entry', 'entries')).toBe('1,204 entries');
});

test('authors and year stand together, or whichever is known', () => {
  expect(source(paper)).toBe('Ada Lo\u00a0·\u00a02020');
  expect(source({ authors: [], year: 2020 })).toBe('2020');
  expect(source({ authors: [] })).toBe('');
});
