import { findTerms, intersect, type TermFound } from './lookup.ts';
import type { Term } from './query.ts';
import type { WordIndex } from './word-index.ts';

/** Rows with their scores, and what each term of the query found on the way. */
export interface TermMatches {
  readonly found: readonly TermFound[];
  readonly scores: Map<number, number>;
}

/**
 * The rows with all terms: first as typed; where these are few, also with typing errors. Gives one set of matches per
 * attempt, each wider than the one before; the last is the answer.
 *
 * @param allowed the only rows that may match; all where undefined.
 * @param exactly no wider attempts are wanted, even where nothing matches.
 */
export function matchTerms(terms: readonly Term[], parts: readonly WordIndex[], allowed: ReadonlyMap<number, number> | undefined, exactly: boolean): TermMatches[] {
  if (terms.length === 0) return [{ found: [], scores: new Map(allowed) }];
  const attempts: TermMatches[] = [];
  for (const typos of widenings) {
    const found = findTerms(parts, terms, typos);
    const scores = withAll(found, allowed);
    attempts.push({ found, scores });
    if (exactly || scores.size >= enough(terms, typos)) return attempts;
  }
  const found = attempts.at(-1)?.found ?? [];
  return [...attempts, { found, scores: withMany(found, allowed) }];
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
export function requiredOf(found: readonly TermFound[]): readonly TermFound[] {
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

/** Letters that may be wrong in a word, from attempt to attempt. */
const widenings = [0, 1, 2];

/** As many matches make it likely that the words are typed as they were meant; of several words, one paper has all only if they were. */
function enough(terms: readonly Term[], typos: number): number {
  return typos === 0 && terms.length < 3 ? 3 : 1;
}
