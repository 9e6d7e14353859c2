/** Finer than any difference that matters between two scores at the edge of the candidates. */
const buckets = 2048;
const histogram = new Uint32Array(buckets);

/**
 * Rows whose score is above zero, at least `least`, and among about the `count` greatest, in row order: a histogram of
 * the scores finds the cut, so the time is linear. May give more rows than asked where scores are close, never fewer.
 */
export function bestRows(scores: Float32Array, count: number, least = 0): number[] {
  const rows: number[] = [];
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? 0;
    if (score >= least && score > 0) rows.push(row);
  }
  if (rows.length <= count) return rows;
  let most = 0;
  for (const row of rows) most = Math.max(most, scores[row] ?? 0);
  const step = (buckets - 1) / most;
  histogram.fill(0);
  for (const row of rows) {
    const bucket = Math.floor((scores[row] ?? 0) * step);
    histogram[bucket] = (histogram[bucket] ?? 0) + 1;
  }
  let cut = buckets;
  for (let above = 0; above < count; ) above += histogram[--cut] ?? 0;
  return rows.filter((row) => Math.floor((scores[row] ?? 0) * step) >= cut);
}
