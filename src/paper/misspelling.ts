import type { TitleWord } from './title-words.ts';

/** Shorter words have too many real neighbours one letter away. */
const LEAST_LETTERS = 6;

/** An ordinary word is spelt in small letters, at most its first one capital; in a title all in capitals, any word of letters. */
export function isOrdinary(raw: string, words: readonly TitleWord[]): boolean {
  if (raw.length < LEAST_LETTERS - 1) return false;
  return /^\p{L}\p{Ll}+$/u.test(raw) || (/^\p{Lu}+$/u.test(raw) && !words.some((word) => /\p{Ll}/u.test(word.raw)));
}

/**
 * Whether `written` is `meant` with one letter missing, added, replaced or two neighbours swapped, and not a word of its
 * own. First and last letter stand, or are only swapped: there one letter makes another word (`quality`, `equality`).
 */
export function isMisspelling(meant: string, written: string, isKnown: (word: string) => boolean): boolean {
  if (Math.max(meant.length, written.length) < LEAST_LETTERS || !isOneEdit(meant, written)) return false;
  const sameEnds = meant[0] === written[0] && meant.at(-1) === written.at(-1);
  if (!sameEnds && !(meant.length === written.length && sortedLetters(meant) === sortedLetters(written))) return false;
  return !isKnown(written) || american(meant) === american(written);
}

/** One is the other with a plural s. */
export function isOtherNumber(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 5 && !(a.endsWith('s') && b.endsWith('s')) && (a === `${b}s` || b === `${a}s`);
}

/** Damerau–Levenshtein distance 1 (optimal string alignment). Linear. */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  return Math.max(left.length, right.length) === 1 || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
}

function sortedLetters(word: string): string {
  return Array.from(word).sort().join('');
}

/** The American spelling of a British one: modelling, optimisation, behaviour, analyse, centre. */
function american(word: string): string {
  return word
    .replace(/(?<=..[iy])s(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/, 'z')
    .replace(/(?<=[a-z]{2}[aeiou])ll(?=(?:ing|ed|er|ers)$)/, 'l')
    .replace(/(?<=[a-z]{2})our(?=s?$|al$|ed$|ing$|able$|ite$)/, 'or')
    .replace(/tre(?=s?$)/, 'ter');
}
