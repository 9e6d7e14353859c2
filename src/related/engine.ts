import { bestRows } from './best.ts';
import { countWeight, isShort, readLine, toBag, type Line } from './line.ts';
import { Lines } from './lines.ts';
import { Postings } from './postings.ts';
import { isSamePaper, meaning, weigh, type Question } from './question.ts';
import { findReasons } from './reasons.ts';
import type { Closeness, NearestOptions, Neighbour, RelatedEngine, Text } from './related.ts';
import { withRoom } from './room.ts';
import type { WordTable } from './table.ts';
import { Terms } from './terms.ts';
import { isAtLeast, thresholds, toCloseness } from './thresholds.ts';
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
/** A term in more than this share of the collection says nothing within it, and neither does one of all fields. */
const genericShare = 0.2;
const genericShareOfTable = 0.04;
/** Below this many documents a share says nothing. */
const leastForGeneric = 20;

export interface EngineParts {
  readonly terms: Terms;
  readonly lines: Lines;
  readonly postings: Postings;
  readonly vectors: Vectors | undefined;
}

/** The papers of one collection, and how close any text is to each. */
export class CollectionEngine implements RelatedEngine {
  readonly table: WordTable | undefined;
  private readonly terms: Terms;
  private readonly lines: Lines;
  private readonly postings: Postings;
  private readonly vectors: Vectors | undefined;
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
    const unknown: string[] = [];
    const name = (stem: string): number => {
      const term = this.terms.find(stem);
      if (term >= 0) return term;
      const known = unknown.indexOf(stem);
      return this.terms.size + (known >= 0 ? known : unknown.push(stem) - 1);
    };
    return this.weighed(readLine(query, name, (word) => this.isJoined(word)), unknown);
  }

  private weighed(line: Line, unknown: readonly string[] = []): Question {
    const known = this.terms.size;
    const row = (term: number): number => (term < known ? this.terms.row(term) : (this.table?.find(unknown[term - known] ?? '') ?? -1));
    const idf = (term: number): number => (term < known ? (this.idfs[term] ?? 0) : this.idf(0, row(term)));
    return weigh(line, { known, row, idf }, this.table);
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
      const closeness = toCloseness(score, this.points(question.line, line));
      if (!isAtLeast(closeness, atLeast)) continue;
      if (lines.some((other) => isSamePaper(line, other))) continue;
      const terms = this.reasons(question, doc, line);
      const told = terms.length < 2 ? 'loosely related' : closeness;
      if (!isAtLeast(told, atLeast)) continue;
      lines.push(line);
      found.push({ doc, score, closeness: told, terms });
    }
    return found;
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

  private points(a: Line, b: Line): { related: number; strongly: number } {
    const { abstract, title } = this.table === undefined ? thresholds.wordsOnly : thresholds.withTable;
    return isShort(a) || isShort(b) ? title : abstract;
  }

  /** No score below this is as close as asked, whatever the document. */
  private leastScore(line: Line, atLeast: Closeness): number {
    if (atLeast === 'loosely related') return 0;
    const { abstract, title } = this.table === undefined ? thresholds.wordsOnly : thresholds.withTable;
    const points = isShort(line) ? title : abstract;
    return atLeast === 'related' ? points.related : points.strongly;
  }

  private reasons(question: Question, doc: number, line: Line): string[] {
    const asked = new Map(question.terms.map((term, i) => [term, question.weights[i] ?? 0]));
    const bag = toBag(line);
    const worths = new Map<number, number>();
    bag.terms.forEach((term, i) => {
      const weight = asked.get(term);
      if (weight !== undefined) worths.set(term, weight * (countWeight[bag.counts[i] ?? 0] ?? 0) * (this.inverse[doc] ?? 0));
    });
    return findReasons({
      line,
      asked: question.line,
      worth: (term) => worths.get(term) ?? 0,
      isGeneric: (term) => this.isGeneric(term),
      spelling: (term) => this.terms.spelling(term),
    });
  }

  private isGeneric(term: number): boolean {
    if (this.size >= leastForGeneric && this.terms.frequency(term) > genericShare * this.size) return true;
    const { table } = this;
    return table !== undefined && table.frequency(this.terms.row(term)) > genericShareOfTable * table.documents;
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
