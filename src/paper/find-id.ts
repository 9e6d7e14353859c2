import { type ArxivId, parseArxivId } from './arxiv-id.ts';
import { arxivIdFromUrl } from './arxiv-url.ts';
import { arxivIdOfDoi, parseDoi } from './doi.ts';

/** Addresses, with or without scheme, and identifiers that say what they are. A bare number inside a sentence is just a number. */
const NAMED = /https?:\/\/[^\s<>"]{1,2000}|(?<![\w.@/-])(?:www\.|export\.)?(?:arxiv\.org|ar5iv\.org|alphaxiv\.org|huggingface\.co|doi\.org)\/[^\s<>"]{1,500}|(?<!\w)arxiv\s{0,3}[:.]\s{0,3}[a-z0-9][\w./-]{4,40}|(?<![\w.])10\.48550\/arxiv\.[\w./-]{5,40}/gi;

/**
 * The one paper that a short text (a pasted line, a selection) names by identifier, address or DOI.
 * Undefined where it names none, or several different ones. Only the first 4,096 units are read.
 */
export function findArxivId(text: string): ArxivId | undefined {
  const short = text.slice(0, 4096).trim();
  const whole = readOne(short);
  if (whole !== undefined) return whole;
  const found = new Map<string, ArxivId>();
  for (const [named] of short.matchAll(NAMED)) {
    const one = readOne(named.replace(/[.,;:!?)\]}'»”’]+$/, ''));
    if (one !== undefined && !found.has(one.id)) found.set(one.id, one);
  }
  return found.size === 1 ? found.values().next().value : undefined;
}

function readOne(text: string): ArxivId | undefined {
  if (/\s/.test(text) && !/^arxiv/i.test(text)) return parseArxivId(text);
  const doi = parseDoi(text);
  return parseArxivId(text) ?? (doi === undefined ? undefined : arxivIdOfDoi(doi)) ?? arxivIdFromUrl(text) ?? arxivIdFromUrl(`https://${text}`);
}
