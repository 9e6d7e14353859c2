import { linksOf } from '../paper/links.ts';
import type { Paper } from '../paper/paper.ts';
import { given } from './record.ts';
import type { PaperDetail, PaperPage, PaperQuery, PaperRow } from './reader-views.ts';
import { fits, hasWords, type Shelf, sourceOf } from './shelf.ts';
import type { Store } from './store.ts';
import { BUNDLED, type Id, type PaperFilter, type StoredRecord } from './stored.ts';

/** Papers that words find, the best with the greatest score; undefined while no index can tell. */
export type FindByWords = (words: string) => Promise<ReadonlyMap<Id, number> | undefined>;

/** Lists of papers of all collections, those that ship among them. */
export class Listing {
  readonly #store: Store;
  readonly #shelf: Shelf;
  readonly #bundled: () => Promise<readonly Paper[]>;
  readonly #find: FindByWords;
  /** The last answer: pages of one list are asked for one after the other. */
  #last: { readonly asked: string; readonly change: number; readonly rows: readonly PaperRow[] } | undefined;

  constructor(store: Store, shelf: Shelf, bundled: () => Promise<readonly Paper[]>, find: FindByWords = () => Promise.resolve(undefined)) {
    this.#store = store;
    this.#shelf = shelf;
    this.#bundled = bundled;
    this.#find = find;
  }

  async page(query: PaperQuery, from: number, limit: number): Promise<PaperPage> {
    const { rows, change } = await this.#rows(query);
    return { rows: rows.slice(from, from + limit), total: rows.length, change };
  }

  /** Ids of all papers that fit, in order. */
  async ids(query: PaperQuery): Promise<readonly Id[]> {
    return (await this.#rows(query)).rows.map(({ id }) => id);
  }

  /** Ids of what is named by ids or a query. */
  which = (which: { readonly ids: readonly Id[] } | { readonly query: PaperQuery }): Promise<readonly Id[]> => ('ids' in which ? Promise.resolve(which.ids) : this.ids(which.query));

  /** @throws where there is no such paper. */
  async detail(id: Id): Promise<PaperDetail> {
    if (id < 0) {
      const paper = (await this.#bundled())[-id - 1];
      if (paper === undefined) throw new Error('no paper has this id');
      return { ...bundledRow(paper, -id - 1), abstract: paper.abstract, note: '', updated: null, own: [], links: linksOf(paper) };
    }
    const [[record], [abstract]] = await Promise.all([this.#store.get('record', [id]), this.#store.get('abstract', [id])]);
    if (record === undefined) throw new Error('no paper has this id');
    return detailOf(record, abstract?.text ?? '');
  }

  async #rows(query: PaperQuery): Promise<{ readonly rows: readonly PaperRow[]; readonly change: number }> {
    const { records, change } = await this.#shelf.all();
    const asked = JSON.stringify(query);
    if (this.#last?.asked === asked && this.#last.change === change) return this.#last;
    const { words = '', filter = {}, isTrash = false } = query;
    const scores = words.trim() === '' ? new Map<Id, number>() : await this.#find(words);
    const found = (id: Id, text: () => boolean): boolean => words.trim() === '' || (scores === undefined ? text() : scores.has(id) || text());
    const own = [...records.values()].filter((record) => (record.trashed !== undefined) === isTrash && fits(record, filter) && found(record.id, () => hasWords(record, words)));
    const rows = [...own.map(rowOf), ...(isTrash ? [] : (await this.#bundledRows(filter)).filter((row) => found(row.id, () => hasWords({ ...row, note: '' }, words))))];
    const sorted = sortRows(rows, query, scores ?? new Map<Id, number>(), new Map(own.map(({ id, updated }) => [id, updated])));
    this.#last = { asked, change, rows: sorted };
    return this.#last;
  }

  async #bundledRows({ collection, tag, from, to, isRead, source, words }: PaperFilter): Promise<readonly PaperRow[]> {
    if ((collection !== undefined && collection !== BUNDLED) || tag !== undefined || isRead === true || (source !== undefined && source !== '')) return [];
    const rows = (await this.#bundled()).map(bundledRow);
    return rows.filter((row) => (from === undefined || (row.year ?? -Infinity) >= from) && (to === undefined || (row.year ?? Infinity) <= to) && (words === undefined || hasWords({ ...row, note: '' }, words)));
  }
}

export function rowOf(record: StoredRecord): PaperRow {
  const { id, key, title, authors, year, arxivId, doi, venue, tags, isRead, note, collections, added, trashed } = record;
  return { id, key, title, authors, ...given({ year, arxivId, doi, venue, trashed }), tags, isRead, hasNote: note !== '', collections, added, source: sourceOf(record) };
}

export function detailOf(record: StoredRecord, abstract: string): PaperDetail {
  const { note, url, seenAt, updated, own } = record;
  return { ...rowOf(record), abstract, note, ...given({ url, seenAt }), updated, own, links: linksOf(record) };
}

function bundledRow({ key, title, authors, year, arxivId, doi }: Paper, row: number): PaperRow {
  return { id: -1 - row, key, title, authors, ...given({ year, arxivId, doi }), tags: [], isRead: false, hasNote: false, collections: [BUNDLED], added: null, source: '' };
}

/** Ties stand in the order in which papers came. Papers that lack what is sorted by come last, whatever the direction. */
function sortRows(rows: readonly PaperRow[], { sort, words = '', isDescending }: PaperQuery, scores: ReadonlyMap<Id, number>, updated: ReadonlyMap<Id, number>): readonly PaperRow[] {
  const by = sort ?? (words.trim() === '' ? 'added' : 'relevance');
  // Of times and scores the greatest is what is wanted first.
  const sign = (isDescending ?? (by === 'added' || by === 'updated' || by === 'relevance')) ? -1 : 1;
  const value = (row: PaperRow): string | number | undefined => {
    if (by === 'added') return row.added ?? undefined;
    if (by === 'updated') return updated.get(row.id);
    // The index may not know yet what has the very words.
    if (by === 'relevance') return scores.get(row.id) ?? Infinity;
    if (by === 'authors') return row.authors[0]?.split(' ').at(-1);
    return row[by];
  };
  const valued = rows.map((row) => ({ row, value: value(row) }));
  valued.sort((a, b) => {
    if (a.value === undefined || b.value === undefined) return Number(a.value === undefined) - Number(b.value === undefined) || b.row.id - a.row.id;
    if (a.value === b.value) return b.row.id - a.row.id;
    return sign * (typeof a.value === 'string' ? alphabet.compare(a.value, String(b.value)) : a.value - Number(b.value)) || b.row.id - a.row.id;
  });
  return valued.map(({ row }) => row);
}

const alphabet = new Intl.Collator('en', { numeric: true, sensitivity: 'base', ignorePunctuation: true });
