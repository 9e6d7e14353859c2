import { cleanTitle } from './clean-title.ts';
import { namesBefore } from './names.ts';
import { quotedIn } from './quote.ts';
import type { Block } from './reference.ts';

import { isVenue } from './venue.ts';

/** A start is where a title may begin, an end where it may be over. A colon begins a title behind names only, else its second half. */
const STARTS = /(?:[.,;)\]”"]|(?:\p{Lu}\.|\bal\.?|[)\]]):|\d{4}[a-z]?:?)\s+(?=[\p{L}\p{N}“"‘'$(])/gu;
const ENDS = /[.,;]["”’»]{0,2}(?=\s|$)|[?!]["”’»]{0,2}(?=[\s.,;]|$)|["”»](?=[\s.,;]|$)|(?=\s[([])|(?=\sin:?\s\p{Lu})/giu;
/** What a title cannot go on with: the small words before a venue. */
const BEFORE_VENUE = /^(?:in|pp?|pages?|vol|no|eds?|arxiv|doi|https?|url|ph\.?d|tech|https)\b/i;
/** A title of several works goes on with these, capital or not. */
const GOES_ON = /^(?:part|parts|volume|i|ii|iii|iv|v|second|supplement\w*|reply|comments?|revisited|extended|addendum|erratum|corrigendum)\b(?![.,]?\s*\d)/i;
/** A title begins behind the names; of the places where it may, the last ones, as all before are between names. */
const MOST_STARTS = 6;
const MOST_ENDS = 8;
const MOST = 24;
const LONGEST = 320;
const LEAST_LETTERS = 5;

/**
 * The stretches of an entry that may be its title: from behind the names, or from where something is set apart, to where
 * a sentence or a clause ends. For comparing with titles exactly; most of them are no title.
 */
export function candidatesIn({ text, runs }: Block): string[] {
  const found = new Set<string>();
  const add = (start: number, end: number): void => {
    const candidate = cleanTitle(text.slice(start, end).replace(/^[\s.,:;]+/, ''));
    if (found.size < MOST && isCandidate(candidate)) found.add(candidate);
  };
  const apart = runs.filter(({ kind }) => kind !== 'bold');
  const marks = Array.from(text.matchAll(ENDS), ({ 0: mark, index }) => index + mark.length);
  const bounds = apart.flatMap(({ start, end }) => [start, end]);
  const ends = [...new Set([...marks, ...bounds, text.length])].filter((end) => isOver(text, end, bounds)).sort((a, b) => a - b);
  for (const start of startsIn(text, apart.map(({ start }) => start))) {
    for (const end of ends.filter((at) => at > start && at - start <= LONGEST).slice(0, MOST_ENDS)) add(start, end);
  }
  return [...found];
}

/** Latest first. Before a title stand names alone, or nothing. */
function startsIn(text: string, apart: readonly number[]): number[] {
  const quotes = quotedIn(text).map(({ start }) => start);
  const starts = [...new Set([...Array.from(text.matchAll(STARTS), ({ 0: mark, index }) => index + mark.length), ...quotes, ...apart])].sort((a, b) => a - b);
  const areNames = namesBefore(text);
  const behindNames: number[] = [];
  for (const start of starts) {
    if (/[^\s“"‘']/.test(text.slice(0, start)) && !areNames(start)) continue;
    // An initial here means that a name begins.
    if (!/^(?:\p{L}[\p{L}'’-]*,?\s)?\p{Lu}\.(?!\p{Ll})/u.test(text.slice(start))) behindNames.push(start);
  }
  return [...behindNames.slice(-MOST_STARTS).reverse(), 0];
}

/** A title goes on with a small letter, a colon, or behind its question mark with any word. */
function isOver(text: string, end: number, bounds: readonly number[]): boolean {
  const rest = text.slice(end);
  if (/^\s*:/.test(rest)) return false;
  const next = rest.replace(/^[\s.,;:“”"'’]+/, '');
  if (GOES_ON.test(next)) return false;
  if (/^\p{Ll}/u.test(next)) return BEFORE_VENUE.test(next);
  const asks = /[?!]["”’»]?$/.test(text.slice(Math.max(0, end - 2), end)) && /^\s+[^\s([]/.test(rest);
  return !asks || isVenue(next) || bounds.includes(text.length - next.length);
}

function isCandidate(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= LEAST_LETTERS && !/^(?:https?:|doi:)/i.test(text);
}
