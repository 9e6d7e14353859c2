import { changedSubtitle, subtitleProbes, subtitleQueries } from './near-subtitle.ts';
import { isMisspelling, isOrdinary, isOtherNumber } from './misspelling.ts';
import { joinWords, type TitleWord, type TitleWords } from './title-words.ts';

/** Titles shorter than this say too little: `Scalable GANs with Transformers` and one word changed is another paper. */
const LEAST_WORDS = 4;
const LEAST_LETTERS = 24;
/** `Conditional Generative Adversarial Net` may be another paper; of longer titles no two differ by a plural alone. */
const LEAST_WORDS_FOR_PLURAL = 5;

/** Texts under which a collection's title is found by {@link nearQueries}: itself without one of its words, and its head. */
export function nearProbes(title: TitleWords): string[] {
  return [...withoutOneWord(title), ...subtitleProbes(title)];
}

/** Texts to ask for a mention's title: every title that {@link isNearTitle} accepts is under one of them. */
export function nearQueries(title: TitleWords): string[] {
  return [...withoutOneWord(title), ...subtitleQueries(title)];
}

/**
 * Whether a mention's title is the collection's title with one misspelt word or another subtitle. Built to never take
 * another paper for this one: one word dropped, added or replaced by a real word is another title.
 * `isKnown` tells a real word (folded) from a misspelling; the more words it knows, the surer. `sharesAuthor` says that
 * both are known to share an author.
 */
export function isNearTitle(ours: TitleWords, theirs: TitleWords, isKnown: (word: string) => boolean, sharesAuthor = false): boolean {
  return misspeltWord(ours, theirs, isKnown) || changedSubtitle(ours, theirs, sharesAuthor);
}

function withoutOneWord(title: TitleWords): string[] {
  const { words } = title;
  if (!isLong(words)) return [];
  return words.flatMap((word, at) => (mayDiffer(title, word, at) ? [`w:${joinWords(words.toSpliced(at, 1))}`] : []));
}

/** Equal but for one word, which theirs misspells. Words need not be cut alike: `pre-training` may stand against `pretraining`. */
function misspeltWord(ours: TitleWords, theirs: TitleWords, isKnown: (word: string) => boolean): boolean {
  if (!isLong(ours.words) || !isLong(theirs.words)) return false;
  return ours.words.some(
    (word, at) =>
      mayDiffer(ours, word, at) &&
      theirs.words.some(
        (other, place) =>
          mayDiffer(theirs, other, place) &&
          (isMisspelling(word.folded, other.folded, isKnown) || (ours.words.length >= LEAST_WORDS_FOR_PLURAL && isOtherNumber(word.folded, other.folded))) &&
          joinWords(ours.words.slice(0, at)) === joinWords(theirs.words.slice(0, place)) &&
          joinWords(ours.words.slice(at + 1)) === joinWords(theirs.words.slice(place + 1)),
      ),
  );
}

/** Names are not misspelt, they are other names: a word in capitals or with digits, and a single word before the subtitle. */
function mayDiffer({ words, head }: TitleWords, word: TitleWord, at: number): boolean {
  return isOrdinary(word.raw, words) && !(at === 0 && head === 1);
}

function isLong(words: readonly TitleWord[]): boolean {
  return words.length >= LEAST_WORDS && joinWords(words).length >= LEAST_LETTERS;
}
