import { embed } from './contrast.ts';
import type { Side, Training } from './batch.ts';
import { eigenvectors } from './linear.ts';
import { writePaper } from './views.ts';
import type { TextTerms } from './vocabulary.ts';

/**
 * The vectors turned so that the first dimensions hold most of what tells papers apart: a prefix of them is a smaller
 * table, and a search may begin with it. Lengths and products stay.
 * @param papers how many are looked at, spread evenly over the corpus.
 */
export function rotate(training: Training, terms: TextTerms, papers: number): Float32Array {
  const { dimensions: d, vectors } = training;
  const { vectors: turned } = eigenvectors(secondMoments(training, terms, papers), d);
  const rotated = new Float32Array(vectors.length);
  const sum = new Float64Array(d);
  for (let at = 0; at < vectors.length; at += d) {
    sum.fill(0);
    for (let k = 0; k < d; k++) {
      const value = vectors[at + k]!;
      for (let j = 0; j < d; j++) sum[j]! += value * turned[k * d + j]!;
    }
    rotated.set(sum, at);
  }
  return rotated;
}

/** Sum of u uᵀ over the unit vectors u of the papers. */
function secondMoments(training: Training, terms: TextTerms, papers: number): Float64Array {
  const { dimensions: d, left, size } = training;
  const total = terms.starts.length - 1;
  const looked = Math.min(papers, total);
  const moments = new Float64Array(d * d);
  for (let done = 0; done < looked; done += size) {
    const count = Math.min(size, looked - done);
    for (let row = 0; row < count; row++) writePaper(Math.floor(((done + row) * total) / looked), 'whole', row, terms, left.rows);
    embed(training, left, { from: 0, to: count });
    addMoments(left, count, d, moments);
  }
  return moments;
}

function addMoments({ units }: Side, rows: number, d: number, moments: Float64Array): void {
  for (let at = 0; at < rows * d; at += d) {
    for (let j = 0; j < d; j++) {
      const value = units[at + j]!;
      for (let k = 0; k < d; k++) moments[j * d + k]! += value * units[at + k]!;
    }
  }
}
