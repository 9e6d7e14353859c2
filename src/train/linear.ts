/**
 * Eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, §8.5), in the
 * order of falling eigenvalue.
 * @param matrix n × n, row by row; overwritten.
 * @returns the vectors as columns of an n × n matrix, row by row, each with its largest entry positive.
 */
export function eigenvectors(matrix: Float64Array, n: number): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const basis = new Float64Array(n * n);
  for (let i = 0; i < n; i++) basis[i * n + i] = 1;
  let total = 0;
  for (const value of matrix) total += value * value;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += matrix[p * n + q]! ** 2;
    if (off <= 1e-24 * total) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(matrix, basis, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => matrix[b * n + b]! - matrix[a * n + a]! || a - b);
  const vectors = new Float64Array(n * n);
  for (const [to, from] of order.entries()) {
    let largest = 0;
    for (let i = 0; i < n; i++) if (Math.abs(basis[i * n + from]!) > Math.abs(largest)) largest = basis[i * n + from]!;
    const sign = largest < 0 ? -1 : 1;
    for (let i = 0; i < n; i++) vectors[i * n + to] = sign * basis[i * n + from]!;
  }
  return { values: Float64Array.from(order, (i) => matrix[i * n + i]!), vectors };
}

/** Turns rows and columns p and q so that the entry at (p, q) becomes 0. */
function rotate(matrix: Float64Array, basis: Float64Array, n: number, p: number, q: number): void {
  const entry = matrix[p * n + q]!;
  if (entry === 0) return;
  const theta = (matrix[q * n + q]! - matrix[p * n + p]!) / (2 * entry);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) turn(matrix, k * n + p, k * n + q, c, s);
  for (let k = 0; k < n; k++) turn(matrix, p * n + k, q * n + k, c, s);
  for (let k = 0; k < n; k++) turn(basis, k * n + p, k * n + q, c, s);
}

function turn(values: Float64Array, a: number, b: number, c: number, s: number): void {
  const x = values[a]!;
  const y = values[b]!;
  values[a] = c * x - s * y;
  values[b] = s * x + c * y;
}
