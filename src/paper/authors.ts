import { foldWord } from './fold-word.ts';
import { plainTitle } from './plain-title.ts';

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md']);

/**
 * The family name of an author, folded for comparison: `Ulyanov, D.`, `Dmitry Ulyanov` and `Ulyanov D` are `ulyanov`.
 * Of a compound name the last part. Empty where there is none ("et al.").
 */
export function familyName(name: string): string {
  const plain = plainTitle(name);
  const comma = plain.indexOf(',');
  const words = (comma > 0 ? plain.slice(0, comma) : plain).split(/[\s.\-‐-―]+/).filter((word) => word !== '' && !SUFFIXES.has(word.toLowerCase()));
  // "Ulyanov D", "Li YX": initials at the end mean that the family name came first.
  while (words.length > 1 && /^\p{Lu}{1,2}$/u.test(words.at(-1) ?? '')) words.pop();
  const family = foldWord(words.at(-1) ?? '').replace(/[^\p{L}\p{M}]/gu, '');
  return /\bet al/i.test(plain) && family === 'al' ? '' : family;
}

/** Folded family names, each once. */
export function familyNames(names: readonly string[]): string[] {
  return [...new Set(names.map(familyName))].filter((name) => name !== '');
}
