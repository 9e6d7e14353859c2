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
    plain: { abstract: { related: 0.85, strongly: 0.95 }, title: { related: 0.95, strongly: 1.08 } },
    latent: { abstract: { related: 1.07, strongly: 1.2 }, title: { related: 1.18, strongly: 1.32 } },
  },
  /** The table was learned from another field. */
  foreign: {
    plain: { abstract: { related: 0.31, strongly: 0.38 }, title: { related: 0.37, strongly: 0.47 } },
    latent: { abstract: { related: 0.67, strongly: 0.77 }, title: { related: 0.74, strongly: 0.87 } },
  },
  /** There is no table. */
  wordsOnly: {
    plain: { abstract: { related: 0.2, strongly: 0.25 }, title: { related: 0.27, strongly: 0.36 } },
    latent: { abstract: { related: 0.54, strongly: 0.64 }, title: { related: 0.61, strongly: 0.74 } },
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
