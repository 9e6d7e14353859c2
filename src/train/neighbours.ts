import { share } from './batch.ts';
import { weightOf } from './views.ts';
import type { TextTerms } from './vocabulary.ts';

/** Neighbours of every paper that the training draws from. */
export const perPaper = 16;
/** Entries of postings read per paper, rarest words first: what is common to thousands finds no neighbour. */
const read = 20_000;
/** Papers compared in full, of those that share the rare words. */
const compared = 100;

/** The corpus as tf-idf rows of length 1, by paper and by term; shared memory. */
export interface Weighted {
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
  /** The same by term: papers [termStarts[t], termStarts[t+1]). */
  readonly termStarts: Uint32Array;
  readonly papers: Uint32Array;
  readonly paperWeights: Float32Array;
  /** The `perPaper` nearest of paper i from i · perPaper on, nearest first; filled up by repetition, by i itself where there is none. */
  readonly nearest: Uint32Array;
}

/** tf-idf with w = 1 + ln n, title counted twice, and idf = ln((N+1)/(df+1)). */
export function weighCorpus({ starts, terms, inTitle, inAbstract }: TextTerms, papersWith: Uint32Array): Weighted {
  const count = starts.length - 1;
  const weights = new Float32Array(new SharedArrayBuffer(4 * terms.length));
  for (let paper = 0; paper < count; paper++) {
    let square = 0;
    for (let i = starts[paper]!; i < starts[paper + 1]!; i++) {
      const weight = weightOf[inAbstract[i]! + 2 * inTitle[i]!]! * Math.log((count + 1) / (papersWith[terms[i]!]! + 1));
      weights[i] = weight;
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (let i = starts[paper]!; i < starts[paper + 1]!; i++) weights[i]! /= length;
  }
  return { starts, terms, weights, ...invert(starts, terms, weights, papersWith.length), nearest: share(new Uint32Array(count * perPaper)) };
}

function invert(starts: Uint32Array, terms: Uint32Array, weights: Float32Array, count: number): Pick<Weighted, 'termStarts' | 'papers' | 'paperWeights'> {
  const termStarts = share(new Uint32Array(count + 1));
  for (const term of terms) termStarts[term + 1]! += 1;
  for (let term = 0; term < count; term++) termStarts[term + 1]! += termStarts[term]!;
  const next = termStarts.slice();
  const papers = share(new Uint32Array(terms.length));
  const paperWeights = new Float32Array(new SharedArrayBuffer(4 * terms.length));
  for (let paper = 0; paper + 1 < starts.length; paper++) {
    for (let i = starts[paper]!; i < starts[paper + 1]!; i++) {
      const at = next[terms[i]!]!++;
      papers[at] = paper;
      paperWeights[at] = weights[i]!;
    }
  }
  return { termStarts, papers, paperWeights };
}

/** Finds neighbours by the cosine of tf-idf among the papers that share the rarest words. */
export class NeighbourSearch {
  private readonly corpus: Weighted;
  private readonly sums: Float32Array;
  private readonly found: Uint32Array;
  private readonly asked: Float32Array;

  constructor(corpus: Weighted) {
    this.corpus = corpus;
    this.sums = new Float32Array(corpus.starts.length - 1);
    this.found = new Uint32Array(corpus.starts.length - 1);
    this.asked = new Float32Array(corpus.termStarts.length - 1);
  }

  /** Writes the neighbours of one paper. */
  write(paper: number): void {
    const { corpus } = this;
    const candidates = this.candidates(paper).map((other) => ({ other, cosine: 0 }));
    for (let i = corpus.starts[paper]!; i < corpus.starts[paper + 1]!; i++) this.asked[corpus.terms[i]!] = corpus.weights[i]!;
    for (const candidate of candidates) candidate.cosine = this.cosine(candidate.other);
    for (let i = corpus.starts[paper]!; i < corpus.starts[paper + 1]!; i++) this.asked[corpus.terms[i]!] = 0;
    candidates.sort((a, b) => b.cosine - a.cosine || a.other - b.other);
    const count = Math.min(perPaper, candidates.length);
    for (let k = 0; k < perPaper; k++) corpus.nearest[paper * perPaper + k] = count === 0 ? paper : candidates[k % count]!.other;
  }

  private candidates(paper: number): number[] {
    const { starts, terms, weights, termStarts, papers, paperWeights } = this.corpus;
    const { sums, found } = this;
    const order = Array.from({ length: starts[paper + 1]! - starts[paper]! }, (_, k) => starts[paper]! + k).sort((a, b) => weights[b]! - weights[a]! || a - b);
    let left = read;
    let count = 0;
    for (const i of order) {
      const from = termStarts[terms[i]!]!;
      const to = termStarts[terms[i]! + 1]!;
      if (to - from > left) continue;
      left -= to - from;
      const weight = weights[i]!;
      for (let k = from; k < to; k++) {
        const other = papers[k]!;
        if (sums[other] === 0) found[count++] = other;
        sums[other]! += weight * paperWeights[k]!;
      }
    }
    const kept = best(found.subarray(0, count), sums, compared + 1).filter((other) => other !== paper);
    for (let k = 0; k < count; k++) sums[found[k]!] = 0;
    return kept;
  }

  private cosine(other: number): number {
    const { starts, terms, weights } = this.corpus;
    let sum = 0;
    for (let i = starts[other]!; i < starts[other + 1]!; i++) sum += weights[i]! * this.asked[terms[i]!]!;
    return sum;
  }
}

/** About `count` of the papers with the greatest sums: those above the count-th of them, by a histogram of the sums. */
function best(papers: Uint32Array, sums: Float32Array, count: number): number[] {
  const bins = new Uint32Array(1024);
  const bin = (paper: number): number => Math.min(1023, Math.floor(sums[paper]! * 1024));
  for (const paper of papers) bins[bin(paper)]! += 1;
  let least = 1023;
  for (let above = bins[1023]!; least > 0 && above < count; ) above += bins[--least]!;
  const kept: number[] = [];
  for (const paper of papers) if (bin(paper) >= least) kept.push(paper);
  return kept;
}
