import { findTerms, intersect, rowsIn, type TermFound } from './lookup.ts';
import type { Term } from './query.ts';
import type { WordIndex } from './word-index.ts';

/** Rows with their scores, and what each term of the query found on the way. */
export interface TermMatches {
  readonly found: readonly TermFound[];
  /** By row; 0 where it does not match. */
  readonly scores: Float32Array;
  /** Matches that were as good as an answer: with fewer, the search went on. */
  readonly enough: number;
}

/**
 * The rows with all terms: first as typed; where these are few, also with typing errors. Gives one set of matches per
 * attempt, each wider than the one before; the last is the answer.
 *
 * @param allowed the only rows that may match; all where undefined.
 * @param exactly no wider attempts are wanted, even where nothing matches.
 */
export function matchTerms(terms: readonly Term[], parts: readonly WordIndex[], allowed: Float32Array | undefined, exactly: boolean): TermMatches[] {
  if (terms.length === 0) return [{ found: [], scores: allowed ?? new Float32Array(rowsIn(parts)), enough: 0 }];
  const attempts: TermMatches[] = [];
  for (const typos of widenings) {
    const found = findTerms(parts, terms, typos);
    const scores = withAll(found, allowed);
    attempts.push({ found, scores, enough: enough(terms, typos) });
    if (exactly || count(scores) >= enough(terms, typos)) return attempts;
  }
  const found = attempts.at(-1)?.found ?? [];
  return [...attempts, { found, scores: withMany(found, allowed), enough: 0 }];
}

/** Rows with every term that must be there; the others only add to the score. */
function withAll(found: readonly TermFound[], allowed: Float32Array | undefined): Float32Array {
  const needed = requiredOf(found).map(({ scores }) => scores);
  const rows = intersect(allowed === undefined ? needed : [...needed, allowed]);
  return addOptional(rows, found);
}

/** Rows with at least half of the terms; each missing one costs more than the ones that are there can win. */
function withMany(found: readonly TermFound[], allowed: Float32Array | undefined): Float32Array {
  const needed = requiredOf(found);
  const rows = new Float32Array(needed[0]?.scores.length ?? 0);
  for (let row = 0; row < rows.length; row++) {
    if (allowed !== undefined && (allowed[row] ?? 0) === 0) continue;
    let there = 0;
    let sum = 0;
    for (const { scores } of needed) {
      const score = scores[row] ?? 0;
      if (score > 0) there++;
      sum += score;
    }
    if (there > 0 && there >= needed.length / 2) rows[row] = sum * (there / needed.length) ** 2;
  }
  return addOptional(rows, found);
}

/** Function words are needed only where nothing else was typed. */
export function requiredOf(found: readonly TermFound[]): readonly TermFound[] {
  const required = found.filter(({ term }) => !term.optional);
  return required.length > 0 ? required : found;
}

function addOptional(rows: Float32Array, found: readonly TermFound[]): Float32Array {
  const required = new Set(requiredOf(found));
  for (const each of found) {
    if (required.has(each)) continue;
    for (let row = 0; row < rows.length; row++) if ((rows[row] ?? 0) > 0) rows[row] = (rows[row] ?? 0) + (each.scores[row] ?? 0);
  }
  return rows;
}

/** Rows with a score. */
export function count(scores: Float32Array): number {
  let rows = 0;
  for (let row = 0; row < scores.length; row++) if ((scores[row] ?? 0) > 0) rows++;
  return rows;
}

/** Letters that may be wrong in a word, from attempt to attempt. */
const widenings = [0, 1, 2];

/** As many matches make it likely that the words are typed as they were meant; of several words, one paper has all only if they were. */
function enough(terms: readonly Term[], typos: number): number {
  return typos === 0 && terms.length < 3 ? 3 : 1;
}
