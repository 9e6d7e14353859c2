import { countsOf, countWeight, isShort, type Line } from './line.ts';
import { meaningSign } from './mark.ts';
import { pairMeanings, type Word } from './meanings.ts';
import type { Mix } from './mix.ts';
import { isNarrow } from './narrow.ts';
import type { Question } from './question.ts';
import { sharedPhrases, type Phrase } from './reasons.ts';
import type { Closeness } from './related.ts';
import type { WordTable } from './table.ts';
import type { Telling } from './telling.ts';
import { toCloseness } from './thresholds.ts';

/** A document beside the text asked about. */
export interface Found {
  readonly line: Line;
  /** 1 / length of its tf-idf. */
  readonly inverse: number;
  readonly score: number;
}

export interface Judgement {
  readonly score: number;
  readonly closeness: Closeness;
  readonly terms: readonly string[];
}

/** What judging needs to know of the collection. */
export interface Judging {
  readonly table: WordTable | undefined;
  readonly telling: Telling;
  readonly documents: number;
  readonly mix: Mix;
}

/** With fewer shared phrases, pairs of words that mean about the same are added to what is claimed. */
const fewPhrases = 3;
/**
 * The most that one phrase may bring to the score of a title: "recurrent neural networks" counts as three words and two
 * joined ones, and alone would lift two papers that share nothing else above any threshold.
 */
const mostOfOnePhrase = 0.25;

/**
 * Says in words how close a document is, and why. A closeness that cannot be explained by two reasons is not claimed,
 * nor is one where all that is shared is a field.
 */
export function judge(question: Question, found: Found, judging: Judging): Judgement {
  const short = isShort(question.line) || isShort(found.line);
  const phrases = phrasesOf(question, found, judging);
  const excess = Math.max(0, (phrases[0]?.worth ?? 0) - mostOfOnePhrase);
  const score = short ? found.score - excess : found.score;
  const terms = phrases.map((phrase) => phrase.written);
  const byScore = toCloseness(score, judging.mix.points(short));
  if (byScore === 'loosely related') return { score, closeness: byScore, terms };
  if (phrases.length < fewPhrases) terms.push(...meaningsOf(question, found.line, phrases, judging));
  const isClaimed = terms.length >= 2 && sharesMoreThanField(phrases, question, judging);
  return { score, closeness: isClaimed ? byScore : 'loosely related', terms };
}

/** Without a table nobody knows how wide a word is. */
function sharesMoreThanField(phrases: readonly Phrase[], question: Question, { table, telling, documents }: Judging): boolean {
  if (table === undefined) return true;
  const row = (term: number): number => question.row(term);
  return isNarrow(phrases, { table, row, isTelling: (term) => telling.isTelling(term, row(term), documents) });
}

function phrasesOf(question: Question, found: Found, { telling, documents }: Judging): Phrase[] {
  const worths = new Map<number, number>();
  const weights = question.weightOf();
  for (const [term, count] of countsOf(found.line, weights)) {
    if (telling.isPlain(term)) worths.set(term, (weights[term] ?? 0) * (countWeight[count] ?? 0) * found.inverse);
  }
  return sharedPhrases({
    line: found.line,
    neighbours: question.neighbours,
    worths,
    isTelling: (term) => telling.isTelling(term, question.row(term), documents),
    spelling: (term) => question.spelling(term),
  });
}

function meaningsOf(question: Question, line: Line, phrases: readonly Phrase[], judging: Judging): string[] {
  const { table, telling, documents } = judging;
  if (table === undefined) return [];
  const asked = countsOf(question.line);
  const found = countsOf(line);
  // "Quantum Monte Carlo" beside "Monte Carlo" is what is shared already.
  const told = new Set(phrases.flatMap(({ written }) => wordsIn(written)));
  const words = (counts: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): Word[] => {
    const chosen: Word[] = [];
    for (const [term, count] of counts) {
      const row = other.has(term) ? -1 : question.row(term);
      if (row < 0 || !telling.isTelling(term, row, documents)) continue;
      chosen.push({ row, weight: countWeight[count] ?? 0, written: () => question.spelling(term) });
    }
    return chosen;
  };
  const isTold = (written: string): boolean => wordsIn(written).some((word) => told.has(word));
  return pairMeanings(words(asked, found), words(found, asked), table, isTold).map((pair) => pair.asked + meaningSign + pair.found);
}

const wordsIn = (written: string): string[] => written.toLowerCase().split(/[\s-]+/);
