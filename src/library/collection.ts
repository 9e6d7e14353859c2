import type { Identify } from '../paper/identity.ts';
import type { Paper } from '../paper/paper.ts';
import type { Neighbour, RelatedEngine } from '../related/related.ts';
import type { WordIndex } from '../search/word-index.ts';
import type { PaperSummary } from './views.ts';

/** What a badge needs to know: little, and read first. */
export interface Keys {
  readonly identify: Identify;
  readonly summaries: readonly PaperSummary[];
}

/**
 * One source of papers. Each part is read when it is first asked for and not before; a part that failed is tried again by
 * the next to ask. A row is the place of a paper in its collection, the same in every part.
 */
export interface Collection {
  keys(): Promise<Keys>;
  papers(): Promise<readonly Paper[]>;
  titleIndex(): Promise<WordIndex>;
  abstractIndex(): Promise<WordIndex>;
  related(): Promise<RelatedEngine>;
  /** The nearest papers of each paper, by row, nearest first. */
  neighbours(): Promise<readonly (readonly NearRow[])[]>;
}

/** A neighbour without its score, which is for comparing and not for showing. */
export type NearRow = Omit<Neighbour, 'score'>;

export function summaryOf({ key, title, authors, year, arxivId }: Paper): PaperSummary {
  return { key, title, authors, ...(year !== undefined && { year }), ...(arxivId !== undefined && { arxivId }) };
}

export function withAbstract(summary: PaperSummary, abstract: string): Paper {
  return { ...summary, abstract };
}
