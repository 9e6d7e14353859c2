/**
 * Measures of one ranking against graded judgements. The discount is the one of the published sets, not the common
 * one: DCG = g₁ + Σ_{i≥2} gᵢ / log₂ i, gains linear, so the first two ranks are not discounted.
 */
export interface Measures {
  /** Mean over the relevant papers of the precision at their rank. */
  readonly map: number;
  /** NDCG cut at a fifth of the candidates. */
  readonly ndcg20percent: number;
  readonly ndcg10: number;
  readonly precision5: number;
  readonly recall20: number;
}

export const measureNames: Readonly<Record<keyof Measures, string>> = {
  map: 'MAP',
  ndcg20percent: 'NDCG%20',
  ndcg10: 'NDCG@10',
  precision5: 'P@5',
  recall20: 'recall@20',
};

/** Grade of a paper for one query; a paper not listed has 0. Anything above 0 is relevant. */
export type Grades = ReadonlyMap<string, number>;

/**
 * Measures one ranking, each from 0 to 1.
 * @param ranking ids of all candidates, best first; judged papers that it misses count as last.
 * @returns undefined where no judged paper is relevant: such a query measures nothing.
 */
export function measure(ranking: readonly string[], grades: Grades): Measures | undefined {
  const listed = new Set(ranking);
  const missed = [...grades.keys()].filter((id) => !listed.has(id));
  const gains = [...ranking, ...missed].map((id) => Math.max(0, grades.get(id) ?? 0));
  const relevant = gains.filter((gain) => gain > 0).length;
  if (relevant === 0) return undefined;
  return {
    map: averagePrecision(gains, relevant),
    ndcg20percent: ndcg(gains, Math.floor(gains.length / 5)),
    ndcg10: ndcg(gains, 10),
    precision5: countRelevant(gains, 5) / 5,
    recall20: countRelevant(gains, 20) / relevant,
  };
}

function averagePrecision(gains: readonly number[], relevant: number): number {
  let found = 0;
  let sum = 0;
  for (const [place, gain] of gains.entries()) {
    if (gain === 0) continue;
    found += 1;
    sum += found / (place + 1);
  }
  return sum / relevant;
}

function ndcg(gains: readonly number[], cut: number): number {
  const ideal = dcg([...gains].sort((a, b) => b - a), cut);
  return ideal === 0 ? 0 : dcg(gains, cut) / ideal;
}

function dcg(gains: readonly number[], cut: number): number {
  let sum = 0;
  for (const [place, gain] of gains.slice(0, cut).entries()) sum += place === 0 ? gain : gain / Math.log2(place + 1);
  return sum;
}

function countRelevant(gains: readonly number[], cut: number): number {
  return gains.slice(0, cut).filter((gain) => gain > 0).length;
}

/** Mean and standard error of each measure over queries, in percent. */
export function summarise(rows: readonly Measures[]): Record<keyof Measures, { mean: number; error: number }> {
  const keys = Object.keys(measureNames) as (keyof Measures)[];
  const summary = keys.map((key) => {
    const values = rows.map((row) => 100 * row[key]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return [key, { mean, error: Math.sqrt(spread / values.length) }] as const;
  });
  return Object.fromEntries(summary) as Record<keyof Measures, { mean: number; error: number }>;
}
