import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLOCK, blocksOf, rowsInSight, scrolledTo } from '../../src/manager/row-window.ts';

test.each([
  ['at the top', 0, 640, 1000, { from: 0, to: 18 }],
  ['in the middle', 6400, 640, 1000, { from: 92, to: 118 }],
  ['at the end', 63_360, 640, 1000, { from: 982, to: 1000 }],
  ['of an empty list', 0, 640, 0, { from: 0, to: 0 }],
  ['scrolled beyond a list that has become short', 64_000, 640, 5, { from: 5, to: 5 }],
])('rows in sight %s', (_, scrolled, height, total, span) => expect(rowsInSight(scrolled, height, 64, total)).toEqual(span));

test('every visible row is drawn, and few others', () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 20, max: 120 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, height, row, part) => {
      const scrolled = part * Math.max(0, total * row - height);
      const { from, to } = rowsInSight(scrolled, height, row, total);
      expect(from).toBeLessThanOrEqual(Math.floor(scrolled / row));
      expect(to).toBeGreaterThanOrEqual(Math.min(total, Math.floor((scrolled + height) / row)));
      expect(to - from).toBeLessThanOrEqual(Math.ceil(height / row) + 18);
    }),
  );
});

test('blocks cover the span', () => {
  expect(blocksOf({ from: 0, to: 1 })).toEqual([0]);
  expect(blocksOf({ from: BLOCK - 1, to: BLOCK + 1 })).toEqual([0, 1]);
  expect(blocksOf({ from: 5, to: 5 })).toEqual([0]);
  expect(blocksOf({ from: 3 * BLOCK, to: 3 * BLOCK })).toEqual([]);
});

test.each([
  ['above', 2, 640, 128],
  ['below', 30, 640, 1344],
  ['in sight', 12, 640, 640],
])('a row %s is brought into sight', (_, at, scrolled, wanted) => expect(scrolledTo(at, scrolled, 640, 64)).toBe(wanted));
