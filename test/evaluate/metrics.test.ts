import { describe, expect, it } from 'vitest';
import { measure, summarise } from '../../src/evaluate/metrics.ts';

const letters = (text: string): string[] => text.split('');
const relevant = (text: string): Map<string, number> => new Map(letters(text).map((id) => [id, 1]));

describe('measure', () => {
  it('takes the mean precision at the rank of each relevant paper', () => {
    expect(measure(letters('abcdef'), relevant('ad'))?.map).toBeCloseTo((1 + 2 / 4) / 2, 12);
    expect(measure(letters('abcdef'), relevant('abc'))?.map).toBe(1);
  });

  it('counts papers the run misses as last', () => {
    expect(measure(letters('abc'), relevant('az'))?.map).toBeCloseTo((1 + 2 / 4) / 2, 12);
  });

  it('does not discount the first two ranks', () => {
    expect(measure(letters('abcdefghij'), relevant('b'))?.ndcg10).toBe(1);
    expect(measure(letters('abcdefghij'), relevant('c'))?.ndcg10).toBeCloseTo(1 / Math.log2(3), 12);
  });

  it('weighs grades linearly against their best order', () => {
    expect(measure(letters('ab'), new Map([['a', 1], ['b', 3]]))?.ndcg10).toBe(1);
    expect(measure(letters('abcd'), new Map([['a', 1], ['d', 3]]))?.ndcg10).toBeCloseTo((1 + 3 / 2) / 4, 12);
  });

  it('cuts NDCG%20 at a fifth of the candidates', () => {
    expect(measure(letters('abcdefghij'), relevant('c'))?.ndcg20percent).toBe(0);
    expect(measure(letters('abcdefghij'), relevant('b'))?.ndcg20percent).toBe(1);
  });

  it('gives precision of five and recall of twenty', () => {
    const found = measure(letters('abcdefghij'), relevant('abj'));
    expect(found?.precision5).toBeCloseTo(2 / 5, 12);
    expect(found?.recall20).toBe(1);
  });

  it('measures nothing without a relevant paper', () => {
    expect(measure(letters('abc'), new Map([['a', 0]]))).toBeUndefined();
  });
});

it('summarises in percent with the standard error of the mean', () => {
  const row = { map: 0, ndcg20percent: 0, ndcg10: 0, precision5: 0, recall20: 0 };
  const { map } = summarise([row, { ...row, map: 1 }]);
  expect(map.mean).toBe(50);
  expect(map.error).toBeCloseTo(50 / Math.SQRT2, 12);
});
