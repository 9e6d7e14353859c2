import { isVenue } from './venue.ts';

/** Where a sentence may end: what stands before the stop decides. */
const STOP = /(?<![.…])[.?!]["”’»)]{0,2}(?=\s)/gu;
const ABBREVIATED = /(?:^|[\s(.-])(?:\p{Lu}|vs|al|e\.g|i\.e|cf|st|no|vol|dr|mr|mrs|prof|jr|sr|ed|eds|fig|sec|ch|approx|resp|dept|univ|int|proc|trans|conf|rev|lett|phys|math|comput|sci|ann|nucl|appl|stat|mod|adv)$/iu;

/** Offsets just behind each sentence of a text, its end last; a stop behind an initial or an abbreviation is none. */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(STOP)) {
    const isFull = match[0].startsWith('.');
    if (isFull && ABBREVIATED.test(text.slice(Math.max(0, match.index - 12), match.index))) continue;
    ends.push(match.index + match[0].length);
  }
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

/**
 * The first sentence; where that is a question or a call, with the next, which is its second half unless it begins like a
 * venue or at one of `stops` (where something set apart begins) or is the last.
 */
export function firstSentence(text: string, stops: readonly number[] = []): string {
  const ends = sentenceEnds(text);
  const [first = text.length, second] = ends;
  if (second === undefined || text.charAt(first - 1) === '.' || second === text.length) return text.slice(0, first).trim();
  const isNext = stops.some((stop) => stop >= first && stop <= first + 2) || isVenue(text.slice(first).trim());
  return text.slice(0, isNext ? first : second).trim();
}
