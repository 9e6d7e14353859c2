import { Centre } from './centre.ts';
import { judge, type Judging } from './judge.ts';
import { Latent } from './latent.ts';
import { isShort, readLine, toBag, type Line } from './line.ts';
import { Lines } from './lines.ts';
import { mixFor, type Mix } from './mix.ts';
import { Postings } from './postings.ts';
import { isSamePaper, meaning, weigh, type Question } from './question.ts';
import type { Closeness, NearestOptions, Neighbour, RelatedEngine, Text } from './related.ts';
import { Scorer, type Sources } from './scorer.ts';
import { learnLatent } from './singular.ts';
import type { WordTable } from './table.ts';
import { Telling } from './telling.ts';
import { Terms } from './terms.ts';
import { isAtLeast } from './thresholds.ts';
import { Vectors } from './vectors.ts';
import { Weights } from './weights.ts';

/** Below this many documents a collection has too little to learn a model from. */
const leastForLatent = 500;
/** A learned model serves until the collection has grown by this factor. */
const outgrown = 1.5;

export interface EngineParts {
  readonly terms: Terms;
  readonly lines: Lines;
  readonly postings: Postings;
  readonly weights: Weights;
  readonly vectors: Vectors | undefined;
  readonly centre: Centre | undefined;
  readonly latent: Latent | undefined;
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
  private readonly weights: Weights;
  private readonly vectors: Vectors | undefined;
  private readonly centre: Centre | undefined;
  private latent: Latent | undefined;
  private readonly telling: Telling;
  private readonly scorer = new Scorer();

  constructor(table?: WordTable, parts?: EngineParts) {
    this.table = table;
    this.terms = parts?.terms ?? new Terms(table);
    this.lines = parts?.lines ?? new Lines();
    this.postings = parts?.postings ?? new Postings();
    this.weights = parts?.weights ?? new Weights(table);
    this.vectors = parts?.vectors ?? (table && new Vectors(table.dimensions));
    this.centre = parts?.centre ?? (table && new Centre(table.dimensions));
    this.latent = parts?.latent;
    this.telling = new Telling(this.terms, table);
  }

  get size(): number {
    return this.lines.size;
  }

  /** Adds a document behind the last and returns its row. Nothing is rebuilt; weights follow at the next question. */
  add(text: Text): number {
    const line = readLine(text, (stem, written, inTitle) => this.terms.intern(stem, written, !inTitle), this.isJoined);
    const bag = toBag(line);
    this.terms.count(bag.terms);
    this.postings.add(bag);
    if (this.table !== undefined) this.vectors?.add(meaning(bag, this.terms, this.table));
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

  /**
   * Score of every document, by row; about 0, or below, where nothing is shared.
   * @param weights other than those that suit this collection.
   */
  scores(query: Text, weights?: Pick<Mix, 'meaning' | 'latent'>): Float32Array {
    const question = this.read(query);
    const sources = this.sources();
    return this.scorer.scores(question, weights === undefined ? sources : { ...sources, mix: { ...sources.mix, ...weights } });
  }

  /** How well the table knows this collection, and how the parts of a score are therefore weighed. */
  weighing(): { readonly coverage: number; readonly mix: Mix } {
    this.settle();
    return { coverage: this.weights.coverage, mix: this.sources().mix };
  }

  /**
   * Learns a small model of meaning from the collection itself, where there is enough to learn from and none yet, or
   * one that is outgrown; else does nothing. Yields every few milliseconds: whoever runs it may pause there, ask and
   * add; documents added meanwhile are taken in at the end.
   */
  *adapt(): Generator<void, void> {
    this.settle();
    const documents = this.size;
    if (documents < leastForLatent || documents < outgrown * (this.latent?.learnedFrom ?? 0)) return;
    const { idfs, inverse } = this.weights;
    const terms = yield* learnLatent({
      terms: this.terms.size,
      documents,
      eachOf: (term, visit) => {
        const idf = idfs[term] ?? 0;
        this.postings.eachOf(term, (doc, weight) => visit(doc, weight * idf * (inverse[doc] ?? 0)));
      },
    });
    this.latent = new Latent({ terms, documents: new Float32Array(0), learnedFrom: documents });
    this.settle();
  }

  /** All there is to store; see `store.ts`. */
  parts(): EngineParts {
    this.settle();
    const { terms, lines, postings, weights, vectors, centre, latent } = this;
    return { terms, lines, postings, weights, vectors, centre, latent };
  }

  private readonly isJoined = (word: string): boolean => this.table !== undefined && this.table.find(word) >= 0;

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
    const line = readLine(query, name, this.isJoined);
    return this.weighed(line, [...unknown.values()]);
  }

  private weighed(line: Line, unknown: readonly Unknown[] = []): Question {
    const known = this.terms.size;
    const row = (term: number): number => (term < known ? this.terms.row(term) : (unknown[term - known]?.row ?? -1));
    const idf = (term: number): number => (term < known ? (this.weights.idfs[term] ?? 0) : this.weights.idf(0, row(term)));
    const spelling = (term: number): string => (term < known ? this.terms.spelling(term) : (unknown[term - known]?.written ?? ''));
    return weigh(line, { known, row, idf, spelling }, { table: this.table, centre: this.centre, latent: this.latent });
  }

  private neighbours(question: Question, options: NearestOptions): Neighbour[] {
    const found = this.judged(question, options);
    if (found.length > 0 || options.limit === 0 || options.orNearest !== true) return found;
    return this.judged(question, { ...options, limit: 1, atLeast: 'loosely related' });
  }

  private judged(question: Question, { limit, exclude, atLeast = 'loosely related' }: NearestOptions): Neighbour[] {
    const sources = this.sources();
    const judging: Judging = { table: this.table, telling: this.telling, documents: this.size, mix: sources.mix };
    const found: Neighbour[] = [];
    const lines: Line[] = [question.line];
    for (const { doc, score } of this.scorer.ranked(question, sources, limit, leastScore(question, atLeast, sources), exclude)) {
      if (found.length >= limit) break;
      if (exclude?.has(doc) === true) continue;
      const line = this.lines.line(doc);
      if (lines.some((other) => isSamePaper(line, other))) continue;
      const judgement = judge(question, { line, inverse: this.weights.inverse[doc] ?? 0, score }, judging);
      if (!isAtLeast(judgement.closeness, atLeast)) continue;
      lines.push(line);
      found.push({ doc, ...judgement });
    }
    return found.sort((a, b) => b.score - a.score || a.doc - b.doc);
  }

  private sources(): Sources {
    const { postings, weights, vectors, centre, latent } = this;
    return { postings, weights, vectors, centre, latent, mix: mixFor(this.table !== undefined, latent !== undefined, weights.coverage) };
  }

  /** Weights, sorted postings, centre and local model catch up with the documents added. */
  private settle(): void {
    this.postings.settle(this.terms.size);
    this.weights.settle(this.terms, this.postings);
    if (this.vectors !== undefined) this.centre?.settle(this.vectors);
    for (let doc = this.latent?.size ?? this.size; doc < this.size; doc++) {
      const { terms, counts } = toBag(this.lines.line(doc));
      this.latent?.fold(terms, counts, this.weights.idfs);
    }
  }
}

/** No score below this is as close as asked, whatever the document. */
function leastScore(question: Question, atLeast: Closeness, { mix }: Sources): number {
  if (atLeast === 'loosely related') return 0;
  const points = mix.points(isShort(question.line));
  return atLeast === 'related' ? points.related : points.strongly;
}

/** Reads every text into a new engine; rows are in the order of the texts. */
export function buildRelated(texts: Iterable<Text>, table?: WordTable): CollectionEngine {
  const engine = new CollectionEngine(table);
  for (const text of texts) engine.add(text);
  return engine;
}

/** Neighbours of each text in turn. The caller takes as many as its time allows, and goes on later. */
export function* relateBatch(engine: RelatedEngine, texts: Iterable<Text>, options: NearestOptions): Generator<Neighbour[], void> {
  for (const text of texts) yield engine.nearest(text, options);
}
