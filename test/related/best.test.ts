import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestRows } from '../../src/related/best.ts';

describe('the best rows', () => {
  const scores = fc.array(fc.oneof(fc.float({ min: -1, max: 2, noNaN: true }), fc.constantFrom(0, 0.5, 0.500_000_1)), { maxLength: 200 }).map((list) => Float32Array.from(list));

  it('are at least as many as asked, and none left out is better', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 50 }), fc.constantFrom(0, 0.4), (scores, count, least) => {
        const rows = bestRows(scores, count, least);
        const able = [...scores.keys()].filter((row) => (scores[row] ?? 0) > 0 && (scores[row] ?? 0) >= least);
        expect(rows.length).toBeGreaterThanOrEqual(Math.min(count, able.length));
        expect(rows).toEqual(able.filter((row) => rows.includes(row)));
        const worst = Math.min(...rows.map((row) => scores[row] ?? 0));
        expect(able.filter((row) => !rows.includes(row) && (scores[row] ?? 0) > worst)).toEqual([]);
      }),
    );
  });

  it('are few where scores differ', () => {
    const rising = Float32Array.from({ length: 10_000 }, (_, row) => row / 10_000);
    expect(bestRows(rising, 100).length).toBeLessThan(120);
    expect(bestRows(rising, 100).at(-1)).toBe(9999);
  });
});
