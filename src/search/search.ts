import type { MarkedText, Paper } from '../paper/paper.ts';
import { excerpt } from './excerpt.ts';
import { filterRows } from './filters.ts';
import type { TermFound } from './lookup.ts';
import { markWords } from './marks.ts';
import { matchTerms, requiredOf } from './match.ts';
import { isEmpty, parseQuery } from './query.ts';
import { rank } from './rank.ts';
import { packWords, type Part, type WordIndex } from './word-index.ts';

/** A paper that matches a query, by its row in the list that was indexed. */
export interface Match {
  readonly row: number;
  readonly title: MarkedText;
  readonly abstract: MarkedText;
  readonly excerpt: MarkedText;
}

export interface Matches {
  /** The best first, at most as many as asked for. */
  readonly best: readonly Match[];
  readonly total: number;
  /** Every matching row. */
  readonly rows: ReadonlySet<number>;
}

/** The index of one collection in the two parts that are packed, read and loaded apart. */
export function packSearch(papers: readonly Paper[]): Record<Part, Uint8Array> {
  return { titles: packWords(papers, 'titles'), abstracts: packWords(papers, 'abstracts') };
}

/**
 * Finds the papers a query describes. All plain words must be found; where that leaves few papers the words may hold
 * typing errors, and where it leaves none, half of them are enough.
 *
 * @param parts the parts of the index that are loaded; rows are places in `papers`.
 * @param named the row of the paper that the text is known to name: the best match, whatever its words; others
 *   must then have all of them as typed.
 */
export function search(text: string, parts: readonly WordIndex[], papers: readonly Paper[], limit: number, named?: number): Matches {
  const query = parseQuery(text);
  const attempts = matchTerms(query.terms, parts, isEmpty(query) ? new Map() : filterRows(query, parts, papers), named !== undefined);
  const matches = attempts.at(-1) ?? { found: [], scores: new Map<number, number>() };
  if (named !== undefined) matches.scores.set(named, Infinity);
  const ranked = rank(matches, papers);
  const marked = attempts.map(({ scores, found }) => ({ scores, words: markedWords(found) }));
  return {
    best: ranked.slice(0, limit).flatMap((row) => {
      const paper = papers[row];
      if (paper === undefined) return [];
      // Of a paper that has the words as typed, no words are marked that are only like them.
      const words = marked.find(({ scores }) => scores.has(row))?.words ?? new Set();
      const abstract = markWords(paper.abstract, words, query.phrases);
      return [{ row, title: markWords(paper.title, words, query.phrases), abstract, excerpt: excerpt(abstract) }];
    }),
    total: ranked.length,
    rows: new Set(ranked),
  };
}

function markedWords(found: readonly TermFound[]): Set<string> {
  const marked = new Set<string>();
  for (const { words } of requiredOf(found)) for (const word of words) marked.add(word);
  return marked;
}
