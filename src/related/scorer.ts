import { bestRows } from './best.ts';
import type { Latent } from './latent.ts';
import type { Mix } from './mix.ts';
import type { Postings } from './postings.ts';
import type { Question } from './question.ts';
import { withRoom } from './room.ts';
import { restLength, type Vectors } from './vectors.ts';
import type { Weights } from './weights.ts';

/** Up to here every document's whole vector is compared; above, those of the best candidates only. */
const scannedWhole = 2000;
const candidates = 300;
const candidateShare = 1 / 50;

export interface Scored {
  readonly doc: number;
  readonly score: number;
}

/** What a score is made of. */
export interface Sources {
  readonly postings: Postings;
  readonly weights: Weights;
  readonly vectors: Vectors | undefined;
  readonly latent: Latent | undefined;
  readonly mix: Mix;
}

/**
 * score = cos of tf-idf + weight · cos of meanings + weight · cos in the local model. Sums of cosines are comparable
 * between questions, so that one threshold serves all.
 */
export class Scorer {
  private scratch: Float32Array<ArrayBuffer> = new Float32Array(0);

  /** Score of every document, by row. */
  scores(question: Question, from: Sources): Float32Array {
    return this.partialScores(question, from).map((score, doc) => score + restScore(question, doc, from));
  }

  /**
   * Documents with a score above zero and of at least `least`, best first, ties in row order: all that may be among the
   * `limit` nearest once some of them are left out.
   */
  ranked(question: Question, from: Sources, limit: number, least: number): Scored[] {
    const scores = this.partialScores(question, from);
    // The dimensions left out add at most the length of the question's, times the document's, which is at most 1.
    const missing = question.vector === undefined ? 0 : from.mix.meaning * restLength(question.vector);
    const documents = scores.length;
    const count = documents <= scannedWhole ? documents : Math.max(4 * limit, candidates, candidateShare * documents);
    return bestRows(scores, count, least - missing)
      .map((doc) => ({ doc, score: (scores[doc] ?? 0) + restScore(question, doc, from) }))
      .filter(({ score }) => score > 0 && score >= least)
      .sort((a, b) => b.score - a.score || a.doc - b.doc);
  }

  /** All of the score but the last dimensions of meaning. Valid until the next question. */
  private partialScores(question: Question, { postings, weights, vectors, latent, mix }: Sources): Float32Array {
    this.scratch = withRoom(this.scratch, postings.size);
    const scores = this.scratch.subarray(0, postings.size).fill(0);
    postings.addScores(scores, question.terms, question.weights);
    const { inverse } = weights;
    for (let doc = 0; doc < scores.length; doc++) scores[doc] = (scores[doc] ?? 0) * (inverse[doc] ?? 0);
    if (question.vector !== undefined) vectors?.addHeads(scores, question.vector, mix.meaning);
    if (question.latent !== undefined && mix.latent > 0) latent?.addScores(scores, question.latent, mix.latent);
    return scores;
  }
}

function restScore({ vector }: Question, doc: number, { vectors, mix }: Sources): number {
  return vector === undefined || vectors === undefined ? 0 : mix.meaning * vectors.restOf(doc, vector);
}
