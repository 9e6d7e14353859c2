import type { Training } from './batch.ts';
import { addRows } from './product.ts';

/** Moves the vectors of a batch; its buffers are used again from step to step. */
export class Descent {
  /** Terms of the batch, and where the entries of each end in the two arrays below. */
  private readonly touched: Uint32Array;
  private readonly ends: Uint32Array;
  /** Rows of the gradients that hold a term, and its weights there, term by term. */
  private readonly rows: Uint32Array;
  private readonly weights: Float32Array;
  private readonly counts: Uint32Array;
  private readonly gradient: Float64Array;

  constructor({ squares, dimensions, size, left }: Training) {
    this.touched = new Uint32Array(squares.length);
    this.ends = new Uint32Array(squares.length);
    this.counts = new Uint32Array(squares.length);
    this.rows = new Uint32Array(2 * size * left.rows.room);
    this.weights = new Float32Array(2 * size * left.rows.room);
    this.gradient = new Float64Array(dimensions);
  }

  /**
   * Moves the vectors of every `of`-th term of the batch (those with term mod of = turn) against their gradients.
   * Adagrad by row: a += mean_k(g_k²); vector −= rate · g / √(a + 10⁻¹⁰).
   */
  descend(training: Training, rate: number, turn: number, of: number): void {
    const { vectors, squares, gradients, dimensions: d } = training;
    const { gradient, rows, weights, counts, ends } = this;
    for (const term of this.sort(training, turn, of)) {
      gradient.fill(0);
      addRows(gradient, gradients, rows, weights, ends[term]! - counts[term]!, ends[term]!);
      counts[term] = 0;
      let square = 0;
      for (let k = 0; k < d; k++) square += gradient[k]! * gradient[k]!;
      squares[term]! += square / d;
      const factor = rate / Math.sqrt(squares[term]! + 1e-10);
      for (let k = 0, at = term * d; k < d; k++, at++) vectors[at]! -= factor * gradient[k]!;
    }
  }

  /** Sorts the entries of the own terms by term; rows of the right side follow those of the left. */
  private sort(training: Training, turn: number, of: number): Uint32Array {
    const { touched, ends, rows, weights, counts } = this;
    let found = 0;
    eachEntry(training, (term) => {
      if (term % of !== turn) return;
      if (counts[term] === 0) touched[found++] = term;
      counts[term]! += 1;
    });
    let end = 0;
    for (let i = 0; i < found; i++) {
      const term = touched[i]!;
      ends[term] = end;
      end += counts[term]!;
    }
    eachEntry(training, (term, row, weight) => {
      if (term % of !== turn) return;
      const at = ends[term]!++;
      rows[at] = row;
      weights[at] = weight;
    });
    return touched.subarray(0, found);
  }
}

function eachEntry({ size, left, right }: Training, visit: (term: number, row: number, weight: number) => void): void {
  for (const [side, { rows }] of [left, right].entries()) {
    for (let row = 0; row < size; row++) {
      const first = row * rows.room;
      for (let i = first; i < first + rows.lengths[row]!; i++) visit(rows.terms[i]!, side * size + row, rows.weights[i]!);
    }
  }
}
