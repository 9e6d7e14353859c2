import { scanned } from './scan.ts';

/** Columns beyond the rank, which make the random start good enough. */
const spare = 8;
const width = scanned + spare;
const passes = 2;
/** Postings, and rows of products, between two pauses: about 10 ms each. */
const slice = 100_000;
const sliceOfRows = 2000;

/** The tf-idf matrix of a collection, rows of length 1, as its postings give it. */
export interface TermMatrix {
  readonly terms: number;
  readonly documents: number;
  /** Calls back with each document that holds the term and the weight it has there. */
  eachOf(term: number, visit: (doc: number, weight: number) => void): void;
}

/**
 * The first right singular vectors of the matrix, one row of `scanned` per term, by a randomised range finder with
 * power iterations (Halko, Martinsson and Tropp 2011, algorithms 4.4 and 5.1). The random start is always the same.
 * Yields where the caller may pause.
 */
export function* learnLatent(matrix: TermMatrix): Generator<void, Float32Array<ArrayBuffer>> {
  const { terms, documents } = matrix;
  const z = gaussian(terms * width);
  const y = new Float32Array(documents * width);
  for (let pass = 0; pass <= passes; pass++) {
    y.fill(0);
    yield* sweep(matrix, (term, doc, weight) => addRow(y, doc, z, term, weight));
    yield* orthonormalise(y);
    z.fill(0);
    yield* sweep(matrix, (term, doc, weight) => addRow(z, term, y, doc, weight));
  }
  // Z = XᵀY with orthonormal Y, so the eigenvectors of ZᵀZ turn Z into the right singular vectors times their values.
  const { values, vectors } = eigen(yield* gram(z));
  const order = values.map((_, k) => k).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const rows = new Float32Array(terms * scanned);
  for (let term = 0; term < terms; term++) {
    for (let k = 0; k < scanned; k++) {
      const from = order[k] ?? 0;
      const value = values[from] ?? 0;
      if (value <= 1e-9) continue;
      let sum = 0;
      for (let j = 0; j < width; j++) sum += (z[term * width + j] ?? 0) * (vectors[j * width + from] ?? 0);
      rows[term * scanned + k] = sum / Math.sqrt(value);
    }
  }
  return rows;
}

function* sweep(matrix: TermMatrix, visit: (term: number, doc: number, weight: number) => void): Generator<void, void> {
  let visited = 0;
  for (let term = 0; term < matrix.terms; term++) {
    matrix.eachOf(term, (doc, weight) => {
      visited++;
      visit(term, doc, weight);
    });
    if (visited < slice) continue;
    visited = 0;
    yield;
  }
}

function addRow(to: Float32Array, toRow: number, from: Float32Array, fromRow: number, weight: number): void {
  const a = toRow * width;
  const b = fromRow * width;
  for (let k = 0; k < width; k++) to[a + k] = (to[a + k] ?? 0) + weight * (from[b + k] ?? 0);
}

/** rowsᵀ · rows, `width` square. */
function* gram(rows: Float32Array): Generator<void, Float64Array> {
  const square = new Float64Array(width * width);
  for (let at = 0; at < rows.length; at += width) {
    if (at % (sliceOfRows * width) === 0) yield;
    for (let i = 0; i < width; i++) {
      const value = rows[at + i] ?? 0;
      if (value === 0) continue;
      for (let j = 0; j <= i; j++) square[i * width + j] = (square[i * width + j] ?? 0) + value * (rows[at + j] ?? 0);
    }
  }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) square[j * width + i] = square[i * width + j] ?? 0;
  return square;
}

/** Makes the columns orthonormal in place, by Cholesky of their products, twice for the sake of rounding. */
function* orthonormalise(rows: Float32Array): Generator<void, void> {
  for (let time = 0; time < 2; time++) {
    const lower = cholesky(yield* gram(rows));
    for (let at = 0; at < rows.length; at += width) {
      if (at % (sliceOfRows * width) === 0) yield;
      for (let i = 0; i < width; i++) {
        let sum = rows[at + i] ?? 0;
        for (let k = 0; k < i; k++) sum -= (lower[i * width + k] ?? 0) * (rows[at + k] ?? 0);
        rows[at + i] = sum / (lower[i * width + i] ?? 1);
      }
    }
  }
}

/** The lower triangle L with L·Lᵀ the matrix, in place. A column that depends on those before it gets an infinite pivot. */
function cholesky(lower: Float64Array): Float64Array {
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = lower[i * width + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (lower[i * width + k] ?? 0) * (lower[j * width + k] ?? 0);
      if (i === j) lower[i * width + i] = sum > 1e-12 ? Math.sqrt(sum) : Infinity;
      else lower[i * width + j] = sum / (lower[j * width + j] ?? 1);
    }
  }
  return lower;
}

/** Eigenvalues and eigenvectors (in columns) of a symmetric matrix, by cyclic Jacobi rotations. */
function eigen(symmetric: Float64Array): { values: number[]; vectors: Float64Array } {
  const a = symmetric.slice();
  const vectors = new Float64Array(width * width);
  for (let i = 0; i < width; i++) vectors[i * width + i] = 1;
  for (let round = 0; round < 12; round++) {
    for (let p = 0; p < width; p++) {
      for (let q = p + 1; q < width; q++) rotate(a, vectors, p, q);
    }
  }
  return { values: Array.from({ length: width }, (_, k) => a[k * width + k] ?? 0), vectors };
}

function rotate(a: Float64Array, vectors: Float64Array, p: number, q: number): void {
  const off = a[p * width + q] ?? 0;
  if (off === 0) return;
  const theta = ((a[q * width + q] ?? 0) - (a[p * width + p] ?? 0)) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (m: Float64Array, i: number, j: number): void => {
    const [x, y] = [m[i] ?? 0, m[j] ?? 0];
    m[i] = c * x - s * y;
    m[j] = s * x + c * y;
  };
  for (let k = 0; k < width; k++) turn(a, k * width + p, k * width + q);
  for (let k = 0; k < width; k++) turn(a, p * width + k, q * width + k);
  for (let k = 0; k < width; k++) turn(vectors, k * width + p, k * width + q);
}

/** Normal deviates by Box and Muller from a fixed sequence (mulberry32). */
function gaussian(length: number): Float32Array<ArrayBuffer> {
  let state = 1;
  const uniform = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return Float32Array.from({ length }, () => Math.sqrt(-2 * Math.log(uniform() + 2 ** -33)) * Math.cos(2 * Math.PI * uniform()));
}
