/** Finer than any difference that matters between two scores at the edge of the candidates. */
const buckets = 2048;
const histogram = new Uint32Array(buckets);

/**
 * Rows whose score is above zero, at least `least`, and among about the `count` greatest, in row order: a histogram of
 * the scores finds the cut, so the time is linear. May give more rows than asked where scores are close, never fewer.
 */
export function bestRows(scores: Float32Array, count: number, least = 0): number[] {
  const floor = Math.max(least, Number.MIN_VALUE);
  let most = 0;
  let above = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? 0;
    if (score < floor) continue;
    above++;
    if (score > most) most = score;
  }
  return rowsFrom(scores, above > count ? cutFor(scores, count, floor, most) : floor);
}

function cutFor(scores: Float32Array, count: number, floor: number, most: number): number {
  const step = (buckets - 1) / (most - floor || 1);
  histogram.fill(0);
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? 0;
    if (score < floor) continue;
    const bucket = Math.floor((score - floor) * step);
    histogram[bucket] = (histogram[bucket] ?? 0) + 1;
  }
  let bucket = buckets;
  for (let above = 0; above < count; ) above += histogram[--bucket] ?? 0;
  // A hair below the edge, so that rounding drops no row of the last bucket.
  return Math.max(floor, floor + bucket / step - 1e-6);
}

function rowsFrom(scores: Float32Array, least: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < scores.length; row++) if ((scores[row] ?? 0) >= least) rows.push(row);
  return rows;
}
