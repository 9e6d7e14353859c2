import type { Identify } from '../paper/identity.ts';
import type { Mention, Paper } from '../paper/paper.ts';
import type { NearestOptions, Neighbour, Text } from '../related/related.ts';
import type { Texts } from '../search/texts.ts';
import type { WordIndex } from '../search/word-index.ts';
import type { PaperSummary } from './views.ts';

/** What a badge needs to know: little, and read first. */
export interface Rows extends Omit<Texts, 'abstracts'> {
  /** Rows there are, the empty ones among them. */
  readonly size: number;
  /** As lists name the paper: of the reader's from 1, of those that ship −1 − row. */
  id(row: number): number;
  readonly identify: Identify;
  /** Undefined where the row is empty, or no concern of the asker. */
  summary(row: number): PaperSummary | undefined;
  /** Whether a row counts; absent where every one does. */
  readonly isIn?: (row: number) => boolean;
}

/** A neighbour by its row; the score is for comparing and not for showing. */
export type NearRow = Neighbour;

/**
 * One source of papers. Each part is read when it is first asked for and not before; a part that failed is tried again by
 * the next to ask. A row is the place of a paper in its collection, the same in every part; abstracts are read for the
 * rows asked for.
 */
export interface Collection {
  /** @param mentions will be identified next: where not all papers are known yet, those that they may name come first. */
  rows(mentions?: readonly Mention[]): Promise<Rows>;
  /** In full, one for each row. */
  papers(rows: readonly number[]): Promise<readonly Paper[]>;
  /** The row of a paper by its key. */
  find(key: string): Promise<number | undefined>;
  titleIndex(): Promise<WordIndex>;
  abstractIndex(): Promise<WordIndex>;
  nearest(text: Text, options: NearestOptions): Promise<readonly NearRow[]>;
  /** The nearest of a row, which never has itself. */
  neighbours(row: number, options: NearestOptions): Promise<readonly NearRow[]>;
  /** A search comes: the files it takes, which are asked for one after the other as it goes, begin to be read together. */
  expectSearch?(): void;
}

export function summaryOf({ key, title, authors, year, arxivId }: Omit<Paper, 'abstract'>): PaperSummary {
  return { key, title, authors, ...(year !== undefined && { year }), ...(arxivId !== undefined && { arxivId }) };
}

export function withAbstract(summary: PaperSummary, abstract: string): Paper {
  return { ...summary, abstract };
}
