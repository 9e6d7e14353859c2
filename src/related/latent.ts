import { countWeight } from './line.ts';
import { withRoom } from './room.ts';
import { addProducts, scanned } from './scan.ts';

export interface LatentParts {
  /** One row of `scanned` per term known when the model was learned. */
  readonly terms: Float32Array<ArrayBuffer>;
  /** One row of length 1, or zero, per document. */
  readonly documents: Float32Array<ArrayBuffer>;
  /** Documents there were when the model was learned. */
  readonly learnedFrom: number;
}

/** A small model of meaning learned from the collection itself; documents added later are folded in. */
export class Latent {
  private readonly terms: Float32Array<ArrayBuffer>;
  private documents: Float32Array<ArrayBuffer>;
  private count: number;
  readonly learnedFrom: number;

  constructor(parts: LatentParts) {
    this.terms = parts.terms;
    this.documents = parts.documents;
    this.learnedFrom = parts.learnedFrom;
    this.count = parts.documents.length / scanned;
  }

  get size(): number {
    return this.count;
  }

  /** Sum of weight × vector of the terms, length 1; zero where the model knows none. */
  project(terms: ArrayLike<number>, weights: ArrayLike<number>): Float32Array {
    const sum = new Float32Array(scanned);
    for (let i = 0; i < terms.length; i++) {
      const from = (terms[i] ?? 0) * scanned;
      if (from >= this.terms.length) continue;
      for (let k = 0; k < scanned; k++) sum[k] = (sum[k] ?? 0) + (weights[i] ?? 0) * (this.terms[from + k] ?? 0);
    }
    let square = 0;
    for (const value of sum) square += value * value;
    return square === 0 ? sum : sum.map((value) => value / Math.sqrt(square));
  }

  /** Adds the next document by its terms, their counts and the idf of all terms. */
  fold(terms: Uint32Array, counts: Uint8Array, idfs: Float32Array): void {
    const weights = Float32Array.from(terms, (term, i) => (countWeight[counts[i] ?? 0] ?? 0) * (idfs[term] ?? 0));
    this.documents = withRoom(this.documents, (this.count + 1) * scanned);
    this.documents.set(this.project(terms, weights), this.count++ * scanned);
  }

  /** scores[doc] += weight × product with the document, for all documents. */
  addScores(scores: Float32Array, vector: Float32Array, weight: number): void {
    addProducts(scores, this.documents, vector, weight);
  }

  /** Product of one document with a vector. */
  product(doc: number, vector: Float32Array): number {
    let sum = 0;
    for (let k = 0; k < scanned; k++) sum += (vector[k] ?? 0) * (this.documents[doc * scanned + k] ?? 0);
    return sum;
  }

  parts(): LatentParts {
    return { terms: this.terms, documents: this.documents.slice(0, this.count * scanned), learnedFrom: this.learnedFrom };
  }
}
