import type { Side, Training } from './batch.ts';
import { addRows, multiply } from './product.ts';

/*
 * Symmetric InfoNCE (van den Oord et al. 2018): of all texts in the batch, the one paired with a text must be its
 * nearest. With u, v the unit sums of the two sides, S = U Vᵀ / τ and the loss ½ mean(−log softmax_row(S)_ii) +
 * ½ mean(−log softmax_col(S)_ii). Each function does a share of the rows; no share changes the order of a sum.
 */

/** A share of the work: rows [from, to). */
export interface Share {
  readonly from: number;
  readonly to: number;
}

/** u = y / ‖y‖ with y = Σ weight · vector, for the rows of one side. */
export function embed({ vectors, dimensions: d, size }: Training, { rows, units, turned, norms }: Side, { from, to }: Share): void {
  const sum = new Float64Array(d);
  for (let row = from; row < to; row++) {
    const first = row * rows.room;
    sum.fill(0);
    addRows(sum, vectors, rows.terms, rows.weights, first, first + rows.lengths[row]!);
    let square = 0;
    for (let k = 0; k < d; k++) square += sum[k]! * sum[k]!;
    const norm = Math.sqrt(square) + 1e-9;
    norms[row] = norm;
    for (let k = 0; k < d; k++) {
      const value = sum[k]! / norm;
      units[row * d + k] = value;
      turned[k * size + row] = value;
    }
  }
}

/** Likeness of the left rows to all right rows, and its sum over each left row. */
export function compare({ size, dimensions, temperature, likeness, left, right }: Training, share: Share): void {
  multiply(left.units, right.units, likeness, share, size, dimensions);
  for (let i = share.from; i < share.to; i++) {
    let sum = 0;
    for (let at = i * size; at < (i + 1) * size; at++) {
      const like = Math.exp((likeness[at]! - 1) / temperature);
      likeness[at] = like;
      sum += like;
    }
    left.sums[i] = sum;
  }
}

/** Sum of the likeness over each right row (a column). */
export function sumColumns({ size, likeness, right }: Training, { from, to }: Share): void {
  const sums = right.sums.subarray(from, to).fill(0);
  for (let i = 0; i < size; i++) {
    const row = i * size + from;
    for (let j = 0; j < sums.length; j++) sums[j]! += likeness[row + j]!;
  }
}

/** ∂loss/∂cosine = ((softmax_row + softmax_col)/2 − I) / (τ · size), for the left rows, and their losses. */
export function pull({ size, temperature, likeness, left, right, losses }: Training, { from, to }: Share): void {
  for (let i = from; i < to; i++) {
    for (let j = 0; j < size; j++) {
      const like = likeness[i * size + j]!;
      const excess = (like / left.sums[i]! + like / right.sums[j]!) / 2 - (i === j ? 1 : 0);
      const force = excess / (temperature * size);
      left.pulls[i * size + j] = force;
      right.pulls[j * size + i] = force;
    }
    const own = likeness[i * size + i]!;
    losses[i] = -0.5 * (Math.log(own / left.sums[i]!) + Math.log(own / right.sums[i]!));
  }
}

/** Gradients of the rows of one side: of the unit vector g = Σ pull · other, of the sum behind it (g − u (g·u)) / ‖y‖. */
export function grade({ size, dimensions: d }: Training, { units, gradients, norms, pulls }: Side, other: Side, share: Share): void {
  multiply(pulls, other.turned, gradients, share, d, size);
  for (let row = share.from; row < share.to; row++) {
    let along = 0;
    for (let k = row * d; k < (row + 1) * d; k++) along += gradients[k]! * units[k]!;
    for (let k = row * d; k < (row + 1) * d; k++) gradients[k] = (gradients[k]! - units[k]! * along) / norms[row]!;
  }
}
