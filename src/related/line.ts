import type { Text } from './related.ts';
import { withRoom } from './room.ts';
import { readTokens, type Follows } from './tokens.ts';

/**
 * A text as a line of terms: what the engine keeps of it, and all it needs to weigh it anew.
 * Each entry is `term << 3 | follows`; a joined bigram stands behind its second word.
 */
export interface Line {
  readonly entries: Uint32Array;
  /** Entries before this one are the title's. */
  readonly titleEnd: number;
}

/** How an entry follows the one before it; `joined` is the pair before it written as one word. */
export const follow = { apart: 0, 'after a sign': 1, 'after a space': 2, 'after a hyphen': 3, overlapping: 4, joined: 5 } as const satisfies Record<
  Follows | 'joined',
  number
>;

export const termOf = (entry: number): number => entry >>> 3;
export const followOf = (entry: number): number => entry & 7;

/** A text with fewer words than this in its abstract is judged as a title: a few words are near to everything. */
export const leastAbstract = 30;

/** Units of a title or an abstract that are read: what is longer is neither, and a foreign page sets no limit. */
const mostRead = 40_000;

/**
 * @param name gives a term its number; `written` is how it stands in the text, whose title may have capitals of its own.
 * @param joins whether two words in a row, written together, are a term of their own.
 */
export function readLine(text: Text, name: (term: string, written: string, inTitle: boolean) => number, joins: (word: string) => boolean): Line {
  const entries: number[] = [];
  const read = (part: string, inTitle: boolean): void => {
    let before: { stem: string; start: number } | undefined;
    for (const token of readTokens(part.slice(0, mostRead))) {
      entries.push((name(token.stem, part.slice(token.start, token.end), inTitle) << 3) | follow[token.follows]);
      if (before !== undefined && (token.follows === 'after a space' || token.follows === 'after a hyphen')) {
        const joined = before.stem + token.stem;
        if (joins(joined)) entries.push((name(joined, part.slice(before.start, token.end), inTitle) << 3) | follow.joined);
      }
      before = token;
    }
  };
  read(text.title, true);
  const titleEnd = entries.length;
  read(text.abstract ?? '', false);
  return { entries: Uint32Array.from(entries), titleEnd };
}

/** Whether the line can only be judged by its title. */
export function isShort(line: Line): boolean {
  let words = 0;
  for (let i = line.titleEnd; i < line.entries.length; i++) if (followOf(line.entries[i] ?? 0) !== follow.joined) words++;
  return words < leastAbstract;
}

const mostCounted = 255;

/** Distinct terms of a line with their counts: once for each time in the abstract, twice for each in the title. */
export interface Bag {
  readonly terms: Uint32Array;
  readonly counts: Uint8Array;
}

/** Count of each term met in a text; all zero between two texts. */
let tally: Uint8Array<ArrayBuffer> = new Uint8Array(0);

export function toBag({ entries, titleEnd }: Line): Bag {
  const terms = new Uint32Array(entries.length);
  const title = titleEnd === entries.length ? 1 : 2;
  let distinct = 0;
  for (let i = 0; i < entries.length; i++) {
    const term = termOf(entries[i] ?? 0);
    if (term >= tally.length) tally = withRoom(tally, term + 1);
    const before = tally[term] ?? 0;
    if (before === 0) terms[distinct++] = term;
    tally[term] = Math.min(mostCounted, before + (i < titleEnd ? title : 1));
  }
  const counts = new Uint8Array(distinct);
  for (let i = 0; i < distinct; i++) {
    counts[i] = tally[terms[i] ?? 0] ?? 0;
    tally[terms[i] ?? 0] = 0;
  }
  return { terms: terms.slice(0, distinct), counts };
}

/** Counts by term; of the terms with a weight where weights are given. */
export function countsOf({ entries, titleEnd }: Line, weights?: Float32Array): Map<number, number> {
  const counts = new Map<number, number>();
  const title = titleEnd === entries.length ? 1 : 2;
  for (let i = 0; i < entries.length; i++) {
    const term = termOf(entries[i] ?? 0);
    if (weights !== undefined && (weights[term] ?? 0) === 0) continue;
    counts.set(term, Math.min(mostCounted, (counts.get(term) ?? 0) + (i < titleEnd ? title : 1)));
  }
  return counts;
}

/** Weight of a term by its count: 1 + ln n. */
export const countWeight: Float32Array = Float32Array.from({ length: 256 }, (_, n) => (n === 0 ? 0 : 1 + Math.log(n)));
