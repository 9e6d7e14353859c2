import type { Postings } from './postings.ts';
import type { WordTable } from './table.ts';
import type { Terms } from './terms.ts';

/** Share of the table's idf in the mixed one; the rest is the collection's own. */
const shippedShare = 0.3;
const mostIdf = 12.2;
const leastIdf = 0.01;
/** From this many documents on, weights may lag behind while the collection grows by less than this share. */
const large = 4096;
const mayLag = 1 / 64;
/** A word in fewer training texts has not been learned well. */
const learnedFrom = 20;

export interface WeightParts {
  readonly idfs: Float32Array<ArrayBuffer>;
  readonly inverse: Float32Array<ArrayBuffer>;
  /** The coverage alone. */
  readonly coverage: Float32Array<ArrayBuffer>;
}

/** How much each term and document weighs; follows the collection when it is settled. */
export class Weights {
  /** By term: 0.3 · ln((N+1)/(df₀+1)) of the table + 0.7 · ln((n+1)/(df+½)) of the collection. */
  idfs: Float32Array<ArrayBuffer>;
  /** 1 / length of each document's tf-idf, 0 for a document without words. */
  inverse: Float32Array<ArrayBuffer>;
  /** Mean share of a document's own tf-idf that stands in words the table has learned; 0 without a table. */
  coverage: number;
  private documents = 0;
  private readonly table: WordTable | undefined;

  constructor(table: WordTable | undefined, parts?: WeightParts) {
    this.table = table;
    this.idfs = parts?.idfs ?? new Float32Array(0);
    this.inverse = parts?.inverse ?? new Float32Array(0);
    this.coverage = parts?.coverage[0] ?? 1;
    this.documents = this.inverse.length;
  }

  /** idf of a word that `frequency` documents of the collection hold. @param row of the word in the table, or -1. */
  idf(frequency: number, row: number): number {
    const own = this.ownIdf(frequency);
    if (this.table === undefined) return own;
    const shipped = Math.log((this.table.documents + 1) / (this.table.frequency(row) + 1));
    return shippedShare * Math.max(leastIdf, Math.min(mostIdf, shipped)) + (1 - shippedShare) * own;
  }

  /**
   * Brings the weights up to date. A large collection that has grown by little keeps its idf, which a few papers hardly
   * move, and only the new documents are weighed.
   */
  settle(terms: Terms, postings: Postings): void {
    const weighed = this.inverse.length;
    const grown = postings.size - weighed;
    if (grown === 0 && this.idfs.length === terms.size) return;
    if (weighed >= large && grown < weighed * mayLag) this.follow(terms, postings);
    else this.weighAll(terms, postings);
  }

  parts(): WeightParts {
    return { idfs: this.idfs, inverse: this.inverse, coverage: Float32Array.of(this.coverage) };
  }

  private follow(terms: Terms, postings: Postings): void {
    this.documents = postings.size;
    const known = this.idfs;
    this.idfs = new Float32Array(terms.size);
    this.idfs.set(known);
    for (let term = known.length; term < terms.size; term++) this.idfs[term] = this.idf(terms.frequency(term), terms.row(term));
    const squares = new Float64Array(postings.size);
    postings.eachSince(this.inverse.length, (term, doc, weight) => {
      squares[doc] = (squares[doc] ?? 0) + (weight * (this.idfs[term] ?? 0)) ** 2;
    });
    const inverse = Float32Array.from(squares, inverseRoot);
    inverse.set(this.inverse);
    this.inverse = inverse;
  }

  private weighAll(terms: Terms, postings: Postings): void {
    const documents = postings.size;
    this.documents = documents;
    this.idfs = new Float32Array(terms.size);
    const own = new Float32Array(terms.size);
    const learned = new Uint8Array(terms.size);
    for (let term = 0; term < terms.size; term++) {
      const row = terms.row(term);
      this.idfs[term] = this.idf(terms.frequency(term), row);
      own[term] = this.ownIdf(terms.frequency(term));
      learned[term] = this.table !== undefined && this.table.frequency(row) >= learnedFrom ? 1 : 0;
    }
    const squares = new Float64Array(documents);
    const whole = new Float64Array(documents);
    const covered = new Float64Array(documents);
    postings.eachSince(0, (term, doc, weight) => {
      squares[doc] = (squares[doc] ?? 0) + (weight * (this.idfs[term] ?? 0)) ** 2;
      const share = weight * (own[term] ?? 0);
      whole[doc] = (whole[doc] ?? 0) + share;
      covered[doc] = (covered[doc] ?? 0) + share * (learned[term] ?? 0);
    });
    this.inverse = Float32Array.from(squares, inverseRoot);
    this.coverage = meanShare(covered, whole);
  }

  private ownIdf(frequency: number): number {
    return Math.max(leastIdf, Math.log((this.documents + 1) / (frequency + 0.5)));
  }
}

const inverseRoot = (square: number): number => (square > 0 ? 1 / Math.sqrt(square) : 0);

/** Mean of part / whole over the documents that hold anything; 1 where none does. */
function meanShare(parts: Float64Array, wholes: Float64Array): number {
  let sum = 0;
  let counted = 0;
  wholes.forEach((whole, doc) => {
    if (whole === 0) return;
    sum += (parts[doc] ?? 0) / whole;
    counted++;
  });
  return counted === 0 ? 1 : sum / counted;
}
