import type { Closeness } from './related.ts';

export interface Points {
  /** From this score on a pair is "related". */
  readonly related: number;
  /** From this score on it is "strongly related". */
  readonly strongly: number;
}

/** For a title and abstract on both sides, and where one side is a title alone, which says less. */
interface Pair {
  readonly abstract: Points;
  readonly title: Points;
}

/** Without and with a model learned from the collection. */
interface Kind {
  readonly plain: Pair;
  readonly latent: Pair;
}

/**
 * The only place where a score becomes a word, for each kind of score there is. The points of one kind were chosen by
 * reading; those of the others call as many pairs of a field's papers related, so a kind changes no reader's page. Of
 * 10,000 pairs of papers from unlike fields at most 8 are called related.
 */
export const thresholds: { readonly trusted: Kind; readonly foreign: Kind; readonly wordsOnly: Kind } = {
  /** The table knows the field. */
  trusted: {
    plain: { abstract: { related: 0.8, strongly: 0.92 }, title: { related: 0.92, strongly: 1.05 } },
    latent: { abstract: { related: 1.01, strongly: 1.15 }, title: { related: 1.14, strongly: 1.3 } },
  },
  /** The table was learned from another field. */
  foreign: {
    plain: { abstract: { related: 0.28, strongly: 0.35 }, title: { related: 0.34, strongly: 0.42 } },
    latent: { abstract: { related: 0.63, strongly: 0.73 }, title: { related: 0.71, strongly: 0.82 } },
  },
  /** There is no table. */
  wordsOnly: {
    plain: { abstract: { related: 0.18, strongly: 0.24 }, title: { related: 0.25, strongly: 0.31 } },
    latent: { abstract: { related: 0.53, strongly: 0.61 }, title: { related: 0.61, strongly: 0.7 } },
  },
};

export function toCloseness(score: number, points: Points): Closeness {
  if (score >= points.strongly) return 'strongly related';
  return score >= points.related ? 'related' : 'loosely related';
}

const order: readonly Closeness[] = ['loosely related', 'related', 'strongly related'];

export function isAtLeast(closeness: Closeness, least: Closeness): boolean {
  return order.indexOf(closeness) >= order.indexOf(least);
}
