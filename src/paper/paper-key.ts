import { parseArxivId } from './arxiv-id.ts';
import { cutText } from './cut-text.ts';
import { arxivIdOfDoi, parseDoi } from './doi.ts';
import type { Mention } from './paper.ts';
import { titleKey } from './title-key.ts';

/** The identifiers that a mention truly has: canonical, a DOI that arXiv registered counted as the arXiv id it is. */
export interface PaperIds {
  readonly arxivId?: string;
  readonly doi?: string;
}

/** Reads what a page or file gave as identifiers; what is none is left out. */
export function paperIds({ arxivId, doi }: Pick<Mention, 'arxivId' | 'doi'>): PaperIds {
  const clean = doi === undefined ? undefined : parseDoi(doi);
  const registered = clean === undefined ? undefined : arxivIdOfDoi(clean);
  const id = (arxivId === undefined ? undefined : parseArxivId(arxivId))?.id ?? registered?.id;
  return { ...(id !== undefined && { arxivId: id }), ...(clean !== undefined && registered === undefined && { doi: clean }) };
}

/** `arxiv:<id>`, else `doi:<doi>`, else `title:<title key>`; a title of signs only stands for itself. */
export function paperKey(mention: Pick<Mention, 'title' | 'arxivId' | 'doi'>): string {
  const { arxivId, doi } = paperIds(mention);
  if (arxivId !== undefined) return `arxiv:${arxivId}`;
  if (doi !== undefined) return `doi:${doi}`;
  return `title:${titleKey(mention.title) || cutText(mention.title.trim(), 100)}`;
}
