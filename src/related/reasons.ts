import { follow, followOf, termOf, type Line } from './line.ts';

/** What a pair of texts shares, ready to be told. */
export interface Shared {
  /** Line of the document the reader is shown. */
  readonly line: Line;
  /** Line of the text asked about. */
  readonly asked: Line;
  /** Share of a term in the product of both texts; 0 where it is not shared. */
  worth(term: number): number;
  /** So common, in the collection or everywhere, that it says nothing. */
  isGeneric(term: number): boolean;
  spelling(term: number): string;
}

interface Phrase {
  readonly terms: readonly number[];
  readonly written: string;
  worth: number;
}

/** A reason is read at a glance. */
const mostReasons = 5;
const mostWords = 4;

/**
 * The shared terms and phrases that contributed most, most important first. Words that follow each other in both texts
 * are one phrase; a phrase of generic words alone is no reason. Where all that is shared is one phrase, its words are
 * given one by one, so that two reasons are always two different words.
 */
export function findReasons(shared: Shared): string[] {
  const neighbours = pairsOf(shared.asked);
  const phrases = new Map<string, Phrase>();
  let run: number[] = [];
  let written = '';
  let joinedWorth = 0;
  const close = (): void => {
    if (run.some((term) => !shared.isGeneric(term))) {
      const key = run.join(' ');
      const worth = joinedWorth + run.reduce((sum, term) => sum + shared.worth(term), 0);
      if (!phrases.has(key)) phrases.set(key, { terms: run, written, worth });
    }
    run = [];
    joinedWorth = 0;
  };
  for (let i = 0; i < shared.line.entries.length; i++) {
    const entry = shared.line.entries[i] ?? 0;
    const term = termOf(entry);
    const how = i === shared.line.titleEnd ? follow.apart : followOf(entry);
    if (how === follow.joined) {
      if (run.length > 1) joinedWorth += shared.worth(term);
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

function choose(phrases: Phrase[], shared: Shared): string[] {
  phrases.sort((a, b) => b.worth - a.worth || (a.written < b.written ? -1 : 1));
  const told = new Set<number>();
  const chosen: Phrase[] = [];
  for (const phrase of phrases) {
    const fresh = phrase.terms.filter((term) => !shared.isGeneric(term) && !told.has(term));
    if (fresh.length === 0 || chosen.length === mostReasons) continue;
    chosen.push(phrase);
    for (const term of phrase.terms) told.add(term);
  }
  const [only] = chosen;
  if (chosen.length !== 1 || only === undefined) return chosen.map((phrase) => phrase.written);
  return [...new Set(only.terms)].filter((term) => !shared.isGeneric(term)).map((term) => shared.spelling(term));
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
