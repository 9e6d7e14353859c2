import { cleanTitle } from './clean-title.ts';
import { joinBlocks } from './join.ts';
import { areNames, isTeam } from './names.ts';
import type { Block, CitedEntry, FoundTitle } from './reference.ts';
import { sentenceEnds } from './sentence.ts';
import { titleInLine } from './title-in-line.ts';
import { isSetAsVenue, isVenue } from './venue.ts';

/**
 * The title of an entry, where its page or its style tells it apart: marked as title, a block of its own, in quotation
 * marks, or behind a year, a colon or names. Undefined where that would be a guess.
 */
export function titleOf({ blocks, title: marked, authors }: CitedEntry): FoundTitle | undefined {
  const [first, second] = blocks;
  if (first === undefined) return undefined;
  if (marked !== undefined) {
    const title = cleanTitle(marked);
    return title === '' ? undefined : { title, before: authors ?? (first.text.startsWith(marked) ? '' : first.text), apart: true };
  }
  if (second !== undefined && (areNames(first.text) || isTeam(first.text)) && !isVenue(second.text) && !isSetAsVenue(second)) {
    const title = cleanTitle(titlePart(second));
    if (/\p{L}/u.test(title)) return { title, before: first.text, apart: true };
  }
  return titleInLine(joinBlocks(blocks));
}

/** A block's title without what some styles put behind it in the same block. */
function titlePart({ text, runs }: Block): string {
  const venue = runs.find(({ kind, start }) => kind !== 'bold' && start > 0 && /[.?!”"](?:\s+in:?)?\s*$/i.test(text.slice(0, start)) && sentenceEnds(text.slice(0, start)).length > 0);
  const upTo = venue === undefined ? text : text.slice(0, venue.start).replace(/(?<=[.?!”"])\s+in:?\s*$/i, '').trim();
  let whole = 0;
  for (const end of sentenceEnds(upTo)) {
    if (whole > 0 && isVenue(upTo.slice(whole).trim())) break;
    whole = end;
  }
  return upTo.slice(0, whole).trim();
}
