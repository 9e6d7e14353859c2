import { roomOfRow, type Rows } from './views.ts';

/**
 * What the members of a team share of one training: every buffer is shared memory, every part is written by one member
 * and read by the others after a meeting.
 */
export interface Training {
  /** Papers in a batch. */
  readonly size: number;
  readonly dimensions: number;
  readonly temperature: number;
  /** One vector per term: what is trained. */
  readonly vectors: Float32Array;
  /** Sum of the mean squared gradients of each term so far (Adagrad by row). */
  readonly squares: Float32Array;
  readonly papers: Uint32Array;
  readonly left: Side;
  readonly right: Side;
  /** Of the left rows, then of the right rows. */
  readonly gradients: Float64Array;
  /** Of each left row (row by row) to each right row: exp((cosine − 1) / temperature). */
  readonly likeness: Float64Array;
  /** Loss of each pair. */
  readonly losses: Float64Array;
}

/** One of the two texts of every pair in the batch. */
export interface Side {
  readonly rows: Rows;
  /** Unit vectors, row by row, and the same by dimension. */
  readonly units: Float64Array;
  readonly turned: Float64Array;
  /** Gradients with respect to the sums that the unit vectors were made of. */
  readonly gradients: Float64Array;
  readonly norms: Float64Array;
  /** Sum of the likeness of each row to all rows of the other side. */
  readonly sums: Float64Array;
  /** Gradient of the loss with respect to each cosine with the rows of the other side. */
  readonly pulls: Float64Array;
}

export interface Shape {
  readonly terms: number;
  readonly dimensions: number;
  readonly batch: number;
  readonly temperature: number;
}

/** Lays out the shared memory of a training. */
export function layOut({ terms, dimensions, batch, temperature }: Shape): Training {
  const gradients = doubles(2 * batch * dimensions);
  const side = (number: 0 | 1): Side => ({
    rows: { room: roomOfRow, lengths: whole(batch), terms: whole(batch * roomOfRow), weights: floats(batch * roomOfRow) },
    units: doubles(batch * dimensions),
    turned: doubles(batch * dimensions),
    gradients: gradients.subarray(number * batch * dimensions, (number + 1) * batch * dimensions),
    norms: doubles(batch),
    sums: doubles(batch),
    pulls: doubles(batch * batch),
  });
  return {
    size: batch,
    dimensions,
    temperature,
    vectors: floats(terms * dimensions),
    squares: floats(terms),
    papers: whole(batch),
    left: side(0),
    right: side(1),
    gradients,
    likeness: doubles(batch * batch),
    losses: doubles(batch),
  };
}

const doubles = (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(8 * length));
const floats = (length: number): Float32Array => new Float32Array(new SharedArrayBuffer(4 * length));
const whole = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(4 * length));

/** A copy of the array in shared memory. */
export function share<T extends Uint8Array | Uint32Array>(array: T): T {
  const make = array.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new make(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  return copy;
}
