import { parseDoi } from '../paper/doi.ts';
import { findArxivId } from '../paper/find-id.ts';
import type { Mention, Paper } from '../paper/paper.ts';
import { search } from '../search/search.ts';
import type { Texts } from '../search/texts.ts';
import { summaryOf, type Collection, type NearRow } from './collection.ts';
import { viewNeighbours } from './neighbours.ts';
import type { SearchReply } from './views.ts';

/** Answers searches; in a fresh worker from titles alone, where the abstracts take long to read. */
export class LibrarySearch {
  readonly #collection: Collection;
  /** The query last answered from titles alone: whoever asks it again wants the rest. */
  #unfinished: string | undefined;

  constructor(collection: Collection) {
    this.#collection = collection;
  }

  async search(query: string, limit: number): Promise<SearchReply> {
    const abstracts = this.#collection.abstractIndex();
    const inTime = within(patience, abstracts);
    const neighbours = this.#collection.neighbours();
    // Read beside the others, and asked for last: a failure is not lost, only late.
    neighbours.catch(() => undefined);
    const [keys, papers, titles] = await Promise.all([this.#collection.keys(), this.#collection.papers(), this.#collection.titleIndex()]);
    const rest = this.#unfinished === query ? await abstracts : await inTime;
    if (rest === undefined) this.#unfinished = query;
    const asked = mentionIn(query);
    const found = keys.identify(asked);
    const named = found?.kind === 'same' ? found : undefined;
    // An id names one paper or none: its digits are no words to search for.
    const { best, total, has } = await search(asked.title, rest === undefined ? [titles] : [titles, rest], textsOf(papers), limit, named?.row);
    return {
      query,
      hits: best.flatMap(({ row, title, abstract, excerpt }) => {
        const paper = keys.summaries[row];
        return paper === undefined ? [] : [{ paper, title, abstract, excerpt }];
      }),
      total,
      named: named?.certainty ?? null,
      similar: rest === undefined ? null : relativesOf(best[0]?.row, has, papers, await neighbours),
      complete: rest !== undefined,
    };
  }
}

/** Relatives of the best hit that the words did not find. */
function relativesOf(row: number | undefined, isHit: (row: number) => boolean, papers: readonly Paper[], neighbours: readonly (readonly NearRow[])[]): SearchReply['similar'] {
  const to = row === undefined ? undefined : papers[row];
  const near = (row === undefined ? [] : (neighbours[row] ?? [])).filter(({ doc, closeness }) => closeness !== 'loosely related' && !isHit(doc));
  return to === undefined || near.length === 0 ? null : { to: summaryOf(to), neighbours: viewNeighbours(near.slice(0, mostSimilar), papers) };
}

/** What a query may name: a paper by id or address, else by its title. */
function mentionIn(query: string): Mention {
  const arxivId = findArxivId(query)?.id;
  const doi = arxivId === undefined ? parseDoi(query) : undefined;
  if (arxivId === undefined && doi === undefined) return { title: query };
  return { title: '', ...(arxivId !== undefined && { arxivId }), ...(doi !== undefined && { doi }) };
}

/** What a promise gives, or undefined where that takes longer than some milliseconds or fails. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}

function textsOf(papers: readonly Paper[]): Texts {
  return {
    title: (row) => papers[row]?.title ?? '',
    authors: (row) => papers[row]?.authors ?? [],
    year: (row) => papers[row]?.year,
    arxivId: (row) => papers[row]?.arxivId,
    abstracts: (rows) => Promise.resolve(rows.map((row) => papers[row]?.abstract ?? '')),
  };
}

const mostSimilar = 5;
/** Milliseconds that nobody notices: so long the first answer waits for the abstracts. */
const patience = 50;
