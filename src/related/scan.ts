/** Dimensions that are compared for every document. */
export const scanned = 64;

/** scores[i] += weight × product of row i, `scanned` numbers wide, with the first dimensions of a vector. */
export function addProducts(scores: Float32Array, rows: Float32Array, vector: Float32Array, weight: number): void {
  const asked = new Float64Array(scanned);
  for (let k = 0; k < scanned; k++) asked[k] = weight * (vector[k] ?? 0);
  const whole = scores.length - (scores.length % 4);
  // Four rows at a time: each number of the question is read once for all, and no sum waits for another.
  for (let i = 0, at = 0; i < whole; i += 4, at += 4 * scanned) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0, to = at; k < scanned; k++, to++) {
      const value = asked[k] ?? 0;
      a += value * (rows[to] ?? 0);
      b += value * (rows[to + scanned] ?? 0);
      c += value * (rows[to + 2 * scanned] ?? 0);
      d += value * (rows[to + 3 * scanned] ?? 0);
    }
    scores[i] = (scores[i] ?? 0) + a;
    scores[i + 1] = (scores[i + 1] ?? 0) + b;
    scores[i + 2] = (scores[i + 2] ?? 0) + c;
    scores[i + 3] = (scores[i + 3] ?? 0) + d;
  }
  for (let i = whole; i < scores.length; i++) {
    let sum = 0;
    for (let k = 0; k < scanned; k++) sum += (asked[k] ?? 0) * (rows[i * scanned + k] ?? 0);
    scores[i] = (scores[i] ?? 0) + sum;
  }
}
