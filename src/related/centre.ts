import type { Vectors } from './vectors.ts';

export interface CentreParts {
  readonly mean: Float32Array<ArrayBuffer>;
  readonly spreads: Float32Array<ArrayBuffer>;
  /** The reach alone. */
  readonly reach: Float32Array<ArrayBuffer>;
}

/** A question seen from the centre of a collection. */
export interface Asked {
  /** (q - mean) / its length, or all zero. */
  readonly vector: Float32Array;
  /** Its product with the mean. */
  readonly offset: number;
}

/** As if so many documents stood at zero: few documents say little about what all have in common. */
const prior = 10;
/** From this many documents on, the mean may lag while the collection grows by less than this share. */
const large = 4096;
const mayLag = 1 / 64;

/**
 * What all documents of a collection mean together says nothing within it, as a word does that all of them hold: in a
 * collection about generative networks two papers are not close because both are. Meanings are therefore compared from
 * the mean of the collection: cos(q - mean, d - mean).
 */
export class Centre {
  private mean: Float32Array<ArrayBuffer>;
  /** 1 / length of (d - mean) by document; 0 for a document without meaning. */
  spreads: Float32Array<ArrayBuffer>;
  /** Over all documents, the greatest length of what `Vectors.addHeads` leaves out of d / |d - mean|. */
  reach: number;

  constructor(dimensions: number, parts?: CentreParts) {
    this.mean = parts?.mean ?? new Float32Array(dimensions);
    this.spreads = parts?.spreads ?? new Float32Array(0);
    this.reach = parts?.reach[0] ?? 0;
  }

  seen(vector: Float32Array): Asked {
    const from = vector.map((value, k) => value - (this.mean[k] ?? 0));
    const length = vector.some((value) => value !== 0) ? Math.sqrt(dot(from, from)) : 0;
    const unit = from.map((value) => (length === 0 ? 0 : value / length));
    return { vector: unit, offset: dot(unit, this.mean) };
  }

  /** Catches up with the documents added. */
  settle(vectors: Vectors): void {
    const known = this.spreads.length;
    const grown = vectors.size - known;
    if (grown === 0) return;
    const lags = known >= large && grown < known * mayLag;
    if (!lags) this.mean = meanOf(vectors, this.mean.length);
    const square = dot(this.mean, this.mean);
    const spreads = new Float32Array(vectors.size);
    if (lags) spreads.set(this.spreads);
    else this.reach = 0;
    for (let doc = lags ? known : 0; doc < vectors.size; doc++) {
      if (vectors.isEmpty(doc)) continue;
      // |d - m|² with |d| = 1.
      const spread = 1 / Math.sqrt(Math.max(1e-3, 1 - 2 * vectors.product(doc, this.mean) + square));
      spreads[doc] = spread;
      this.reach = Math.max(this.reach, spread * vectors.restLengthOf(doc));
    }
    this.spreads = spreads;
  }

  parts(): CentreParts {
    return { mean: this.mean, spreads: this.spreads, reach: Float32Array.of(this.reach) };
  }
}

function meanOf(vectors: Vectors, dimensions: number): Float32Array<ArrayBuffer> {
  const sum = new Float64Array(dimensions);
  let counted = 0;
  for (let doc = 0; doc < vectors.size; doc++) {
    if (vectors.isEmpty(doc)) continue;
    counted++;
    vectors.addTo(sum, doc);
  }
  return Float32Array.from(sum, (value) => value / (counted + prior));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
