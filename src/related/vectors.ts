import { withRoom } from './room.ts';
import { addProducts, scanned } from './scan.ts';

/** The table is rotated by variance, so the dimensions scanned for every document hold most of a product. */
const head = scanned;

export interface VectorParts {
  readonly heads: Float32Array<ArrayBuffer>;
  readonly rests: Int8Array<ArrayBuffer>;
  readonly scales: Float32Array<ArrayBuffer>;
}

/**
 * One vector of length 1 (or all zero) per document: the first 64 dimensions as they are, the rest in 8 bits with a
 * scale per document, because they are read for the best candidates only.
 */
export class Vectors {
  private heads: Float32Array<ArrayBuffer>;
  private rests: Int8Array<ArrayBuffer>;
  private scales: Float32Array<ArrayBuffer>;
  private count: number;
  private readonly rest: number;

  constructor(dimensions: number, parts?: VectorParts) {
    this.rest = Math.max(0, dimensions - head);
    this.heads = parts?.heads ?? new Float32Array(0);
    this.rests = parts?.rests ?? new Int8Array(0);
    this.scales = parts?.scales ?? new Float32Array(0);
    this.count = this.scales.length;
  }

  get size(): number {
    return this.count;
  }

  add(vector: Float32Array): void {
    const doc = this.count++;
    this.heads = withRoom(this.heads, this.count * head);
    this.rests = withRoom(this.rests, this.count * this.rest);
    this.scales = withRoom(this.scales, this.count);
    this.heads.set(vector.subarray(0, head), doc * head);
    let most = 0;
    for (let k = head; k < vector.length; k++) most = Math.max(most, Math.abs(vector[k] ?? 0));
    if (most === 0) return;
    const scale = most / 127;
    this.scales[doc] = scale;
    for (let k = 0; k < this.rest; k++) this.rests[doc * this.rest + k] = Math.round((vector[head + k] ?? 0) / scale);
  }

  /** scores[doc] += weight × product over the first dimensions, for all documents. */
  addHeads(scores: Float32Array, vector: Float32Array, weight: number): void {
    addProducts(scores, this.heads, vector, weight);
  }

  /** Product over the dimensions that `addHeads` leaves out. */
  restOf(doc: number, vector: Float32Array): number {
    const { rests, rest } = this;
    const from = doc * rest;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0; k < rest; k += 4) {
      a += (vector[head + k] ?? 0) * (rests[from + k] ?? 0);
      b += (vector[head + k + 1] ?? 0) * (rests[from + k + 1] ?? 0);
      c += (vector[head + k + 2] ?? 0) * (rests[from + k + 2] ?? 0);
      d += (vector[head + k + 3] ?? 0) * (rests[from + k + 3] ?? 0);
    }
    return (a + b + (c + d)) * (this.scales[doc] ?? 0);
  }

  product(doc: number, vector: Float32Array): number {
    let sum = 0;
    for (let k = 0; k < head; k++) sum += (vector[k] ?? 0) * (this.heads[doc * head + k] ?? 0);
    return sum + this.restOf(doc, vector);
  }

  /** Length of what `addHeads` leaves out of the document. */
  restLengthOf(doc: number): number {
    let square = 0;
    for (let k = doc * this.rest; k < (doc + 1) * this.rest; k++) square += (this.rests[k] ?? 0) ** 2;
    return Math.sqrt(square) * (this.scales[doc] ?? 0);
  }

  addTo(sum: Float64Array, doc: number): void {
    const scale = this.scales[doc] ?? 0;
    for (let k = 0; k < head; k++) sum[k] = (sum[k] ?? 0) + (this.heads[doc * head + k] ?? 0);
    for (let k = 0; k < this.rest; k++) sum[head + k] = (sum[head + k] ?? 0) + scale * (this.rests[doc * this.rest + k] ?? 0);
  }

  /** Whether the table knew no word of the document. */
  isEmpty(doc: number): boolean {
    if (this.scales[doc] !== 0) return false;
    for (let k = 0; k < head; k++) if (this.heads[doc * head + k] !== 0) return false;
    return true;
  }

  parts(): VectorParts {
    const { count } = this;
    return { heads: this.heads.slice(0, count * head), rests: this.rests.slice(0, count * this.rest), scales: this.scales.slice(0, count) };
  }
}

/** Length of what `addHeads` leaves out of a vector. */
export function restLength(vector: Float32Array): number {
  let square = 0;
  for (let k = head; k < vector.length; k++) square += (vector[k] ?? 0) ** 2;
  return Math.sqrt(square);
}
