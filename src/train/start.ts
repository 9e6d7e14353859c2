import type { Weighted } from './neighbours.ts';
import { eigenvectors } from './linear.ts';
import { addRows, multiply } from './product.ts';
import { Random } from './random.ts';

/** Columns beyond the wanted ones, and times the space is sharpened: enough for the leading directions. */
const spare = 16;
const passes = 3;

/**
 * First vectors: idf times the leading right singular vectors of the tf-idf matrix, scaled to a mean square length of 1
 * (latent semantic analysis; the decomposition is the randomised one of Halko, Martinsson and Tropp 2011).
 * @param idf of every term.
 * @param progress is told the share that is done.
 */
export async function startVectors(corpus: Weighted, idf: Float64Array, dimensions: number, random: Random, progress: (done: number) => Promise<void>): Promise<Float32Array> {
  const terms = idf.length;
  const papers = corpus.starts.length - 1;
  const width = Math.min(dimensions + spare, terms, papers);
  let space: Float64Array = new Float64Array(terms * width).map(() => random.normal());
  orthonormalise(space, width);
  for (let pass = 0; pass < passes; pass++) {
    const seen = apply(corpus.starts, corpus.terms, corpus.weights, space, width);
    await progress((2 * pass + 1) / (2 * passes + 1));
    space = apply(corpus.termStarts, corpus.papers, corpus.paperWeights, seen, width);
    orthonormalise(space, width);
    await progress((2 * pass + 2) / (2 * passes + 1));
  }
  const seen = apply(corpus.starts, corpus.terms, corpus.weights, space, width);
  const { vectors: turned } = eigenvectors(moments(seen, width), width);
  const vectors = new Float32Array(terms * dimensions);
  let squares = 0;
  for (let term = 0; term < terms; term++) {
    for (let k = 0; k < Math.min(dimensions, width); k++) {
      let value = 0;
      for (let j = 0; j < width; j++) value += space[term * width + j]! * turned[j * width + k]!;
      vectors[term * dimensions + k] = idf[term]! * value;
      squares += (idf[term]! * value) ** 2;
    }
  }
  const scale = Math.sqrt(terms / squares);
  return vectors.map((value) => value * scale);
}

/** The sparse matrix times a dense one of `width` columns. */
function apply(starts: Uint32Array, columns: Uint32Array, weights: Float32Array, dense: Float64Array, width: number): Float64Array {
  const product = new Float64Array((starts.length - 1) * width);
  for (let row = 0; row + 1 < starts.length; row++) {
    addRows(product.subarray(row * width, (row + 1) * width), dense, columns, weights, starts[row]!, starts[row + 1]!);
  }
  return product;
}

/** Aᵀ A of a tall matrix with `width` columns. */
function moments(matrix: Float64Array, width: number): Float64Array {
  const rows = matrix.length / width;
  const turned = new Float64Array(matrix.length);
  for (let row = 0; row < rows; row++) for (let k = 0; k < width; k++) turned[k * rows + row] = matrix[row * width + k]!;
  const product = new Float64Array(width * width);
  multiply(turned, turned, product, { from: 0, to: width }, width, rows);
  return product;
}

/** Makes the columns orthonormal, in place: A L⁻ᵀ with L the Cholesky factor of Aᵀ A, twice, for its rounding errors. */
function orthonormalise(matrix: Float64Array, width: number): void {
  for (let round = 0; round < 2; round++) {
    const factor = cholesky(moments(matrix, width), width);
    for (let at = 0; at < matrix.length; at += width) {
      for (let k = 0; k < width; k++) {
        let value = matrix[at + k]!;
        for (let j = 0; j < k; j++) value -= factor[k * width + j]! * matrix[at + j]!;
        matrix[at + k] = value / factor[k * width + k]!;
      }
    }
  }
}

/** L with L Lᵀ = A; a direction without extent is given a very small one. */
function cholesky(matrix: Float64Array, n: number): Float64Array {
  const factor = new Float64Array(n * n);
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, matrix[i * n + i]!);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let value = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) value -= factor[i * n + k]! * factor[j * n + k]!;
      factor[i * n + j] = i === j ? Math.sqrt(Math.max(value, 1e-14 * largest)) : value / factor[j * n + j]!;
    }
  }
  return factor;
}
