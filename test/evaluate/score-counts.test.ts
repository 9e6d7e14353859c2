import { expect, it } from 'vitest';
import { ScoreCounts } from '../../src/evaluate/score-counts.ts';

function countsOf(...scores: number[]): ScoreCounts {
  const counts = new ScoreCounts();
  for (const score of scores) counts.add(score);
  return counts;
}

it('counts from a point on, the point included', () => {
  const counts = countsOf(-0.2, 0.29, 0.3, 0.58, 1.9);
  expect(counts.from(0.29)).toBe(4);
  expect(counts.from(0.3)).toBe(3);
  expect(counts.share(0.58)).toBe(2 / 5);
  expect(counts.from(2)).toBe(0);
  expect(countsOf().share(0)).toBe(0);
});

it.each([
  [0, 0.91],
  [0.25, 0.81],
  [0.49, 0.81],
  [0.5, 0.71],
  [1, 0],
])('finds the lowest point with a share of at most %d', (share, point) => {
  expect(countsOf(0.1, 0.7, 0.8, 0.9).lowest(share)).toBe(point);
});
