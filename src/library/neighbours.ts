import { linksOf } from '../paper/links.ts';
import { markTerms } from '../related/mark.ts';
import { summaryOf, type Collection } from './collection.ts';
import type { Near } from './nearness.ts';
import type { Neighbour } from './views.ts';

/** As many are kept of each paper as any view shows. */
export const mostNeighbours = 8;

/** Papers that are near as a reader sees them, with what they share marked in their abstracts. */
export async function viewNeighbours(near: readonly Near[]): Promise<Neighbour[]> {
  const views = new Map<Near, Neighbour>();
  for (const collection of new Set<Collection>(near.map((each) => each.collection))) {
    const here = near.filter((each) => each.collection === collection);
    const papers = await collection.papers(here.map(({ doc }) => doc));
    here.forEach((each, at) => {
      const paper = papers[at];
      if (paper === undefined) return;
      const { closeness, terms } = each;
      views.set(each, { paper: summaryOf(paper), closeness, terms, abstract: markTerms(paper.abstract, terms), links: linksOf(paper) });
    });
  }
  return near.flatMap((each) => views.get(each) ?? []);
}
