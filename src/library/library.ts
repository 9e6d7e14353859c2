import { printBibtex } from '../formats/bibtex/print.ts';
import { printCitation } from '../formats/citation.ts';
import { linksOf } from '../paper/links.ts';
import type { MarkedText, Mention } from '../paper/paper.ts';
import { markTerms } from '../related/mark.ts';
import type { NearestOptions } from '../related/related.ts';
import type { Collection, Keys, NearRow } from './collection.ts';
import { LibrarySearch } from './library-search.ts';
import { mostNeighbours, openPackage, type ReadFile } from './package.ts';
import { viewNeighbours } from './neighbours.ts';
import type { Explanation, Identity, Loose, PaperView, Relation, SearchReply } from './views.ts';

/** What the extension knows. Every answer reads the parts it needs and no more. */
export interface Library {
  /** By keyed look-up alone: no index is read. */
  identify(mentions: readonly Mention[]): Promise<readonly (Identity | null)[]>;
  relate(mentions: readonly Mention[]): Promise<readonly (Relation | null)[]>;
  /** The same, and what is nearest where nothing is close enough for a mark; null where nothing at all is shared. */
  rank(mentions: readonly Mention[]): Promise<readonly (Relation | Loose | null)[]>;
  explain(mention: Mention): Promise<Explanation>;
  search(query: string, limit: number): Promise<SearchReply>;
  /** Throws when no paper has this key. */
  paper(key: string): Promise<PaperView>;
}

/** Opens the library over its files; nothing is read before it is asked for. */
export function openLibrary(read: ReadFile): Library {
  return new CollectionLibrary(openPackage(read));
}

/** The library of one collection. */
export class CollectionLibrary implements Library {
  readonly #collection: Collection;
  readonly #search: LibrarySearch;

  constructor(collection: Collection) {
    this.#collection = collection;
    this.#search = new LibrarySearch(collection);
  }

  async identify(mentions: readonly Mention[]): Promise<readonly (Identity | null)[]> {
    const keys = await this.#collection.keys();
    return mentions.map((mention) => identityOf(mention, keys));
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

function identityOf(mention: Mention, { identify, summaries }: Keys): Identity | null {
  const found = identify(mention);
  const paper = found && summaries[found.row];
  if (found === undefined || paper === undefined) return null;
  return found.kind === 'same' ? { state: 'in collection', certainty: found.certainty, paper } : { state: 'other paper', paper };
}

/** The row of the mention where it is a paper of the collection. */
function sameRow(mention: Mention, { identify }: Keys): number | undefined {
  const found = identify(mention);
  return found?.kind === 'same' ? found.row : undefined;
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
