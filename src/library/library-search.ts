import { parseDoi } from '../paper/doi.ts';
import { findArxivId } from '../paper/find-id.ts';
import type { Mention } from '../paper/paper.ts';
import { search } from '../search/search.ts';
import type { WordIndex } from '../search/word-index.ts';
import type { Collection } from './collection.ts';
import { viewNeighbours } from './neighbours.ts';
import type { SearchReply } from './views.ts';

/** Answers searches, the first ones of a fresh worker from titles alone. */
export class LibrarySearch {
  readonly #collection: Collection;
  #abstracts: WordIndex | undefined;
  /** The query last answered from titles alone: whoever asks it again wants the rest. */
  #unfinished: string | undefined;

  constructor(collection: Collection) {
    this.#collection = collection;
  }

  async search(query: string, limit: number): Promise<SearchReply> {
    const [keys, papers, titles] = await Promise.all([this.#collection.keys(), this.#collection.papers(), this.#collection.titleIndex()]);
    if (this.#unfinished === query) await this.#loadAbstracts();
    const complete = this.#abstracts !== undefined;
    const asked = mentionIn(query);
    const found = keys.identify(asked);
    const named = found?.kind === 'same' ? found : undefined;
    // An id names one paper or none: its digits are no words to search for.
    const words = asked.title;
    const { best, total, rows } = search(words, this.#abstracts === undefined ? [titles] : [titles, this.#abstracts], papers, limit, named?.row);
    if (!complete) {
      this.#unfinished = query;
      setTimeout(() => void this.#loadAbstracts().catch(() => undefined));
    }
    return {
      query,
      hits: best.flatMap(({ row, ...marked }) => {
        const paper = keys.summaries[row];
        return paper === undefined ? [] : [{ paper, ...marked }];
      }),
      total,
      named: named?.certainty ?? null,
      similar: complete ? await this.#similar(best[0]?.row, rows) : null,
      complete,
    };
  }

  async #loadAbstracts(): Promise<void> {
    this.#abstracts = await this.#collection.abstractIndex();
  }

  /** Relatives of the best hit that the words did not find. */
  async #similar(row: number | undefined, hits: ReadonlySet<number>): Promise<SearchReply['similar']> {
    if (row === undefined) return null;
    const [{ summaries }, papers, all] = await Promise.all([this.#collection.keys(), this.#collection.papers(), this.#collection.neighbours()]);
    const near = (all[row] ?? []).filter(({ doc, closeness }) => closeness !== 'loosely related' && !hits.has(doc));
    const to = summaries[row];
    return to === undefined || near.length === 0 ? null : { to, neighbours: viewNeighbours(near.slice(0, mostSimilar), papers) };
  }
}

/** What a query may name: a paper by id or address, else by its title. */
function mentionIn(query: string): Mention {
  const arxivId = findArxivId(query)?.id;
  const doi = arxivId === undefined ? parseDoi(query) : undefined;
  if (arxivId === undefined && doi === undefined) return { title: query };
  return { title: '', ...(arxivId !== undefined && { arxivId }), ...(doi !== undefined && { doi }) };
}

const mostSimilar = 5;
