import { lookupTexts, given } from './record.ts';
import { paperKey } from '../paper/paper-key.ts';
import type { Mention, Paper } from '../paper/paper.ts';
import { PROBES } from '../paper/identity-keys.ts';
import type { NearestOptions, Text } from '../related/related.ts';
import type { CollectionEngine } from '../related/engine.ts';
import type { WordTable } from '../related/table.ts';
import type { WordIndex } from '../search/word-index.ts';
import { summaryOf, type Collection, type NearRow, type Rows } from './collection.ts';
import { FollowingPart } from './following-part.ts';
import { lazy } from './lazy.ts';
import { relatedKind, wordKind } from './reader-parts.ts';
import { RowFollower } from './row-follower.ts';
import type { IsWord, RowTable } from './row-table.ts';
import { RightOfWay } from './right-of-way.ts';
import type { Store } from './store.ts';

export interface ReaderCollectionOptions {
  /** The word table that ships. */
  readonly table?: () => Promise<WordTable | undefined>;
  /** Words of the language. */
  readonly isWord?: () => Promise<IsWord>;
  /** While an import works, questions are answered from what is ready, and nothing is taken in. */
  readonly way?: RightOfWay;
  /** Lets others have their turn between two slices. */
  readonly pause?: () => Promise<void>;
  /** Papers were taken in that earlier answers did not know: what was told may be told better. */
  readonly caughtUp?: () => void;
}

/**
 * The reader's own papers as one collection among others, with indexes that are derived from the store: opened in place
 * where they are there, made anew where they are not, and kept in step by what changed. A question takes in a few
 * changes and answers from what is ready; more of them are taken in afterwards, in slices.
 */
export class ReaderCollection implements Collection {
  readonly #store: Store;
  readonly #rows: RowFollower;
  readonly #titles: () => Promise<FollowingPart<WordIndex>>;
  readonly #abstracts: () => Promise<FollowingPart<WordIndex>>;
  readonly #related: () => Promise<FollowingPart<CollectionEngine>>;
  readonly #way: RightOfWay;
  readonly #pause: () => Promise<void>;
  readonly #caughtUp: () => void;
  #catchingUp: Promise<void> | undefined;

  constructor(store: Store, { table = () => Promise.resolve(undefined), isWord, way = new RightOfWay(), pause = () => way.clear(), caughtUp = () => undefined }: ReaderCollectionOptions = {}) {
    this.#store = store;
    this.#rows = new RowFollower(store, isWord);
    this.#titles = lazy(async () => new FollowingPart(store, await wordKind('titles')));
    this.#abstracts = lazy(async () => new FollowingPart(store, await wordKind('abstracts')));
    this.#related = lazy(async () => new FollowingPart(store, await relatedKind(table)));
    this.#way = way;
    this.#pause = pause;
    this.#caughtUp = caughtUp;
  }

  async rows(mentions: readonly Mention[] = []): Promise<Rows> {
    // The table may lag behind an import: what is asked for is then looked up in the store, whoever saved it.
    const lags = this.#way.isTaken;
    const table = await this.#table();
    if ((lags || !this.#rows.isComplete) && mentions.length > 0) {
      const found = await this.#store.lookup([...new Set(mentions.flatMap(lookupTexts))]);
      return rowsOf(await this.#withoutGone(await this.#rows.takeIn(found.flat()), mentions));
    }
    return rowsOf(table);
  }

  /** A paper that is no more is found in no store, but may be in the table yet: no mark may come of it. */
  async #withoutGone(table: RowTable, mentions: readonly Mention[]): Promise<RowTable> {
    const ids = [...new Set(mentions.flatMap((mention) => table.identify(mention)?.row ?? []))].map((row) => table.id(row));
    const records = await this.#store.get('record', ids);
    const gone = ids.filter((_, at) => records[at] === undefined || records[at].trashed !== undefined);
    return gone.length === 0 ? table : this.#withoutGone(await this.#rows.leaveOut(gone), mentions);
  }

  async papers(rows: readonly number[]): Promise<readonly Paper[]> {
    const table = await this.#rows.now();
    const abstracts = await this.#store.get('abstract', rows.map((row) => table.id(row)));
    return rows.map((row, at) => paperAt(table, row, abstracts[at]?.text ?? ''));
  }

  async find(key: string): Promise<number | undefined> {
    const table = await this.#rows.follow(atOnce);
    const [, kind, rest = ''] = /^(arxiv|doi|title):(.*)$/s.exec(key) ?? [];
    return kind === undefined ? undefined : table.under(PROBES[kind as keyof typeof PROBES](rest)).find((row) => paperKey(table.facts(row)) === key);
  }

  titleIndex(): Promise<WordIndex> {
    return this.#part(this.#titles);
  }

  abstractIndex(): Promise<WordIndex> {
    return this.#part(this.#abstracts);
  }

  async nearest(text: Text, options: NearestOptions): Promise<readonly NearRow[]> {
    // Of no papers none is near: neither the engine nor its table is read to say so.
    if ((await this.#table()).size === 0) return [];
    const engine = await this.#part(this.#related);
    return engine.nearest(text, { ...options, exclude: this.#without(options, await this.#rows.now()) });
  }

  async neighbours(row: number, options: NearestOptions): Promise<readonly NearRow[]> {
    const engine = await this.#part(this.#related);
    // It came in a moment ago, and has not been read for this yet.
    if (row >= engine.size) return this.nearest((await this.papers([row]))[0] ?? { title: '' }, options);
    return engine.nearestTo(row, { ...options, exclude: this.#without(options, await this.#rows.now()) });
  }

  /** Takes in everything that is to be taken in, in slices; where that is under way already, waits for it. */
  catchUp(): Promise<void> {
    this.#catchingUp ??= this.#catchUp().finally(() => (this.#catchingUp = undefined));
    return this.#catchingUp;
  }

  async #catchUp(): Promise<void> {
    const waited = this.#way.isTaken;
    if (waited) await this.#pause();
    let table = await this.#rows.follow(atOnce);
    const wasBehind = waited || !this.#rows.isComplete;
    while (!this.#rows.isComplete) {
      await this.#pause();
      table = await this.#rows.follow(atOnce);
    }
    if (wasBehind) this.#caughtUp();
    for (const open of [this.#titles, this.#abstracts]) await this.#catchUpPart(await open(), table);
    const related = await this.#related();
    if (!(await this.#catchUpPart(related, table))) return;
    // There may be enough papers now to learn a model of meaning from.
    const learning = (await related.follow(table, 0)).adapt();
    let steps = 0;
    for (; learning.next().done !== true; steps++) await this.#pause();
    if (steps > 0) await related.keep(table, true);
  }

  /** False where there was nothing to do. */
  async #catchUpPart(part: FollowingPart<WordIndex> | FollowingPart<CollectionEngine>, table: RowTable): Promise<boolean> {
    if (!(await part.isFarBehind(table))) return false;
    do {
      await part.follow(table, atOnce);
      await this.#pause();
      await part.keep(table);
    } while (part.lacks(table) > 0);
    return true;
  }

  async #table(): Promise<RowTable> {
    this.#way.ask();
    if (this.#way.isTaken) {
      this.#catchUpLater();
      return this.#rows.now();
    }
    const table = await this.#rows.follow(atOnce);
    if (!this.#rows.isComplete) this.#catchUpLater();
    return table;
  }

  async #part<T>(open: () => Promise<FollowingPart<T>>): Promise<T> {
    const [table, part] = await Promise.all([this.#table(), open()]);
    const index = await part.follow(table, this.#way.isTaken ? 0 : forQuestion);
    if (part.lacks(table) > 0) this.#catchUpLater();
    return index;
  }

  #catchUpLater(): void {
    this.catchUp().catch(() => undefined);
  }

  #without({ exclude }: NearestOptions, { dropped }: RowTable): ReadonlySet<number> {
    return exclude === undefined || exclude.size === 0 ? dropped : new Set([...exclude, ...dropped]);
  }
}

function rowsOf(table: RowTable): Rows {
  return {
    size: table.size,
    id: (row) => table.id(row),
    identify: table.identify,
    summary: (row) => (row < table.size && !table.dropped.has(row) ? summaryOf(paperAt(table, row, '')) : undefined),
    title: (row) => table.title(row),
    authors: (row) => table.authors(row),
    year: (row) => table.year(row) || undefined,
    arxivId: (row) => table.arxivId(row) || undefined,
  };
}

function paperAt(table: RowTable, row: number, abstract: string): Paper {
  const { title, authors, year, arxivId, doi } = table.facts(row);
  const named = { title, ...given({ arxivId, doi }) };
  return { key: paperKey(named), ...named, authors, abstract, ...given({ year }) };
}

/** Papers taken in before a question is answered, or between two pauses: some ten milliseconds. */
const atOnce = 32;
/** Rows that an index takes in before it answers: as many as it may lack without being written anew. */
const forQuestion = 64;
