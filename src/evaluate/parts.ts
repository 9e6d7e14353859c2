import type { CollectionEngine } from '../related/engine.ts';
import { mixFor, type Mix } from '../related/mix.ts';
import { measure, summarise, type Measures } from './metrics.ts';
import type { Candidates, Query } from './papers.ts';
import type { Judgements } from './qrels.ts';
import { rank } from './rank.ts';

/** What is measured: the rows to rank for each query, and the judgements. */
export interface Trial {
  readonly papers: Candidates;
  readonly queries: readonly Query[];
  readonly judgements: Judgements;
  readonly rowsFor: (query: Query) => Iterable<number>;
}

type Weights = Pick<Mix, 'meaning' | 'latent'>;

/**
 * What each part of the score brings, one line each: words alone, with the table, with the model that the collection
 * has learned of itself, with both as weighed for this collection and as weighed where the table knows the field.
 */
export function compareParts(engine: CollectionEngine, trial: Trial): string {
  const { coverage, mix } = engine.weighing();
  const known = mixFor(mix.meaning > 0, mix.latent > 0, 1);
  const kinds: Weights[] = [
    { meaning: 0, latent: 0 },
    { meaning: known.meaning, latent: 0 },
    { meaning: 0, latent: mix.latent },
    known,
    mix,
  ];
  const lines = new Map(kinds.map((weights) => [nameOf(weights), weights] as const));
  const rows = [...lines].map(([name, weights]) => {
    const summary = summarise(measureAll(engine, trial, weights));
    return `${name.padEnd(42)} ${summary.map.mean.toFixed(2).padStart(6)} / ${summary.ndcg20percent.mean.toFixed(2)}${name === nameOf(mix) ? '  the score' : ''}`;
  });
  return `by parts, MAP / NDCG%20; the table covers ${coverage.toFixed(3)} of the collection\n${rows.join('\n')}\n`;
}

function measureAll(engine: CollectionEngine, { papers, queries, judgements, rowsFor }: Trial, weights: Weights): Measures[] {
  return queries.flatMap((query) => {
    const grades = judgements.get(query.id);
    if (grades === undefined) return [];
    const ranked = rank(engine.scores(query.text, weights), rowsFor(query), query.row);
    return measure(ranked.map(({ row }) => papers.ids[row] ?? ''), grades) ?? [];
  });
}

function nameOf({ meaning, latent }: Weights): string {
  return ['words', ...(meaning > 0 ? [`${meaning.toFixed(2)} table`] : []), ...(latent > 0 ? [`${latent.toFixed(2)} own model`] : [])].join(' + ');
}
