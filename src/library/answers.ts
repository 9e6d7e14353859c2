import { printBibtex } from '../formats/bibtex/print.ts';
import { printCitation } from '../formats/citation.ts';
import { linksOf } from '../paper/links.ts';
import type { MarkedText, Mention } from '../paper/paper.ts';
import { markTerms } from '../related/mark.ts';
import type { NearestOptions } from '../related/related.ts';
import type { Collection, NearRow } from './collection.ts';
import { identityOf, sameRow } from './identified.ts';
import type { Library } from './library.ts';
import { LibrarySearch } from './library-search.ts';
import { mostNeighbours, viewNeighbours } from './neighbours.ts';
import type { Explanation, Loose, PaperView, Relation, SearchReply } from './views.ts';

/** All that a library answers beyond identity, and the code that this takes: engine, search, citations. */
export class Answers implements Omit<Library, 'identify'> {
  readonly #collection: Collection;
  readonly #search: LibrarySearch;

  constructor(collection: Collection) {
    this.#collection = collection;
    this.#search = new LibrarySearch(collection);
  }

  async relate(mentions: readonly Mention[]): Promise<readonly (Relation | null)[]> {
    const ranked = await this.#rank(mentions, { limit: mostCounted, atLeast: 'related' });
    return ranked.map((found) => (found === null || found.closeness === 'loosely related' ? null : found));
  }

  rank(mentions: readonly Mention[]): Promise<readonly (Relation | Loose | null)[]> {
    return this.#rank(mentions, { limit: mostCounted, atLeast: 'related', orNearest: true });
  }

  async #rank(mentions: readonly Mention[], options: NearestOptions): Promise<(Relation | Loose | null)[]> {
    const { summaries } = await this.#collection.keys();
    const ranked: (Relation | Loose | null)[] = [];
    for (const [at, mention] of mentions.entries()) {
      // A batch takes long enough that other questions should get their turn.
      if (at > 0 && at % atOnce === 0) await new Promise((resolve) => setTimeout(resolve));
      const near = await this.#near(mention, options);
      const [first] = near;
      const nearest = first && summaries[first.doc];
      if (first === undefined || nearest === undefined) ranked.push(null);
      else {
        const { closeness, terms, score: rank = 0 } = first;
        const count = near.filter(({ closeness }) => closeness !== 'loosely related').length;
        ranked.push(closeness === 'loosely related' ? { closeness, nearest, terms, rank } : { closeness, count, nearest, terms, rank });
      }
    }
    return ranked;
  }

  async explain(mention: Mention): Promise<Explanation> {
    const [keys, papers, near] = await Promise.all([this.#collection.keys(), this.#collection.papers(), this.#near(mention, { limit: mostExplained })]);
    const same = sameRow(mention, keys);
    const paper = same === undefined ? undefined : papers[same];
    const abstract = paper?.abstract ?? mention.abstract ?? '';
    return {
      identity: identityOf(mention, keys),
      neighbours: viewNeighbours(near, papers),
      abstract: abstract === '' ? null : markAll(abstract, near),
      links: linksOf(paper ?? mention),
    };
  }

  search(query: string, limit: number): Promise<SearchReply> {
    return this.#search.search(query, limit);
  }

  async paper(key: string): Promise<PaperView> {
    const [{ summaries }, papers, neighbours] = await Promise.all([this.#collection.keys(), this.#collection.papers(), this.#collection.neighbours()]);
    const row = papers.findIndex((paper) => paper.key === key);
    const [summary, paper] = [summaries[row], papers[row]];
    if (summary === undefined || paper === undefined) throw new Error('no paper has this key');
    const links = linksOf(paper);
    return {
      paper: summary,
      abstract: paper.abstract,
      links,
      citation: { bibtex: printBibtex(paper), text: printCitation(paper), link: links[0]?.url ?? '' },
      similar: viewNeighbours((neighbours[row] ?? []).slice(0, mostNeighbours), papers),
    };
  }

  /** The nearest rows: of a paper of the collection as packed, which never has itself; of another by its text, so far as it is close enough. */
  async #near(mention: Mention, options: NearestOptions): Promise<readonly (NearRow & { score?: number })[]> {
    const same = sameRow(mention, await this.#collection.keys());
    if (same !== undefined) return ((await this.#collection.neighbours())[same] ?? []).slice(0, options.limit);
    return (await this.#collection.related()).nearest({ title: mention.title, abstract: mention.abstract }, options);
  }
}

/** Marks what a text shares with any of its neighbours. */
function markAll(text: string, near: readonly NearRow[]): MarkedText {
  return markTerms(text, near.flatMap(({ terms }) => terms));
}

/** Mentions related without a break: milliseconds at 200 papers, some hundreds at 20,000. */
const atOnce = 16;
/** Related papers are counted up to this number. */
const mostCounted = 50;
const mostExplained = 5;
