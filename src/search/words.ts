import { foldWord } from '../paper/fold-word.ts';

/** One word of a text, as it is indexed and compared. */
export interface Word {
  /** Without case, accents, ligatures and invisible characters. */
  readonly text: string;
  /** Where it stands, [start, end) in UTF-16 units of the original text. */
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a text in order. Only letters, digits and a sign that ends a name make words, so that dashes, quotes and
 * line breaks of any kind mean the same; scripts written without spaces give one word per character.
 */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  for (const found of text.matchAll(plain.test(text) ? asciiWord : anyWord)) {
    const folded = fold(found[0]);
    if (folded !== '' && folded.length <= longestWord) words.push({ text: folded, start: found.index, end: found.index + found[0].length });
  }
  return words;
}

/** Two words with a hyphen between them, read as one: "pre-training" is also "pretraining". Stands where both stand. */
export function readCompounds(text: string, words: readonly Word[]): Word[] {
  const compounds: Word[] = [];
  for (let i = 1; i < words.length; i++) {
    const left = words[i - 1];
    const right = words[i];
    if (left !== undefined && right?.start === left.end + 1 && hyphen.test(text.charAt(left.end)))
      compounds.push({ text: left.text + right.text, start: left.start, end: right.end });
  }
  return compounds;
}

function fold(written: string): string {
  if (ascii.test(written)) return written.toLowerCase();
  return foldWord(written.replace(texAccent, '').normalize('NFKC').replace(invisible, ''));
}

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.source;
/** A letter may be written as a TeX accent, and a word may hold accents, soft hyphens and zero-width characters. */
const letter = String.raw`(?:(?!${spaceless})[\p{L}\p{N}]|${/\{?\\["'`^~=.]\{?[a-zA-Z]\}{0,2}/.source})`;
/** Ends a name: C++, C#, StackGAN++. Between two words a plus is only a plus. */
const sign = String.raw`(?:(?:\+{1,2}|#)(?![+#a-zA-Z0-9]))?`;
const anyWord = new RegExp(String.raw`${spaceless}\p{M}*|${letter}(?:${letter}|[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF])*${sign}`, 'gu');
/** The same where a text has neither TeX nor anything beyond ASCII: most do. */
const asciiWord = new RegExp(`[a-zA-Z0-9]+${sign}`, 'g');
// eslint-disable-next-line no-control-regex -- the test for plain ASCII names its whole range
const plain = /^[\u0000-\u005B\u005D-\u007F]*$/;
const texAccent = /[{}\\"'`^~=.]/g;
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const ascii = /^[a-zA-Z0-9+#]+$/;
const hyphen = /^[-\u2010\u2011]$/;
/** Longer runs are no words but keys and sequences, and cost the index more than they give. */
const longestWord = 60;
