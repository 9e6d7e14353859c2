import type { MarkedText } from '../paper/paper.ts';
import { excerpt } from './excerpt.ts';
import { filterRows } from './filters.ts';
import { rowsIn, type TermFound } from './lookup.ts';
import { markWords } from './marks.ts';
import { count, matchTerms, requiredOf } from './match.ts';
import { isEmpty, parseQuery } from './query.ts';
import { rank } from './rank.ts';
import type { Texts } from './texts.ts';
import { packWords, type Indexed, type Part, type WordIndex } from './word-index.ts';

/** A paper that matches a query, by its row in the list that was indexed. */
export interface Match {
  readonly row: number;
  /** Comparable between matches of one query. */
  readonly score: number;
  readonly title: MarkedText;
  readonly abstract: MarkedText;
  readonly excerpt: MarkedText;
}

export interface Matches {
  /** The best first, at most as many as asked for and some two hundred. */
  readonly best: readonly Match[];
  readonly total: number;
  /** How far from the words as typed the search had to go: 0 where they were found so. */
  readonly width: number;
  /** Whether a row matches. */
  readonly has: (row: number) => boolean;
}

/** A paper that the text is known to name. */
export interface Naming {
  /** Its row: the best match, whatever its words. */
  readonly named?: number | undefined;
  /** Others must have all words as typed; so where a paper is named, here or elsewhere. */
  readonly exactly?: boolean;
}

/** The index of one collection in the two parts that are packed, read and loaded apart. */
export function packSearch(papers: readonly Indexed[]): Record<Part, Uint8Array<ArrayBuffer>> {
  return { titles: packWords(papers, 'titles'), abstracts: packWords(papers, 'abstracts') };
}

/**
 * Finds the papers a query describes. All plain words must be found; where that leaves few papers the words may hold
 * typing errors, and where it leaves none, half of them are enough.
 *
 * @param parts the parts of the index that are loaded; rows are places in `texts`.
 */
export async function search(text: string, parts: readonly WordIndex[], texts: Texts, limit: number, { named, exactly = named !== undefined }: Naming = {}): Promise<Matches> {
  const query = parseQuery(text);
  const allowed = isEmpty(query) ? new Float32Array(rowsIn(parts)) : await filterRows(query, parts, texts);
  const attempts = matchTerms(query.terms, parts, allowed, exactly);
  const matches = attempts.at(-1) ?? { found: [], scores: new Float32Array(0) };
  const { scores } = matches;
  if (named !== undefined) scores[named] = Infinity;
  const best = rank(matches, texts, text).slice(0, limit);
  const abstracts = await texts.abstracts(best.map(({ row }) => row));
  const marked = attempts.map(({ scores, found }) => ({ scores, words: markedWords(found) }));
  return {
    best: best.map(({ row, score }, at) => {
      // Of a paper that has the words as typed, no words are marked that are only like them.
      const words = marked.find(({ scores }) => (scores[row] ?? 0) > 0)?.words ?? new Set();
      const abstract = markWords(abstracts[at] ?? '', words, query.phrases);
      return { row, score, title: markWords(texts.title(row), words, query.phrases), abstract, excerpt: excerpt(abstract) };
    }),
    total: count(scores),
    width: attempts.length - 1,
    has: (row) => (scores[row] ?? 0) > 0,
  };
}

function markedWords(found: readonly TermFound[]): Set<string> {
  const marked = new Set<string>();
  for (const { words } of requiredOf(found)) for (const word of words) marked.add(word);
  return marked;
}
