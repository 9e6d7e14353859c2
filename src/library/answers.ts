import { printBibtex } from '../formats/bibtex/print.ts';
import { printCitation } from '../formats/citation.ts';
import { linksOf } from '../paper/links.ts';
import type { MarkedText, Mention } from '../paper/paper.ts';
import { markTerms } from '../related/mark.ts';
import type { NearestOptions } from '../related/related.ts';
import { summaryOf, type Collection } from './collection.ts';
import { identityOf, sameRow } from './identified.ts';
import type { Library } from './library.ts';
import { LibrarySearch } from './library-search.ts';
import { nearTo, nearToRow, type Near } from './nearness.ts';
import { mostNeighbours, viewNeighbours } from './neighbours.ts';
import type { Explanation, Loose, PaperView, Relation, SearchReply } from './views.ts';

/** All that a library answers beyond identity, and the code that this takes: engine, search, citations. */
export class Answers implements Omit<Library, 'identify'> {
  readonly #collections: () => Promise<readonly Collection[]>;
  readonly #search: LibrarySearch;

  constructor(collections: () => Promise<readonly Collection[]>) {
    this.#collections = collections;
    this.#search = new LibrarySearch(collections);
  }

  async relate(mentions: readonly Mention[]): Promise<readonly (Relation | null)[]> {
    const ranked = await this.#rank(mentions, { limit: mostCounted, atLeast: 'related' });
    return ranked.map((found) => (found === null || found.closeness === 'loosely related' ? null : found));
  }

  rank(mentions: readonly Mention[]): Promise<readonly (Relation | Loose | null)[]> {
    return this.#rank(mentions, { limit: mostCounted, atLeast: 'related', orNearest: true });
  }

  async #rank(mentions: readonly Mention[], options: NearestOptions): Promise<(Relation | Loose | null)[]> {
    const collections = await this.#collections();
    const ranked: (Relation | Loose | null)[] = [];
    for (const [at, mention] of mentions.entries()) {
      // A batch takes long enough that other questions should get their turn.
      if (at > 0 && at % atOnce === 0) await new Promise((resolve) => setTimeout(resolve));
      const near = await nearTo(mention, collections, options);
      const [first] = near;
      if (first === undefined) ranked.push(null);
      else {
        const { closeness, terms, score: rank, paper: nearest } = first;
        const count = near.filter(({ closeness }) => closeness !== 'loosely related').length;
        ranked.push(closeness === 'loosely related' ? { closeness, nearest, terms, rank } : { closeness, count, nearest, terms, rank });
      }
    }
    return ranked;
  }

  async explain(mention: Mention): Promise<Explanation> {
    const collections = await this.#collections();
    const [tables, near] = await Promise.all([Promise.all(collections.map((collection) => collection.rows([mention]))), nearTo(mention, collections, { limit: mostExplained })]);
    const at = tables.findIndex((rows) => sameRow(mention, rows) !== undefined);
    const [rows, collection] = [tables[at], collections[at]];
    const [paper] = rows === undefined || collection === undefined ? [] : await collection.papers([sameRow(mention, rows) ?? 0]);
    const abstract = paper?.abstract ?? mention.abstract ?? '';
    return {
      identity: identityOf(mention, tables),
      neighbours: await viewNeighbours(near),
      abstract: abstract === '' ? null : markReasons(abstract, near),
      links: linksOf(paper ?? mention),
    };
  }

  search(query: string, limit: number): Promise<SearchReply> {
    return this.#search.search(query, limit);
  }

  async paper(key: string): Promise<PaperView> {
    const collections = await this.#collections();
    for (const collection of collections) {
      const row = await collection.find(key);
      const [paper] = row === undefined ? [] : await collection.papers([row]);
      if (row === undefined || paper === undefined) continue;
      const links = linksOf(paper);
      return {
        paper: summaryOf(paper),
        abstract: paper.abstract,
        links,
        citation: { bibtex: printBibtex(paper), text: printCitation(paper), link: links[0]?.url ?? '' },
        similar: await viewNeighbours(await nearToRow(row, collection, collections, { limit: mostNeighbours })),
      };
    }
    throw new Error('no paper has this key');
  }
}

/** Marks why a text is related to others, or, where none is close enough, what it shares with the nearest alone. */
function markReasons(text: string, near: readonly Near[]): MarkedText {
  const related = near.filter(({ closeness }) => closeness !== 'loosely related');
  return markTerms(text, (related.length > 0 ? related : near.slice(0, 1)).flatMap(({ terms }) => terms));
}

/** Mentions related without a break: milliseconds at 200 papers, some hundreds at 20,000. */
const atOnce = 16;
/** Related papers are counted up to this number. */
const mostCounted = 50;
const mostExplained = 5;
