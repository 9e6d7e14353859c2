import { follow, followOf, termOf, type Line } from './line.ts';

/** What a pair of texts shares, ready to be told. */
export interface Shared {
  /** Line of the document the reader is shown. */
  readonly line: Line;
  /** Which words follow each other in the text asked about: see `neighboursIn`. */
  readonly neighbours: ReadonlySet<number>;
  /** Share of each shared term in the product of both texts; without those that are no part of any phrase. */
  readonly worths: ReadonlyMap<number, number>;
  /** Whether the term can be told as a reason. */
  isTelling(term: number): boolean;
  spelling(term: number): string;
}

/** A word, or words in a row, that both texts hold. */
export interface Phrase {
  /** Its words in order, and the pairs of them that are terms of their own. */
  readonly named: readonly number[];
  readonly written: string;
  /** Its share of the cosine, joined words included. */
  readonly worth: number;
}

/** A phrase that may be told, before it is written out. */
interface Run {
  readonly terms: number[];
  /** How each of its words follows the one before. */
  readonly follows: number[];
  /** Pairs of its words that are terms of their own: "unit tests" names a subject where neither word does. */
  readonly joined: number[];
  worth: number;
}

/** A phrase is read at a glance, and so are all of them; pairs of characters add one character each. */
const mostWords = 4;
const mostPairs = 8;
const mostPhrases = 5;
/** Phrases below this share of the best one's worth are afterthoughts. */
const leastShare = 0.1;

/**
 * The shared phrases, those that contributed most first. Words that follow each other in both texts are one phrase; a
 * phrase without a telling word is none, and neither is one whose telling words a better one has told.
 */
export function sharedPhrases(shared: Shared): Phrase[] {
  const runs = findRuns(shared);
  runs.sort((a, b) => b.worth - a.worth);
  const least = leastShare * (runs[0]?.worth ?? 0);
  const told = new Set<number>();
  const phrases: Phrase[] = [];
  let shortForms: Set<string> | undefined;
  for (const run of runs) {
    if (run.worth < least || phrases.length === mostPhrases) break;
    if (!named(run).some((term) => !told.has(term) && shared.isTelling(term))) continue;
    const written = write(run, shared);
    // "RNN" beside "recurrent neural networks" is the same reason again.
    if (run.terms.length === 1) shortForms ??= new Set(runs.filter(({ terms }) => terms.length > 1).map((long) => initials(write(long, shared))));
    if (run.terms.length === 1 && shortForms?.has(written.toLowerCase().replace(/s$/, '')) === true) continue;
    for (const term of named(run)) told.add(term);
    phrases.push({ named: named(run), written, worth: run.worth });
  }
  return phrases;
}

/** Each different run of shared words with a telling one among them. */
function findRuns(shared: Shared): Run[] {
  const { line, neighbours, worths } = shared;
  const runs = new Map<number | string, Run>();
  let run: Run = { terms: [], follows: [], joined: [], worth: 0 };
  const keep = (found: Run): void => {
    const key = found.terms.length === 1 ? (found.terms[0] ?? 0) : found.terms.join(' ');
    if (!runs.has(key) && named(found).some((term) => shared.isTelling(term))) runs.set(key, found);
  };
  for (let i = 0; i < line.entries.length; i++) {
    const entry = line.entries[i] ?? 0;
    const term = termOf(entry);
    const how = i === line.titleEnd ? follow.apart : followOf(entry);
    const worth = worths.get(term);
    if (how === follow.joined) {
      if (run.terms.length > 1 && worth !== undefined) {
        run.worth += worth;
        run.joined.push(term);
      }
      // The other text writes the two words as one.
      else if (run.terms.length <= 1 && worth !== undefined) keep({ terms: [term], follows: [how], joined: [], worth });
      continue;
    }
    const last = run.terms.at(-1);
    const room = run.terms.length < (how === follow.overlapping ? mostPairs : mostWords);
    const goesOn = last !== undefined && worth !== undefined && room && how >= follow['after a space'] && neighbours.has(pair(last, term));
    if (!goesOn && last !== undefined) {
      keep(run);
      run = { terms: [], follows: [], joined: [], worth: 0 };
    }
    if (worth === undefined) continue;
    run.terms.push(term);
    run.follows.push(how);
    run.worth += worth;
  }
  keep(run);
  return [...runs.values()];
}

const named = ({ terms, joined }: Run): readonly number[] => [...terms, ...joined];

function write({ terms, follows }: Run, shared: Shared): string {
  let written = '';
  terms.forEach((term, i) => {
    const how = follows[i] ?? follow.apart;
    const word = shared.spelling(term);
    if (i === 0) written = word;
    // Of an overlapping pair only the second character is new.
    else if (how === follow.overlapping) written += Array.from(word).slice(1).join('');
    else written += (how === follow['after a hyphen'] ? '-' : ' ') + word;
  });
  return written;
}

/** "convolutional neural networks" → "cnn". */
function initials(phrase: string): string {
  const words = phrase.toLowerCase().split(/[\s-]+/);
  return words.map((word) => word.charAt(0)).join('');
}

/** Which terms directly follow each other in a line. */
export function neighboursIn(line: Line): Set<number> {
  const pairs = new Set<number>();
  let before = -1;
  for (let i = 0; i < line.entries.length; i++) {
    const entry = line.entries[i] ?? 0;
    const how = followOf(entry);
    if (how === follow.joined) continue;
    if (i !== line.titleEnd && how >= follow['after a space'] && before >= 0) pairs.add(pair(before, termOf(entry)));
    before = termOf(entry);
  }
  return pairs;
}

/** Two terms as one number. */
const pair = (before: number, after: number): number => before * 2 ** 26 + after;
