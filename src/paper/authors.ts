import { foldWord } from './fold-word.ts';
import { plainTitle } from './plain-title.ts';

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md']);

/**
 * The family name of an author, folded for comparison: `Ulyanov, D.`, `Dmitry Ulyanov` and `Ulyanov D` are `ulyanov`.
 * Of a compound name the last part. Empty where there is none ("et al.").
 */
export function familyName(name: string): string {
  const words = nameWords(name);
  // "Ulyanov D", "Li YX": initials at the end mean that the family name came first.
  while (words.length > 1 && /^\p{Lu}{1,2}$/u.test(words.at(-1) ?? '')) words.pop();
  return foldName(words.at(-1) ?? '');
}

/** Folded family names, each once. */
export function familyNames(names: readonly string[]): string[] {
  return [...new Set(names.map(familyName))].filter((name) => name !== '');
}

/** Whether authors with these folded family names and these full names have one in common; undefined where either is not known. */
export function shareAuthor(families: readonly string[], names: readonly string[]): boolean | undefined {
  const theirs = familyNames(names);
  if (families.length === 0 || theirs.length === 0) return undefined;
  if (theirs.some((name) => families.includes(name))) return true;
  // Some sites print the family name first, without a comma; one given name that happens to fit is no proof.
  const first = new Set(names.map((name) => foldName(nameWords(name)[0] ?? '')));
  return families.filter((family) => first.has(family)).length >= Math.min(2, families.length);
}

/** The words of a name up to a comma, without "Jr." and the like; none for "et al." */
function nameWords(name: string): string[] {
  const plain = plainTitle(name);
  if (/^(?:and )?(?:et al|others)\b/i.test(plain)) return [];
  const comma = plain.indexOf(',');
  return (comma > 0 ? plain.slice(0, comma) : plain).split(/[\s.\-‐-―]+/).filter((word) => word !== '' && !SUFFIXES.has(word.toLowerCase()));
}

function foldName(word: string): string {
  return foldWord(word).replace(/[^\p{L}\p{M}]/gu, '');
}
