import { withRoom } from './room.ts';
import type { WordTable } from './table.ts';
import { Vocabulary } from './vocabulary.ts';
import { Words, type WordParts } from './words.ts';

export interface TermParts {
  readonly stems: WordParts;
  readonly written: WordParts;
  /** Documents of the collection that hold the term. */
  readonly frequencies: Uint32Array<ArrayBuffer>;
  /** Row of the term in the word table, or -1. */
  readonly rows: Int32Array<ArrayBuffer>;
}

/** The terms of a collection: how they are compared, how they are written, how common they are. */
export class Terms {
  private readonly stems: Vocabulary;
  private readonly written: Words;
  /** Spellings that took over from the first one seen. */
  private readonly rewritten = new Map<number, string>();
  private votes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  private frequencies: Uint32Array<ArrayBuffer>;
  private rows: Int32Array<ArrayBuffer>;
  private readonly table: WordTable | undefined;

  constructor(table?: WordTable, parts?: TermParts) {
    this.table = table;
    this.stems = new Vocabulary(new Words(parts?.stems));
    this.written = new Words(parts?.written);
    this.frequencies = parts?.frequencies ?? new Uint32Array(0);
    this.rows = parts?.rows ?? new Int32Array(0);
  }

  get size(): number {
    return this.stems.size;
  }

  /** Number of the term, or -1. */
  find(stem: string): number {
    return this.stems.find(stem);
  }

  /**
   * Number of the term, new or not, with a vote for the spelling it is met in: the most common one is kept. A spelling
   * without a vote, for the capitals of titles, serves only until another is met.
   */
  intern(stem: string, written: string, votes: boolean): number {
    const term = this.stems.intern(stem);
    this.votes = withRoom(this.votes, term + 1);
    const held = this.votes[term] ?? 0;
    if (term === this.written.size) {
      this.written.push(written);
      this.rows = withRoom(this.rows, term + 1);
      this.rows[term] = this.table?.find(stem) ?? -1;
      this.votes[term] = votes ? 1 : 0;
    } else if (!votes) {
      return term;
    } else if (this.isWritten(term, written)) {
      this.votes[term] = Math.min(255, held + 1);
    } else if (held > 0) {
      // A running majority (Boyer and Moore): one vote against takes one vote for away.
      this.votes[term] = held - 1;
    } else {
      this.rewritten.set(term, written);
      this.votes[term] = 1;
    }
    return term;
  }

  /** Counts one more document for each of the terms. */
  count(terms: Uint32Array): void {
    this.frequencies = withRoom(this.frequencies, this.size);
    for (const term of terms) this.frequencies[term] = (this.frequencies[term] ?? 0) + 1;
  }

  /** Documents of the collection that hold the term. */
  frequency(term: number): number {
    return this.frequencies[term] ?? 0;
  }

  /** Row of the term in the word table, or -1. */
  row(term: number): number {
    return this.rows[term] ?? -1;
  }

  stem(term: number): string {
    return this.stems.words.word(term);
  }

  /** The term as a reader would write it. */
  spelling(term: number): string {
    return this.rewritten.get(term) ?? this.written.word(term);
  }

  parts(): TermParts {
    const written = new Words();
    for (let term = 0; term < this.size; term++) written.push(this.spelling(term));
    return {
      stems: this.stems.words.parts(),
      written: written.parts(),
      frequencies: withRoom(this.frequencies, this.size).slice(0, this.size),
      rows: this.rows.slice(0, this.size),
    };
  }

  private isWritten(term: number, written: string): boolean {
    const later = this.rewritten.get(term);
    return later === undefined ? this.written.is(term, written) : later === written;
  }
}
