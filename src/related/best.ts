/** Finer than any difference that matters between two scores at the edge of the candidates. */
const buckets = 4096;

/**
 * Rows of about the `count` greatest scores above zero, in row order: a histogram of the scores finds the cut, so the
 * time is linear. May give more rows than asked where scores are close, never fewer.
 */
export function bestRows(scores: Float32Array, count: number): number[] {
  const rows: number[] = [];
  let most = 0;
  for (const score of scores) if (score > most) most = score;
  if (most === 0) return rows;
  const step = (buckets - 1) / most;
  let cut = 0;
  if (count < scores.length) {
    const histogram = new Uint32Array(buckets);
    for (const score of scores) {
      if (score <= 0) continue;
      const bucket = Math.floor(score * step);
      histogram[bucket] = (histogram[bucket] ?? 0) + 1;
    }
    let above = 0;
    for (cut = buckets - 1; cut > 0; cut--) {
      above += histogram[cut] ?? 0;
      if (above >= count) break;
    }
  }
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? 0;
    if (score > 0 && Math.floor(score * step) >= cut) rows.push(row);
  }
  return rows;
}
