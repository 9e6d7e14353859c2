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
    const asTyped = findWord(parts, term.word, { prefix: at === last, typos });
    if (at === last || term.word.length < 3 || asTyped.words.size > 0) return { term, ...asTyped };
    return { term, ...findWord(parts, term.word, { prefix: true, typos }) };
  });
  for (let at = 1; at < found.length; at++) {
    const [left, right] = [found[at - 1], found[at]];
    if (left === undefined || right === undefined) continue;
    const joined = findWord(parts, left.term.word + right.term.word, { prefix: at === last, typos: 0 });
    for (const term of [left, right]) {
      if (joined.words.size === 0) continue;
      joined.scores.forEach((score, row) => {
        if (score > 0 && term.scores[row] === 0) term.scores[row] = score / 2;
      });
      for (const word of joined.words) term.words.add(word);
    }
  }
  return found;
}

/** Scores of the rows that stand in all of the lists, summed; 0 for the others. */
export function intersect(lists: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const [first = new Float32Array(0), ...others] = lists;
  const all = Float32Array.from(first);
  for (const other of others) {
    for (let row = 0; row < all.length; row++) {
      const score = other[row] ?? 0;
      all[row] = score > 0 && (all[row] ?? 0) > 0 ? (all[row] ?? 0) + score : 0;
    }
  }
  return all;
}

/** Rows in an index; a part may lack the last of them. */
export function rowsIn(parts: readonly WordIndex[]): number {
  return parts.reduce((most, { rows }) => Math.max(most, rows), 0);
}

/** A word in all parts: as typed, with other endings, and, where typing errors are allowed, with two letters swapped. */
export function findWord(parts: readonly WordIndex[], word: string, likeness: Likeness, fields?: readonly Field[]): Found {
  const rows = rowsIn(parts);
  const found: Found = { scores: new Float32Array(rows), words: new Set() };
  for (const part of parts) {
    const inPart: Found = { scores: parts.length === 1 ? found.scores : new Float32Array(rows), words: found.words };
    part.find(word, likeness, fields, 1, inPart);
    for (const form of formsOf(word)) part.find(form, exact, fields, 0.8, inPart);
    if (likeness.typos > 0) for (const other of swapped(word)) part.find(other, exact, fields, 0.4, inPart);
    if (inPart.scores === found.scores) continue;
    for (let row = 0; row < rows; row++) found.scores[row] = (found.scores[row] ?? 0) + (inPart.scores[row] ?? 0);
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
