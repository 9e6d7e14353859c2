import { follow, followOf, termOf, type Line } from './line.ts';

/** What a pair of texts shares, ready to be told. */
export interface Shared {
  /** Line of the document the reader is shown. */
  readonly line: Line;
  /** Line of the text asked about. */
  readonly asked: Line;
  /** Share of a term in the product of both texts; 0 where it is not shared, or no part of any phrase. */
  worth(term: number): number;
  /** Whether the term can be told as a reason. */
  isTelling(term: number): boolean;
  spelling(term: number): string;
}

/** A word, or words in a row, that both texts hold. */
export interface Phrase {
  /** Its words in order. */
  readonly terms: readonly number[];
  readonly written: string;
  /** Its share of the cosine, joined words included. */
  readonly worth: number;
}

/** A phrase is read at a glance. */
const mostWords = 4;

/**
 * The shared phrases, those that contributed most first. Words that follow each other in both texts are one phrase; a
 * phrase without a telling word is none, and neither is one whose telling words a better one has told.
 */
export function sharedPhrases(shared: Shared): Phrase[] {
  const neighbours = pairsOf(shared.asked);
  const phrases = new Map<string, Phrase>();
  let run: number[] = [];
  let written = '';
  let joinedWorth = 0;
  const keep = (terms: readonly number[], written: string, worth: number): void => {
    const key = terms.join(' ');
    if (!phrases.has(key) && terms.some((term) => shared.isTelling(term))) phrases.set(key, { terms, written, worth });
  };
  const close = (): void => {
    keep(run, written, joinedWorth + run.reduce((sum, term) => sum + shared.worth(term), 0));
    run = [];
    joinedWorth = 0;
  };
  for (let i = 0; i < shared.line.entries.length; i++) {
    const entry = shared.line.entries[i] ?? 0;
    const term = termOf(entry);
    const how = i === shared.line.titleEnd ? follow.apart : followOf(entry);
    if (how === follow.joined) {
      const worth = shared.worth(term);
      if (run.length > 1) joinedWorth += worth;
      // The other text writes the two words as one.
      else if (worth > 0) keep([term], shared.spelling(term), worth);
      continue;
    }
    const last = run.at(-1);
    const continues = last !== undefined && run.length < mostWords && how >= follow['after a space'] && neighbours.has(last * 2 ** 26 + term);
    if (!continues) close();
    if (shared.worth(term) === 0) continue;
    run.push(term);
    written = continues ? written + between(how) + following(how, shared.spelling(term)) : shared.spelling(term);
  }
  close();
  return choose([...phrases.values()], shared);
}

/** Phrases below this share of the best one's worth are afterthoughts. */
const leastShare = 0.1;

function choose(phrases: Phrase[], shared: Shared): Phrase[] {
  phrases.sort((a, b) => b.worth - a.worth || (a.written < b.written ? -1 : 1));
  const least = leastShare * (phrases[0]?.worth ?? 0);
  const shortForms = new Set(phrases.map(({ written }) => initials(written)));
  const told = new Set<number>();
  return phrases.filter(({ terms, written, worth }) => {
    // "RNN" beside "recurrent neural networks" is the same reason again.
    if (worth < least || shortForms.has(written.toLowerCase().replace(/s$/, ''))) return false;
    const fresh = terms.some((term) => !told.has(term) && shared.isTelling(term));
    if (fresh) for (const term of terms) told.add(term);
    return fresh;
  });
}

/** "convolutional neural networks" → "cnn"; nothing for one word. */
function initials(phrase: string): string {
  const words = phrase.toLowerCase().split(/[\s-]+/);
  return words.length > 1 ? words.map((word) => word.charAt(0)).join('') : '';
}

/** Which terms directly follow each other in a line. */
function pairsOf(line: Line): Set<number> {
  const pairs = new Set<number>();
  let before = -1;
  line.entries.forEach((entry, i) => {
    const how = followOf(entry);
    if (how === follow.joined) return;
    if (i !== line.titleEnd && how >= follow['after a space'] && before >= 0) pairs.add(before * 2 ** 26 + termOf(entry));
    before = termOf(entry);
  });
  return pairs;
}

const between = (how: number): string => (how === follow['after a hyphen'] ? '-' : how === follow['after a space'] ? ' ' : '');
/** Of an overlapping pair only the second character is new. */
const following = (how: number, spelling: string): string => (how === follow.overlapping ? Array.from(spelling).slice(1).join('') : spelling);
