import { foldWord } from './fold-word.ts';
import { isMisspelling } from './misspelling.ts';
import type { Paper } from './paper.ts';

const LETTERS = /\p{L}[\p{L}\p{M}]{4,29}/gu;
const NONE_KNOWN = (): boolean => false;

/** The words of the papers' titles and abstracts, folded. */
export function* wordsIn(papers: readonly Paper[]): Generator<string> {
  for (const { title, abstract } of papers) for (const [word] of `${title} ${abstract}`.matchAll(LETTERS)) yield foldWord(word);
}

/**
 * Of the real words, those one letter away from a word of some title: the only ones that could be taken for its
 * misspelling. So a lexicon of any size leaves a short list. Ascending.
 */
export function confusableWords(titleWords: Iterable<string>, ...real: readonly Iterable<string>[]): string[] {
  const meant = new Map<string, Set<string>>();
  for (const word of new Set(titleWords)) for (const part of withoutOne(word)) meant.set(part, (meant.get(part) ?? new Set()).add(word));
  const seen = new Set<string>();
  const found: string[] = [];
  for (const words of real) {
    for (const word of words) {
      if (seen.has(word)) continue;
      seen.add(word);
      const near = withoutOne(word).some((part) => [...(meant.get(part) ?? [])].some((title) => isMisspelling(title, word, NONE_KNOWN)));
      if (near) found.push(word);
    }
  }
  return found.sort();
}

/** The word and all that is left when one letter goes: two words one edit apart share one of these. */
function withoutOne(word: string): string[] {
  const parts = [word];
  if (word.length >= 5) for (let at = 1; at < word.length; at++) parts.push(word.slice(0, at) + word.slice(at + 1));
  return parts;
}
