import type { Asked, Centre } from './centre.ts';
import type { Latent } from './latent.ts';
import { countWeight, termOf, toBag, type Bag, type Line } from './line.ts';
import { neighboursIn } from './reasons.ts';
import { withRoom } from './room.ts';
import type { WordTable } from './table.ts';

/** A text weighed against a collection. */
export interface Question {
  readonly line: Line;
  /** Terms of the collection which the text holds. */
  readonly terms: readonly number[];
  /** For each of them its share of the cosine per unit of its weight in a document: tf-idf of the text, times idf. */
  readonly weights: readonly number[];
  /** The same by term of the collection; valid until another question is asked for it. */
  weightOf(): Float32Array;
  /** Which of its words follow each other. */
  readonly neighbours: ReadonlySet<number>;
  /** What it means, seen from the centre of the collection; absent without a table. */
  readonly meaning: Asked | undefined;
  /** The same in the model learned from the collection: length 1, or all zero. */
  readonly latent: Float32Array | undefined;
  /** Row in the table of a term of this text or of the collection, or -1. */
  row(term: number): number;
  spelling(term: number): string;
}

/** What weighing needs to know of the terms. */
export interface Weighing {
  /** Terms of the collection; numbers from here on are words it does not hold. */
  readonly known: number;
  idf(term: number): number;
  row(term: number): number;
  spelling(term: number): string;
}

/** What knows meanings, of all that there is. */
export interface Models {
  readonly table: WordTable | undefined;
  readonly centre: Centre | undefined;
  readonly latent: Latent | undefined;
}

/** tf-idf of length 1 with w = 1 + ln n, and the mean of the word vectors by w: the length of a vector is its weight. */
export function weigh(line: Line, weighing: Weighing, { table, centre, latent }: Models): Question {
  const bag = toBag(line);
  const terms: number[] = [];
  const plain: number[] = [];
  const weights: number[] = [];
  let square = 0;
  for (let i = 0; i < bag.terms.length; i++) {
    const term = bag.terms[i] ?? 0;
    const idf = weighing.idf(term);
    const weight = (countWeight[bag.counts[i] ?? 0] ?? 0) * idf;
    square += weight * weight;
    if (term >= weighing.known) continue;
    terms.push(term);
    plain.push(weight);
    weights.push(weight * idf);
  }
  const length = Math.sqrt(square);
  const shares = weights.map((weight) => weight / length);
  return {
    line,
    terms,
    weights: shares,
    weightOf: () => spread(terms, shares, weighing.known),
    neighbours: neighboursIn(line),
    meaning: table && centre?.seen(meaning(bag, weighing, table)),
    latent: latent?.project(terms, plain),
    row: (term) => weighing.row(term),
    spelling: (term) => weighing.spelling(term),
  };
}

/** Weights by term of the question asked last; room for every term is cleared faster than it is made. */
let byTerm: Float32Array<ArrayBuffer> = new Float32Array(0);
let spreadLast: readonly number[] = [];

function spread(terms: readonly number[], weights: readonly number[], length: number): Float32Array {
  if (terms === spreadLast) return byTerm;
  for (const term of spreadLast) byTerm[term] = 0;
  byTerm = withRoom(byTerm, length);
  for (let i = 0; i < terms.length; i++) byTerm[terms[i] ?? 0] = weights[i] ?? 0;
  spreadLast = terms;
  return byTerm;
}

/** Sum of w · E over the words the table knows, length 1; all zero where it knows none. */
export function meaning(bag: Bag, weighing: Pick<Weighing, 'row'>, table: WordTable): Float32Array {
  const sum = new Float32Array(table.dimensions);
  for (let i = 0; i < bag.terms.length; i++) {
    const row = weighing.row(bag.terms[i] ?? 0);
    if (row >= 0) table.addTo(sum, row, countWeight[bag.counts[i] ?? 0] ?? 0);
  }
  let square = 0;
  for (const value of sum) square += value * value;
  return square === 0 ? sum : sum.map((value) => value / Math.sqrt(square));
}

/** Whether two lines are one paper: the same words in the title, and abstracts that agree where both have one. */
export function isSamePaper(a: Line, b: Line): boolean {
  if (a.titleEnd === 0 || a.titleEnd !== b.titleEnd) return false;
  for (let i = 0; i < a.titleEnd; i++) if (termOf(a.entries[i] ?? 0) !== termOf(b.entries[i] ?? 0)) return false;
  const mine = new Set(Array.from(a.entries.subarray(a.titleEnd), termOf));
  const others = new Set(Array.from(b.entries.subarray(b.titleEnd), termOf));
  let shared = 0;
  for (const term of mine) if (others.has(term)) shared++;
  return 2 * shared >= Math.min(mine.size, others.size);
}
