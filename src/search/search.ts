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
  /** The first attempt that it matched. */
  readonly width: number;
  readonly title: MarkedText;
  readonly abstract: MarkedText;
  readonly excerpt: MarkedText;
}

export interface Matches {
  /** The best first, at most as many as asked for and some two hundred. */
  readonly best: readonly Match[];
  readonly total: number;
  /** From the words as typed to half of them and with typing errors: how many rows each attempt matched, and how many would have been enough. */
  readonly attempts: readonly { readonly total: number; readonly enough: number }[];
  /** Whether a row matches. */
  readonly has: (row: number) => boolean;
  /** The first attempt that a row matched. */
  readonly widthOf: (row: number) => number;
  /** By row, greater is better; 0 where it does not match. */
  readonly scores: Float32Array;
}

/** A paper that the text is known to name. */
export interface Naming {
  /** Its row: the best match, whatever its words. */
  readonly named?: number | undefined;
  /** Others must have all words as typed; so where a paper is named, here or elsewhere. */
  readonly exactly?: boolean;
  /** The only rows that count. */
  readonly within?: ((row: number) => boolean) | undefined;
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
export async function search(text: string, parts: readonly WordIndex[], texts: Texts, limit: number, { named, exactly = named !== undefined, within }: Naming = {}): Promise<Matches> {
  const query = parseQuery(text);
  const allowed = isEmpty(query) ? new Float32Array(rowsIn(parts)) : await filterRows(query, parts, texts, within);
  const attempts = matchTerms(query.terms, parts, allowed, exactly);
  const matches = attempts.at(-1) ?? { found: [], scores: new Float32Array(0), enough: 0 };
  const { scores } = matches;
  if (named !== undefined) scores[named] = Infinity;
  const ranked = rank(matches, texts, text);
  const all = scores.slice();
  for (const { row, score } of ranked) all[row] = score;
  const best = ranked.slice(0, limit);
  const abstracts = await texts.abstracts(best.map(({ row }) => row));
  const widthOf = (row: number): number => Math.max(0, attempts.findIndex(({ scores }) => (scores[row] ?? 0) > 0));
  const marked = attempts.map(({ found }) => markedWords(found));
  return {
    best: best.map(({ row, score }, at) => {
      // Of a paper that has the words as typed, no words are marked that are only like them.
      const width = widthOf(row);
      const words = marked[width] ?? new Set();
      const abstract = markWords(abstracts[at] ?? '', words, query.phrases);
      return { row, score, width, title: markWords(texts.title(row), words, query.phrases), abstract, excerpt: excerpt(abstract) };
    }),
    total: count(scores),
    attempts: attempts.map(({ scores, enough }) => ({ total: count(scores), enough })),
    has: (row) => (scores[row] ?? 0) > 0,
    widthOf,
    scores: all,
  };
}

/**
 * Of one question to several collections, the attempt that is enough for all of them together: where one has the words
 * as typed, what another has only by typing errors is left out.
 */
export function widthFor(found: readonly Matches[]): number {
  const most = Math.max(0, ...found.map(({ attempts }) => attempts.length - 1));
  for (let width = 0; width < most; width++) {
    const total = found.reduce((sum, { attempts }) => sum + (attempts[width] ?? attempts.at(-1) ?? { total: 0 }).total, 0);
    if (total > 0 && total >= Math.max(1, ...found.map(({ attempts }) => attempts[width]?.enough ?? 0))) return width;
  }
  return most;
}

function markedWords(found: readonly TermFound[]): Set<string> {
  const marked = new Set<string>();
  for (const { words } of requiredOf(found)) for (const word of words) marked.add(word);
  return marked;
}
