/** Numbers that products are made of. */
export type Numbers = Float32Array | Float64Array;

/**
 * out[i][j] = Σ_k a[i][k] · b[j][k] for rows i in [from, to): both factors are read along their rows, four rows by two
 * at a time, so that what is loaded is used more than once. Each sum runs over k in order.
 * @param b `columns` rows of `inner` numbers; `out` has rows of `columns`.
 */
export function multiply(a: Numbers, b: Numbers, out: Numbers, { from, to }: { readonly from: number; readonly to: number }, columns: number, inner: number): void {
  let i = from;
  for (; i + 4 <= to; i += 4) {
    let j = 0;
    for (; j + 2 <= columns; j += 2) fourByTwo(a, i * inner, b, j * inner, inner, out, i * columns + j, columns);
    if (j < columns) for (let r = i; r < i + 4; r++) out[r * columns + j] = dot(a, r * inner, b, j * inner, inner);
  }
  for (; i < to; i++) for (let j = 0; j < columns; j++) out[i * columns + j] = dot(a, i * inner, b, j * inner, inner);
}

function fourByTwo(a: Numbers, row: number, b: Numbers, x: number, inner: number, out: Numbers, at: number, columns: number): void {
  const second = row + inner;
  const third = second + inner;
  const fourth = third + inner;
  const y = x + inner;
  let s0 = 0, t0 = 0, s1 = 0, t1 = 0, s2 = 0, t2 = 0, s3 = 0, t3 = 0;
  for (let k = 0; k < inner; k++) {
    const p = b[x + k]!;
    const q = b[y + k]!;
    const c0 = a[row + k]!;
    const c1 = a[second + k]!;
    const c2 = a[third + k]!;
    const c3 = a[fourth + k]!;
    s0 += c0 * p;
    t0 += c0 * q;
    s1 += c1 * p;
    t1 += c1 * q;
    s2 += c2 * p;
    t2 += c2 * q;
    s3 += c3 * p;
    t3 += c3 * q;
  }
  out[at] = s0;
  out[at + 1] = t0;
  out[at + columns] = s1;
  out[at + columns + 1] = t1;
  out[at + 2 * columns] = s2;
  out[at + 2 * columns + 1] = t2;
  out[at + 3 * columns] = s3;
  out[at + 3 * columns + 1] = t3;
}

function dot(a: Numbers, i: number, b: Numbers, j: number, inner: number): number {
  let sum = 0;
  for (let k = 0; k < inner; k++) sum += a[i + k]! * b[j + k]!;
  return sum;
}

/**
 * sum += Σ weights[i] · row `rows[i]` of the matrix, for i in [from, to); four rows at a time, to write the sum less often.
 * @param sum of length `width`, the length of a row.
 */
export function addRows(sum: Float64Array, matrix: Numbers, rows: Uint32Array, weights: Numbers, from: number, to: number): void {
  const width = sum.length;
  let i = from;
  for (; i + 4 <= to; i += 4) {
    const a = rows[i]! * width;
    const b = rows[i + 1]! * width;
    const c = rows[i + 2]! * width;
    const d = rows[i + 3]! * width;
    const u = weights[i]!;
    const v = weights[i + 1]!;
    const w = weights[i + 2]!;
    const x = weights[i + 3]!;
    for (let k = 0; k < width; k++) sum[k]! += u * matrix[a + k]! + v * matrix[b + k]! + (w * matrix[c + k]! + x * matrix[d + k]!);
  }
  for (; i < to; i++) {
    const a = rows[i]! * width;
    const u = weights[i]!;
    for (let k = 0; k < width; k++) sum[k]! += u * matrix[a + k]!;
  }
}
