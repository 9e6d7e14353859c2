import { fold, type Folded } from './fold.ts';
import { stem } from './stem.ts';
import { stopWords } from './stopwords.ts';

/**
 * How a word follows the word before it: `apart` where a counted word was dropped in between, and for the first;
 * `overlapping` within a script written without spaces. Anything but `apart` lets two words be read as one joined word.
 */
export type Follows = 'apart' | 'after a sign' | 'after a space' | 'after a hyphen' | 'overlapping';

/** One word of a text that counts. */
export interface Token {
  /** Folded and without the plural: what is compared. */
  readonly stem: string;
  /** Where it stands, [start, end) in UTF-16 units of the original text. */
  readonly start: number;
  readonly end: number;
  readonly follows: Follows;
}

/**
 * The words of a text in order, stop words and single letters dropped.
 * Latin words are `[a-z][a-z0-9]*` or `[0-9]+[a-z][a-z0-9]*` (hyphens split, bare numbers do not count), words of other
 * alphabets whole, scripts written without spaces overlapping pairs of characters.
 */
export function readTokens(text: string): Token[] {
  const folded = fold(text);
  const word = folded.isAscii ? latinWord : anyWord;
  word.lastIndex = 0;
  const tokens: Token[] = [];
  let before = -1;
  for (let found = word.exec(folded.text); found !== null; found = word.exec(folded.text)) {
    const written = found[0];
    const from = found.index;
    const to = word.lastIndex;
    if (number.test(written)) continue;
    const follows = before < 0 ? 'apart' : gap(folded.text, before, from);
    before = to;
    if (!folded.isAscii && spaceless.test(written)) {
      addPairs(tokens, folded, from, to, follows);
      continue;
    }
    const stemmed = stem(written);
    if (stemmed.length < 2 || written.length > longest || stopWords.has(written) || stopWords.has(stemmed)) {
      before = -1;
      continue;
    }
    tokens.push({ stem: stemmed, start: startInText(folded, from), end: endInText(folded, to), follows });
  }
  return tokens;
}

/** "深度学习" reads as 深度, 度学, 学习: words of two characters are the most common, and no dictionary is needed. */
function addPairs(tokens: Token[], folded: Folded, from: number, to: number, follows: Follows): void {
  const letters = Array.from(folded.text.slice(from, to));
  let at = from;
  for (let i = 0; i + 1 < letters.length; i++) {
    const pair = `${letters[i] ?? ''}${letters[i + 1] ?? ''}`;
    const end = endInText(folded, at + pair.length);
    tokens.push({ stem: pair, start: startInText(folded, at), end, follows: i === 0 ? follows : 'overlapping' });
    at += letters[i]?.length ?? 0;
  }
}

function startInText(folded: Folded, offset: number): number {
  return folded.at?.[offset] ?? offset;
}

/** Past the whole letter, where one letter of the text became several ("㍿"). */
function endInText(folded: Folded, offset: number): number {
  if (folded.at === undefined) return offset;
  let past = offset;
  while (past < folded.text.length && folded.at[past] === folded.at[past - 1]) past++;
  return folded.at[past] ?? offset;
}

function gap(text: string, from: number, to: number): Follows {
  if (to === from + 1 && text.charCodeAt(from) === 45) return 'after a hyphen';
  for (let i = from; i < to; i++) if (text.charCodeAt(i) > 32) return 'after a sign';
  return 'after a space';
}

/** Longer runs of letters are no words but keys, hashes and sequences. */
const longest = 60;
const latinWord = /[a-z][a-z0-9]*|[0-9]+(?:[a-z][a-z0-9]*)?/g;
const anyWord = /[a-z][a-z0-9]*|[0-9]+(?:[a-z][a-z0-9]*)?|(?:(?=\P{ASCII})[\p{L}\p{M}])+/gu;
const number = /^[0-9]+$/;
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
