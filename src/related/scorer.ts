import { bestRows } from './best.ts';
import type { Centre } from './centre.ts';
import type { Latent } from './latent.ts';
import type { Mix } from './mix.ts';
import type { Postings } from './postings.ts';
import type { Question } from './question.ts';
import { withRoom } from './room.ts';
import { restLength, type Vectors } from './vectors.ts';
import type { Weights } from './weights.ts';

/**
 * Documents whose whole vector is compared, and which are ranked: so many, and this share of all. The best of them are
 * the best of all but for one place in a thousand.
 */
const candidates = 100;
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
  readonly centre: Centre | undefined;
  readonly latent: Latent | undefined;
  readonly mix: Mix;
}

/**
 * score = cos of tf-idf + weight · cos of meanings + weight · cos in the local model. Sums of cosines are comparable
 * between questions, so that one threshold serves all.
 */
export class Scorer {
  private words: Float32Array<ArrayBuffer> = new Float32Array(0);
  private sums: Float32Array<ArrayBuffer> = new Float32Array(0);
  /** The question that the sums are of: asked again with a lower limit, it costs nothing. */
  private asked: Question | undefined;

  /** Score of every document, by row. */
  scores(question: Question, from: Sources): Float32Array {
    return this.partialScores(question, from).map((score, doc) => score + restScore(question, doc, from));
  }

  /**
   * Documents with a score above zero and of at least `least`, best first, ties in row order: all that may be among the
   * `limit` nearest once some of them are left out.
   */
  ranked(question: Question, from: Sources, limit: number, least: number, exclude?: ReadonlySet<number>): Scored[] {
    return (this.sharing(question, from, least, exclude) ?? this.best(question, from, limit, least, exclude))
      .filter(({ score }) => score > 0 && score >= least)
      .sort((a, b) => b.score - a.score || a.doc - b.doc);
  }

  private best(question: Question, from: Sources, limit: number, least: number, exclude?: ReadonlySet<number>): Scored[] {
    const scores = this.partialScores(question, from);
    for (const doc of exclude ?? []) scores[doc] = 0;
    const count = Math.max(4 * limit, candidates + candidateShare * scores.length);
    return bestRows(scores, count, least - mostRest(question, from)).map((doc) => ({ doc, score: (scores[doc] ?? 0) + restScore(question, doc, from) }));
  }

  /**
   * Where more is asked for than meaning alone can give, only the documents that share enough words are compared.
   * @returns undefined where any document may be close enough, or where all are compared already.
   */
  private sharing(question: Question, from: Sources, least: number, exclude?: ReadonlySet<number>): Scored[] | undefined {
    const { mix, weights, latent } = from;
    const fewest = least - mix.meaning - mix.latent;
    if (fewest <= 0 || this.asked === question) return undefined;
    const words = this.wordScores(question, from);
    const found: Scored[] = [];
    for (let doc = 0; doc < words.length; doc++) {
      const shared = (words[doc] ?? 0) * (weights.inverse[doc] ?? 0);
      if (shared < fewest || exclude?.has(doc) === true) continue;
      const own = question.latent === undefined || mix.latent === 0 ? 0 : mix.latent * (latent?.product(doc, question.latent) ?? 0);
      found.push({ doc, score: shared + own + wholeMeaning(question, doc, from) });
    }
    return found;
  }

  /** Product of the words of each document, its length not yet taken off. Valid until the next question. */
  private wordScores({ terms, weights }: Question, { postings }: Sources): Float32Array {
    this.words = withRoom(this.words, postings.size);
    const words = this.words.subarray(0, postings.size).fill(0);
    postings.addScores(words, terms, weights);
    return words;
  }

  /** All of the score but the last dimensions of meaning. Valid until the next question. */
  private partialScores(question: Question, from: Sources): Float32Array {
    const { postings, weights, vectors, centre, latent, mix } = from;
    const documents = postings.size;
    if (this.asked === question) return this.sums.subarray(0, documents);
    this.asked = question;
    this.sums = withRoom(this.sums, documents);
    const sums = this.sums.subarray(0, documents).fill(0);
    const { meaning } = question;
    if (meaning !== undefined && vectors !== undefined && centre !== undefined) {
      vectors.addHeads(sums, meaning.vector, mix.meaning);
      const offset = mix.meaning * meaning.offset;
      for (let doc = 0; doc < documents; doc++) sums[doc] = ((sums[doc] ?? 0) - offset) * (centre.spreads[doc] ?? 0);
    }
    const words = this.wordScores(question, from);
    for (let doc = 0; doc < documents; doc++) sums[doc] = (sums[doc] ?? 0) + (words[doc] ?? 0) * (weights.inverse[doc] ?? 0);
    if (question.latent !== undefined && mix.latent > 0) latent?.addScores(sums, question.latent, mix.latent);
    return sums;
  }
}

function restScore({ meaning }: Question, doc: number, { vectors, centre, mix }: Sources): number {
  if (meaning === undefined || vectors === undefined || centre === undefined) return 0;
  return mix.meaning * vectors.restOf(doc, meaning.vector) * (centre.spreads[doc] ?? 0);
}

/** All that meaning by the table adds. */
function wholeMeaning({ meaning }: Question, doc: number, { vectors, centre, mix }: Sources): number {
  if (meaning === undefined || vectors === undefined || centre === undefined) return 0;
  return mix.meaning * (vectors.product(doc, meaning.vector) - meaning.offset) * (centre.spreads[doc] ?? 0);
}

/** The most that the dimensions left out can add: the question's length in them, times the documents' greatest. */
function mostRest({ meaning }: Question, { centre, mix }: Sources): number {
  return meaning === undefined || centre === undefined ? 0 : mix.meaning * restLength(meaning.vector) * centre.reach;
}
