/** Dimensions that are compared for every document. */
export const scanned = 64;

/** scores[i] += weight × product of row i, `scanned` numbers wide, with the first dimensions of a vector. */
export function addProducts(scores: Float32Array, rows: Float32Array, vector: Float32Array, weight: number): void {
  const asked = new Float64Array(scanned);
  for (let k = 0; k < scanned; k++) asked[k] = weight * (vector[k] ?? 0);
  for (let i = 0, at = 0; i < scores.length; i++, at += scanned) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    // Four sums, because one alone waits for itself.
    for (let k = 0; k < scanned; k += 4) {
      a += (asked[k] ?? 0) * (rows[at + k] ?? 0);
      b += (asked[k + 1] ?? 0) * (rows[at + k + 1] ?? 0);
      c += (asked[k + 2] ?? 0) * (rows[at + k + 2] ?? 0);
      d += (asked[k + 3] ?? 0) * (rows[at + k + 3] ?? 0);
    }
    scores[i] = (scores[i] ?? 0) + (a + b + (c + d));
  }
}
