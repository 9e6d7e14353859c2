import type { Term } from './query.ts';
import type { Field, Found, Likeness, WordIndex } from './word-index.ts';

/** What a term of the query found. */
export interface TermFound extends Found {
  readonly term: Term;
}

/**
 * Looks up each term in the parts of the index that are there. The last may still be being typed. Two neighbours also
 * stand for the word they make together: "auto encoder" finds "autoencoder" and "auto-encoder".
 */
export function findTerms(parts: readonly WordIndex[], terms: readonly Term[], typos: number): TermFound[] {
  const last = terms.length - 1;
  const found = terms.map((term, at) => {
    const { scores, words } = findWord(parts, term.word, { prefix: at === last, typos });
    if (scores.size > 0 || at === last || term.word.length < 3) return { term, scores, words };
    return { term, ...findWord(parts, term.word, { prefix: true, typos }) };
  });
  for (let at = 1; at < found.length; at++) {
    const [left, right] = [found[at - 1], found[at]];
    if (left === undefined || right === undefined) continue;
    const joined = findWord(parts, left.term.word + right.term.word, { prefix: at === last, typos: 0 });
    for (const term of [left, right]) {
      for (const [row, score] of joined.scores) if (!term.scores.has(row)) term.scores.set(row, score / 2);
      for (const word of joined.words) term.words.add(word);
    }
  }
  return found;
}

/** Scores of the rows that stand in all of the maps, summed. */
export function intersect(maps: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const [first, ...others] = [...maps].sort((a, b) => a.size - b.size);
  const all = new Map<number, number>();
  for (const [row, score] of first ?? []) {
    if (!others.every((other) => other.has(row))) continue;
    all.set(row, others.reduce((sum, other) => sum + (other.get(row) ?? 0), score));
  }
  return all;
}

/** A word in all parts: as typed, with other endings, and, where typing errors are allowed, with two letters swapped. */
export function findWord(parts: readonly WordIndex[], word: string, likeness: Likeness, fields?: readonly Field[]): Found {
  const found: Found = { scores: new Map(), words: new Set() };
  for (const part of parts) {
    const inPart: Found = { scores: new Map(), words: found.words };
    part.find(word, likeness, fields, 1, inPart);
    for (const form of formsOf(word)) part.find(form, exact, fields, 0.8, inPart);
    if (likeness.typos > 0) for (const other of swapped(word)) part.find(other, exact, fields, 0.4, inPart);
    for (const [row, score] of inPart.scores) found.scores.set(row, (found.scores.get(row) ?? 0) + score);
  }
  return found;
}

/** The same word with other endings: "GANs" and "GAN", "study" and "studies", "captioning" and "caption", "generate" and "generating". */
function formsOf(word: string): string[] {
  if (word.length < 3 || /\d/.test(word)) return [];
  if (/[^s]ies$/.test(word)) return [`${word.slice(0, -3)}y`];
  if (word.length > 5 && word.endsWith('ing')) {
    const stem = word.slice(0, -3);
    return [stem, `${stem}e`, `${stem}s`, `${stem}es`];
  }
  if (word.length > 3 && /[^sui]s$/.test(word)) return [word.replace(/(?<=ss|ch|sh|x|z)es$|s$/, '')];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`];
  return [/(?:s|ch|sh|x|z)$/.test(word) ? `${word}es` : `${word}s`, `${word.replace(/e$/, '')}ing`];
}

/** One swap is two edits, too many for the short words where it happens as often. */
function swapped(word: string): string[] {
  if (word.length < 4 || word.length > 7) return [];
  const others: string[] = [];
  for (let i = 0; i + 1 < word.length; i++)
    if (word[i] !== word[i + 1]) others.push(word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2));
  return others;
}

export const exact: Likeness = { prefix: false, typos: 0 };
