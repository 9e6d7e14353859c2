import { cutText } from './cut-text.ts';
import { TITLE_LENGTH } from './plain-title.ts';
import { joinWords, type TitleWord, titleWords } from './title-words.ts';

/**
 * The key under which two spellings of one title meet: no case, accents, TeX, markup, punctuation or spaces
 * (`pre-training` = `pretraining`), but every letter and digit of all scripts and the signs `+ # * @ % =`.
 * Idempotent; linear; never throws. Empty for a title without letter or digit, which matches nothing.
 */
export function titleKey(title: string): string {
  return keyOfWords(titleWords(title).words);
}

/** {@link titleKey} of a title already cut into words. */
export function keyOfWords(words: readonly TitleWord[]): string {
  const key = joinWords(words).normalize('NFC');
  if (!/[\p{L}\p{N}]/u.test(key)) return '';
  // Folding can lengthen (a ligature, a Greek letter's name): cut again, and leave no separator at the end.
  return key.length <= TITLE_LENGTH ? key : cutText(key, TITLE_LENGTH).replace(/[_.]+$/, '');
}
