import { linksOf } from '../paper/links.ts';
import type { Paper } from '../paper/paper.ts';
import { markTerms } from '../related/mark.ts';
import { summaryOf, type NearRow } from './collection.ts';
import type { Neighbour } from './views.ts';

/** As many are kept of each paper as any view shows. */
export const mostNeighbours = 8;

/** Rows that are near as a reader sees them: the papers, with what they share marked in their abstracts. */
export function viewNeighbours(near: readonly NearRow[], papers: readonly Paper[]): Neighbour[] {
  return near.flatMap(({ doc, closeness, terms }) => {
    const paper = papers[doc];
    if (paper === undefined) return [];
    return [{ paper: summaryOf(paper), closeness, terms, abstract: markTerms(paper.abstract, terms), links: linksOf(paper) }];
  });
}
