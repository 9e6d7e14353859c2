import { bestRows } from './best.ts';
import { isShort, readLine, toBag, type Line } from './line.ts';
import { judge, type Judging } from './judge.ts';
import { Lines } from './lines.ts';
import { Postings } from './postings.ts';
import { isSamePaper, meaning, weigh, type Question } from './question.ts';
import type { Closeness, NearestOptions, Neighbour, RelatedEngine, Text } from './related.ts';
import { withRoom } from './room.ts';
import type { WordTable } from './table.ts';
import { Telling } from './telling.ts';
import { Terms } from './terms.ts';
import { isAtLeast, pointsFor } from './thresholds.ts';
import { restLength, Vectors } from './vectors.ts';

/** Weight of the cosine of meanings beside the cosine of words. */
const meaningWeight = 0.8;
/** Share of the table's idf in the mixed one. */
const shippedShare = 0.3;
const mostIdf = 12.2;
const leastIdf = 0.01;
/** Up to here every document's whole vector is compared; above, those of the best candidates only. */
const scannedWhole = 2000;
const candidates = 500;
const candidateShare = 1 / 50;
export interface EngineParts {
  readonly terms: Terms;
  readonly lines: Lines;
  readonly postings: Postings;
  readonly vectors: Vectors | undefined;
}

/** A word of a question which the collection does not hold. */
interface Unknown {
  readonly term: number;
  readonly written: string;
  readonly row: number;
}

/** The papers of one collection, and how close any text is to each. */
export class CollectionEngine implements RelatedEngine {
  readonly table: WordTable | undefined;
  private readonly terms: Terms;
  private readonly lines: Lines;
  private readonly postings: Postings;
  private readonly vectors: Vectors | undefined;
  private readonly telling: Telling;
  private idfs = new Float32Array(0);
  /** 1 / length of each document's tf-idf, 0 for a document without words. */
  private inverse = new Float32Array(0);
  private scratch = new Float32Array(0);
  private settled = false;

  constructor(table?: WordTable, parts?: EngineParts) {
    this.table = table;
    this.terms = parts?.terms ?? new Terms(table);
    this.lines = parts?.lines ?? new Lines();
    this.postings = parts?.postings ?? new Postings();
    this.telling = new Telling(this.terms, table);
    this.vectors = parts?.vectors ?? (table && new Vectors(table.dimensions));
  }

  get size(): number {
    return this.lines.size;
  }

  /** Adds a document behind the last and returns its row. Nothing is rebuilt; weights follow at the next question. */
  add(text: Text): number {
    const line = readLine(text, (stem, written, inTitle) => this.terms.intern(stem, written, !inTitle), (word) => this.isJoined(word));
    const bag = toBag(line);
    this.terms.count(bag.terms, 1);
    this.postings.add(bag);
    if (this.table !== undefined) this.vectors?.add(meaning(bag, this.terms, this.table));
    this.settled = false;
    return this.lines.add(line);
  }

  nearest(query: Text, options: NearestOptions): Neighbour[] {
    return this.neighbours(this.read(query), options);
  }

  nearestTo(doc: number, options: NearestOptions): Neighbour[] {
    this.settle();
    const exclude = new Set(options.exclude).add(doc);
    return this.neighbours(this.weighed(this.lines.line(doc)), { ...options, exclude });
  }

  /** Score of every document, by row; 0 where nothing is shared. */
  scores(query: Text): Float32Array {
    const question = this.read(query);
    return this.partialScores(question).map((score, doc) => score + this.restScore(question, doc));
  }

  /** All there is to store; see `store.ts`. */
  parts(): EngineParts {
    return { terms: this.terms, lines: this.lines, postings: this.postings, vectors: this.vectors };
  }

  private read(query: Text): Question {
    this.settle();
    const unknown = new Map<string, Unknown>();
    const name = (stem: string, written: string): number => {
      const known = this.terms.find(stem);
      if (known >= 0) return known;
      const met = unknown.get(stem);
      if (met !== undefined) return met.term;
      const term = this.terms.size + unknown.size;
      unknown.set(stem, { term, written, row: this.table?.find(stem) ?? -1 });
      return term;
    };
    const line = readLine(query, name, (word) => this.isJoined(word));
    return this.weighed(line, [...unknown.values()]);
  }

  private weighed(line: Line, unknown: readonly Unknown[] = []): Question {
    const known = this.terms.size;
    const row = (term: number): number => (term < known ? this.terms.row(term) : (unknown[term - known]?.row ?? -1));
    const idf = (term: number): number => (term < known ? (this.idfs[term] ?? 0) : this.idf(0, row(term)));
    const spelling = (term: number): string => (term < known ? this.terms.spelling(term) : (unknown[term - known]?.written ?? ''));
    return weigh(line, { known, row, idf, spelling }, this.table);
  }

  private isJoined(word: string): boolean {
    return this.table !== undefined && this.table.find(word) >= 0;
  }

  /** Words and the first dimensions of meaning, for every document. Valid until the next question. */
  private partialScores(question: Question): Float32Array {
    this.scratch = withRoom(this.scratch, this.size);
    const scores = this.scratch.subarray(0, this.size).fill(0);
    this.postings.addScores(scores, question.terms, question.weights);
    const { inverse } = this;
    for (let doc = 0; doc < scores.length; doc++) scores[doc] = (scores[doc] ?? 0) * (inverse[doc] ?? 0);
    if (question.vector !== undefined) this.vectors?.addHeads(scores, question.vector, meaningWeight);
    return scores;
  }

  private restScore({ vector }: Question, doc: number): number {
    return vector === undefined || this.vectors === undefined ? 0 : meaningWeight * this.vectors.restOf(doc, vector);
  }

  private neighbours(question: Question, options: NearestOptions): Neighbour[] {
    const { limit, exclude, atLeast = 'loosely related' } = options;
    const found: Neighbour[] = [];
    const lines: Line[] = [question.line];
    for (const { doc, score } of this.ranked(question, limit, this.leastScore(question.line, atLeast))) {
      if (found.length >= limit) break;
      if (exclude?.has(doc) === true) continue;
      const line = this.lines.line(doc);
      if (lines.some((other) => isSamePaper(line, other))) continue;
      const judgement = judge(question, { line, inverse: this.inverse[doc] ?? 0, score }, this.judging());
      if (!isAtLeast(judgement.closeness, atLeast)) continue;
      lines.push(line);
      found.push({ doc, ...judgement });
    }
    return found.sort((a, b) => b.score - a.score || a.doc - b.doc);
  }

  /** Documents of at least this score, best first: all that may be among the `limit` nearest once some are left out. */
  private ranked(question: Question, limit: number, least: number): { doc: number; score: number }[] {
    const scores = this.partialScores(question);
    // The dimensions left out can add at most the length of the question's, times the document's, which is at most 1.
    const missing = question.vector === undefined ? 0 : meaningWeight * restLength(question.vector);
    const count = this.size <= scannedWhole ? this.size : Math.max(4 * limit, candidates, candidateShare * this.size);
    const ranked = bestRows(scores, count, least - missing).map((doc) => ({ doc, score: (scores[doc] ?? 0) + this.restScore(question, doc) }));
    return ranked.filter(({ score }) => score > 0 && score >= least).sort((a, b) => b.score - a.score || a.doc - b.doc);
  }

  /** No score below this is as close as asked, whatever the document. */
  private leastScore(line: Line, atLeast: Closeness): number {
    if (atLeast === 'loosely related') return 0;
    const points = pointsFor(this.table !== undefined, isShort(line));
    return atLeast === 'related' ? points.related : points.strongly;
  }

  private judging(): Judging {
    return { table: this.table, telling: this.telling, documents: this.size };
  }

  private idf(frequency: number, row: number): number {
    const own = Math.max(leastIdf, Math.log((this.size + 1) / (frequency + 0.5)));
    if (this.table === undefined) return own;
    const shipped = Math.log((this.table.documents + 1) / (this.table.frequency(row) + 1));
    return shippedShare * Math.max(leastIdf, Math.min(mostIdf, shipped)) + (1 - shippedShare) * own;
  }

  /** Weights follow the documents: recomputed before the first question after a change, in one pass over the postings. */
  private settle(): void {
    if (this.settled) return;
    this.settled = true;
    this.postings.settle(this.terms.size);
    this.idfs = Float32Array.from({ length: this.terms.size }, (_, term) => this.idf(this.terms.frequency(term), this.terms.row(term)));
    const squares = new Float64Array(this.size);
    this.postings.each((term, doc, weight) => {
      squares[doc] = (squares[doc] ?? 0) + (weight * (this.idfs[term] ?? 0)) ** 2;
    });
    this.inverse = Float32Array.from(squares, (square) => (square > 0 ? 1 / Math.sqrt(square) : 0));
  }
}

/** Reads every text into a new engine; rows are in the order of the texts. */
export function buildRelated(texts: Iterable<Text>, table?: WordTable): CollectionEngine {
  const engine = new CollectionEngine(table);
  for (const text of texts) engine.add(text);
  return engine;
}
