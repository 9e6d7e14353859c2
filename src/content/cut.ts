import { LIMITS } from '../messages/contract.ts';
import type { Mention } from '../paper/paper.ts';

/** A mention within the contract's limits. What is too long to be an id is none; other text is cut. */
export function cut({ title, isCut, arxivId, doi, abstract, authors, year }: Mention): Mention {
  return {
    title: firstCodePoints(title, LIMITS.title),
    ...(isCut === true ? { isCut } : {}),
    ...(arxivId && arxivId.length <= LIMITS.id ? { arxivId } : {}),
    ...(doi && doi.length <= LIMITS.id ? { doi } : {}),
    ...(abstract ? { abstract: firstUnits(abstract, LIMITS.abstract) } : {}),
    ...(authors?.length ? { authors: authors.slice(0, LIMITS.authors).map((name) => firstUnits(name, LIMITS.name)) } : {}),
    ...(year !== undefined && Number.isInteger(year) && year >= 1000 && year <= 9999 ? { year } : {}),
  };
}

/** The first `most` code points of a text. Looks at no more of it than it needs. */
export function firstCodePoints(text: string, most: number): string {
  if (text.length <= most) return text;
  return Array.from(text.slice(0, most * 2)).slice(0, most).join('');
}

/** At most `most` UTF-16 units, never half of a surrogate pair. */
export function firstUnits(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most);
}
