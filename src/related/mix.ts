import { thresholds, type Points } from './thresholds.ts';

/** How the parts of a score are weighed, and where its words begin. */
export interface Mix {
  /** Weight of the cosine of meanings by the table; that of words weighs 1. */
  readonly meaning: number;
  /** Weight of the cosine in the model learned from the collection. */
  readonly latent: number;
  points(short: boolean): Points;
}

/** Coverage from which the table is trusted, and below which it is of another field. */
const trusted = 0.88;
const foreign = 0.8;
const meaningWeight = { trusted: 0.8, foreign: 0.2 };
const latentWeight = { trusted: 0.3, foreign: 0.5 };

/**
 * Where the table knows few of the words that matter to a collection, its weight falls, and that of a model learned
 * from the collection itself, if there is one, rises.
 * @param coverage see `Weights`.
 */
export function mixFor(hasTable: boolean, hasLatent: boolean, coverage: number): Mix {
  const trust = hasTable ? Math.min(1, Math.max(0, (coverage - foreign) / (trusted - foreign))) : 0;
  const blend = (known: number, unknown: number): number => trust * known + (1 - trust) * unknown;
  const form = hasLatent ? 'latent' : 'plain';
  return {
    meaning: hasTable ? blend(meaningWeight.trusted, meaningWeight.foreign) : 0,
    latent: hasLatent ? blend(latentWeight.trusted, latentWeight.foreign) : 0,
    points(short) {
      const side = short ? 'title' : 'abstract';
      const known = thresholds.trusted[form][side];
      const unknown = thresholds[hasTable ? 'foreign' : 'wordsOnly'][form][side];
      return { related: blend(known.related, unknown.related), strongly: blend(known.strongly, unknown.strongly) };
    },
  };
}
