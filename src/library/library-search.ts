import { parseDoi } from '../paper/doi.ts';
import { findArxivId } from '../paper/find-id.ts';
import type { Mention } from '../paper/paper.ts';
import { search, widthFor, type Match, type Matches } from '../search/search.ts';
import type { Collection, Rows } from './collection.ts';
import { isKnown, sameRow } from './identified.ts';
import { nearToRow } from './nearness.ts';
import { viewNeighbours } from './neighbours.ts';
import type { PaperSummary, SearchReply } from './views.ts';

interface Hit extends Match {
  readonly at: number;
  readonly paper: PaperSummary;
}

/** Answers searches; in a fresh worker from titles alone, where the abstracts take long to read. */
export class LibrarySearch {
  readonly #collections: () => Promise<readonly Collection[]>;
  /** The query last answered from titles alone: whoever asks it again wants the rest. */
  #unfinished: string | undefined;

  constructor(collections: () => Promise<readonly Collection[]>) {
    this.#collections = collections;
  }

  async search(query: string, limit: number): Promise<SearchReply> {
    const collections = await this.#collections();
    const isWanted = this.#unfinished === query;
    const late = performance.now() + patience;
    const abstracts = Promise.all(collections.map((collection) => collection.abstractIndex()));
    const inTime = isWanted ? abstracts : within(late, abstracts);
    // Asked for last, and read beside the others: a failure is not lost, only late.
    inTime.catch(() => undefined);
    const asked = mentionIn(query);
    const [tables, titles] = await Promise.all([
      Promise.all(collections.map((collection) => collection.rows([asked]))),
      Promise.all(collections.map((collection) => collection.titleIndex())),
    ]);
    const rest = await inTime;
    const places = tables.map((rows) => sameRow(asked, rows));
    const isNamed = places.some((place) => place !== undefined);
    const found = await Promise.all(
      collections.map((collection, at) => {
        const parts = [titles[at], rest?.[at]].filter((part) => part !== undefined);
        const rows = tables[at] as Rows;
        const texts = {
          title: (row: number) => rows.title(row),
          authors: (row: number) => rows.authors(row),
          year: (row: number) => rows.year(row),
          arxivId: (row: number) => rows.arxivId(row),
          abstracts: async (asked: readonly number[]) => (await collection.papers(asked)).map(({ abstract }) => abstract),
        };
        // An id names one paper or none: its digits are no words to search for.
        return search(asked.title, parts, texts, limit, { named: places[at], exactly: isNamed, within: rows.isIn });
      }),
    );
    const { hits, total } = merge(found, tables, limit);
    const similar = rest === undefined ? undefined : this.#similar(hits[0], found, collections);
    const inTimeToo = similar && (await (isWanted ? similar : within(late, similar)));
    if (inTimeToo === undefined) this.#unfinished = query;
    const named = places.findIndex((place) => place !== undefined);
    const identification = tables[named]?.identify(asked);
    return {
      query,
      hits: hits.map(({ paper, title, abstract, excerpt }) => ({ paper, title, abstract, excerpt })),
      total,
      named: identification?.kind === 'same' ? identification.certainty : null,
      similar: inTimeToo ?? null,
      complete: inTimeToo !== undefined,
    };
  }

  /** Relatives of the best hit that the words did not find. A list shows how close each is: it asks for reasons, not for the closeness of a mark. */
  async #similar(hit: Hit | undefined, found: readonly Matches[], collections: readonly Collection[]): Promise<SearchReply['similar']> {
    const of = hit && collections[hit.at];
    if (hit === undefined || of === undefined) return null;
    const near = await nearToRow(hit.row, of, collections, { limit: mostLooked });
    const others = near.filter(({ doc, terms, collection }) => terms.length >= fewestReasons && found[collections.indexOf(collection)]?.has(doc) !== true);
    return others.length === 0 ? null : { to: hit.paper, neighbours: await viewNeighbours(others.slice(0, mostSimilar)) };
  }
}

/** The best of all collections, each paper once. */
function merge(found: readonly Matches[], tables: readonly Rows[], limit: number): { readonly hits: readonly Hit[]; readonly total: number } {
  const width = widthFor(found);
  let total = found.reduce((sum, { attempts }) => sum + (attempts[width] ?? attempts.at(-1) ?? { total: 0 }).total, 0);
  const hits = found.flatMap((matches, at) =>
    matches.best.flatMap((match): Hit[] => {
      const paper = tables[at]?.summary(match.row);
      if (paper === undefined || match.width > width) return [];
      if (!isKnown(paper, tables.slice(0, at))) return [{ ...match, at, paper }];
      total--;
      return [];
    }),
  );
  if (found.length > 1) hits.sort((a, b) => b.score - a.score || a.at - b.at || a.row - b.row);
  return { hits: hits.slice(0, limit), total };
}

/** What a query may name: a paper by id or address, else by its title. */
function mentionIn(query: string): Mention {
  const arxivId = findArxivId(query)?.id;
  const doi = arxivId === undefined ? parseDoi(query) : undefined;
  if (arxivId === undefined && doi === undefined) return { title: query };
  return { title: '', ...(arxivId !== undefined && { arxivId }), ...(doi !== undefined && { doi }) };
}

/** What a promise gives, or undefined where that is later than `moment` or fails. */
async function within<T>(moment: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, moment - performance.now()));
  });
  try {
    return await Promise.race([promise.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** As many neighbours are looked at to find the few that are no hits. */
const mostLooked = 8;
const fewestReasons = 2;
const mostSimilar = 5;
/** Milliseconds that nobody notices: so long the first answer waits for the abstracts and the relatives together. */
const patience = 50;
