import { cutText } from './cut-text.ts';
import type { Mention } from './paper.ts';

/** Most code points of each text, and most authors. */
export interface MentionLimits {
  readonly title: number;
  readonly abstract: number;
  readonly authors: number;
  readonly name: number;
  readonly id: number;
}

/** A mention that keeps within the limits: texts are cut, never inside a surrogate pair; an overlong id is no id. */
export function cutMention(mention: Mention, limits: MentionLimits): Mention {
  const { title, arxivId, doi, abstract, authors, year } = mention;
  return {
    title: cutText(title, limits.title),
    ...(arxivId !== undefined && arxivId.length <= limits.id && { arxivId }),
    ...(doi !== undefined && doi.length <= limits.id && { doi }),
    ...(abstract !== undefined && { abstract: cutText(abstract, limits.abstract) }),
    ...(authors !== undefined && { authors: authors.slice(0, limits.authors).map((name) => cutText(name, limits.name)) }),
    ...(year !== undefined && { year }),
  };
}
