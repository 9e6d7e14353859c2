import type { MarkedText, Paper } from '../paper/paper.ts';
import { excerpt } from './excerpt.ts';
import { filterRows } from './filters.ts';
import { findTerm, intersect, type TermFound } from './lookup.ts';
import { markWords } from './marks.ts';
import { isEmpty, parseQuery, type Query } from './query.ts';
import { readWords } from './words.ts';
import { WordIndex, type Part } from './word-index.ts';

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
export function packSearch(papers: readonly Paper[]): Record<Part, string> {
  return { titles: WordIndex.build(papers, 'titles').pack(), abstracts: WordIndex.build(papers, 'abstracts').pack() };
}

/**
 * Finds the papers a query describes. All plain words must be found; where that leaves few papers the words may hold
 * typing errors, and where it leaves none, half of them are enough.
 *
 * @param parts the parts of the index that are loaded; rows are places in `papers`.
 * @param named the row of the paper that the text is known to name: the best match, whatever its words; papers that
 *   have only half of them are then no matches.
 */
export function search(text: string, parts: readonly WordIndex[], papers: readonly Paper[], limit: number, named?: number): Matches {
  const query = parseQuery(text);
  const { found, scores } = matchTerms(query, parts, isEmpty(query) ? new Map() : filterRows(query, parts, papers), named === undefined);
  if (named !== undefined) scores.set(named, Infinity);
  const ranked = rank(scores, found, papers);
  const words = markedWords(found);
  return {
    best: ranked.slice(0, limit).flatMap((row) => {
      const paper = papers[row];
      if (paper === undefined) return [];
      const abstract = markWords(paper.abstract, words, query.phrases);
      return [{ row, title: markWords(paper.title, words, query.phrases), abstract, excerpt: excerpt(abstract) }];
    }),
    total: ranked.length,
    rows: new Set(ranked),
  };
}

interface TermMatches {
  readonly found: readonly TermFound[];
  readonly scores: Map<number, number>;
}

function matchTerms(query: Query, parts: readonly WordIndex[], allowed: ReadonlyMap<number, number> | undefined, mayMiss: boolean): TermMatches {
  if (query.terms.length === 0) return { found: [], scores: new Map(allowed) };
  const last = query.terms.length - 1;
  const strict = query.terms.map((term, at) => findTerm(parts, term, at === last, false));
  const all = withAll(strict, allowed);
  if (all.size >= few) return { found: strict, scores: all };
  const loose = query.terms.map((term, at) => findTerm(parts, term, at === last, true));
  const likely = withAll(loose, allowed);
  return { found: loose, scores: likely.size > 0 || !mayMiss ? likely : withMany(loose, allowed) };
}

/** Rows with every term that must be there; the others only add to the score. */
function withAll(found: readonly TermFound[], allowed: ReadonlyMap<number, number> | undefined): Map<number, number> {
  const needed = requiredOf(found).map(({ scores }) => scores);
  const rows = intersect(allowed === undefined ? needed : [...needed, allowed]);
  return addOptional(rows, found);
}

/** Rows with at least half of the terms; each missing one costs more than the ones that are there can win. */
function withMany(found: readonly TermFound[], allowed: ReadonlyMap<number, number> | undefined): Map<number, number> {
  const needed = requiredOf(found);
  const count = new Map<number, number>();
  const sum = new Map<number, number>();
  for (const { scores } of needed)
    for (const [row, score] of scores) {
      if (allowed !== undefined && !allowed.has(row)) continue;
      count.set(row, (count.get(row) ?? 0) + 1);
      sum.set(row, (sum.get(row) ?? 0) + score);
    }
  const rows = new Map<number, number>();
  for (const [row, n] of count) if (n >= needed.length / 2) rows.set(row, (sum.get(row) ?? 0) * (n / needed.length) ** 2);
  return addOptional(rows, found);
}

/** Function words are needed only where nothing else was typed. */
function requiredOf(found: readonly TermFound[]): readonly TermFound[] {
  const required = found.filter(({ term }) => !term.optional);
  return required.length > 0 ? required : found;
}

function addOptional(rows: Map<number, number>, found: readonly TermFound[]): Map<number, number> {
  const required = new Set(requiredOf(found));
  for (const each of found) {
    if (required.has(each)) continue;
    for (const [row, score] of rows) rows.set(row, score + (each.scores.get(row) ?? 0));
  }
  return rows;
}

function markedWords(found: readonly TermFound[]): Set<string> {
  const words = new Set<string>();
  for (const each of requiredOf(found)) for (const set of each.words) for (const word of set) words.add(word);
  return words;
}

/** Best first; the best of them once more by how much of the title was typed, and in its order. */
function rank(scores: ReadonlyMap<number, number>, found: readonly TermFound[], papers: readonly Paper[]): number[] {
  const typed = found.flatMap(({ words }) => words);
  const byScore = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const again = byScore.slice(0, reranked).map(([row, score]) => [row, score * titleLikeness(papers[row]?.title ?? '', typed)] as const);
  again.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return [...again, ...byScore.slice(reranked)].map(([row]) => row);
}

/** 1 to 2.5: grows with the longest run of typed words that stands in the title in the same order. */
function titleLikeness(title: string, typed: readonly ReadonlySet<string>[]): number {
  if (typed.length === 0) return 1;
  const words = readWords(title).map((word) => word.text);
  let longest = 0;
  for (let from = 0; from < typed.length; from++)
    for (let at = 0; at < words.length; at++) {
      let run = 0;
      while (typed[from + run]?.has(words[at + run] ?? '') === true) run++;
      longest = Math.max(longest, run);
    }
  return longest === 0 ? 1 : 1 + longest / typed.length + (0.5 * longest) / words.length;
}

/** Fewer papers than these, and typing errors are looked for. */
const few = 3;
/** As many are ranked by their titles as anyone looks at. */
const reranked = 200;
