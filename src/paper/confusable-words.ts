import { foldWord } from './fold-word.ts';
import { isMisspelling } from './misspelling.ts';
import type { Paper } from './paper.ts';

const LETTERS = /\p{L}[\p{L}\p{M}]{4,29}/gu;
const NONE_KNOWN = (): boolean => false;

/** The words of the papers' titles and abstracts, folded, some of them more than once. */
export function* wordsIn(papers: readonly Pick<Paper, 'title' | 'abstract'>[]): Generator<string> {
  const seen = new Set<string>();
  for (const { title, abstract } of papers) {
    for (const [word] of `${title} ${abstract}`.matchAll(LETTERS)) {
      if (seen.has(word)) continue;
      seen.add(word);
      yield foldWord(word);
    }
  }
}

/**
 * Of the real words, those that could be taken for a misspelling of a title's word: one letter away from it. So a
 * lexicon of any size leaves a short list. Ascending.
 */
export function confusableWords(titleWords: Iterable<string>, real: Iterable<string>): string[] {
  const meant = new Map<string, string[]>();
  for (const word of new Set(titleWords)) {
    for (const part of word.length >= 5 ? withoutOne(word) : []) {
      const words = meant.get(part);
      if (words === undefined) meant.set(part, [word]);
      else words.push(word);
    }
  }
  const found = new Set<string>();
  for (const word of real) {
    if (found.has(word) || word.length < 5) continue;
    if (withoutOne(word).some((part) => meant.get(part)?.some((title) => isMisspelling(title, word, NONE_KNOWN)))) found.add(word);
  }
  return [...found].sort();
}

/** The word and all that is left when one letter goes: two words one edit apart share one of these. */
function withoutOne(word: string): string[] {
  return [word, ...Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
