import type { Closeness } from './related.ts';

export interface Points {
  /** From this score on a pair is "related". */
  readonly related: number;
  /** From this score on it is "strongly related". */
  readonly strongly: number;
}

/**
 * The only place where a score becomes a word. Chosen so that of 10,000 pairs of papers from unlike fields at most 8 are
 * called related; a title alone says less, so more is asked of it.
 */
export const thresholds: {
  readonly withTable: { readonly abstract: Points; readonly title: Points };
  readonly wordsOnly: { readonly abstract: Points; readonly title: Points };
} = {
  withTable: { abstract: { related: 0.65, strongly: 0.75 }, title: { related: 0.75, strongly: 0.9 } },
  wordsOnly: { abstract: { related: 0.16, strongly: 0.25 }, title: { related: 0.2, strongly: 0.35 } },
};

/** @param short whether one of the two texts is a title alone. */
export function pointsFor(withTable: boolean, short: boolean): Points {
  const points = withTable ? thresholds.withTable : thresholds.wordsOnly;
  return short ? points.title : points.abstract;
}

export function toCloseness(score: number, points: Points): Closeness {
  if (score >= points.strongly) return 'strongly related';
  return score >= points.related ? 'related' : 'loosely related';
}

const order: readonly Closeness[] = ['loosely related', 'related', 'strongly related'];

export function isAtLeast(closeness: Closeness, least: Closeness): boolean {
  return order.indexOf(closeness) >= order.indexOf(least);
}
