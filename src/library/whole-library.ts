import type { Mention } from '../paper/paper.ts';
import { summaryOf, type Collection } from './collection.ts';
import { forgiving, within } from './collection-views.ts';
import { CollectionLibrary, type Library } from './library.ts';
import { matchMentions } from './match.ts';
import type { PackagedCollection } from './package.ts';
import { paperOf } from './record.ts';
import { readScope, type Scope } from './scope.ts';
import type { Shelf } from './shelf.ts';
import type { Store } from './store.ts';
import type { StoredRecord } from './stored.ts';
import type { Explanation, Identity, Loose, PaperView, Relation, SearchReply } from './views.ts';

export interface WholeLibraryOptions {
  readonly shipped: PackagedCollection;
  /** The reader's own papers. */
  readonly own: Collection;
  readonly store: Store;
  /** All records, read only where a lens or a collection that is off leaves some out. */
  readonly shelf: () => Promise<Pick<Shelf, 'all'>>;
}

/**
 * The reader's papers and those that ship as one library, seen through the lens that is set. The reader's come first: where
 * both have a paper, it is the reader's that is shown. Where the store cannot be read, the papers that ship still answer.
 */
export class WholeLibrary implements Library {
  readonly #shipped: PackagedCollection;
  readonly #own: Collection;
  readonly #store: Store;
  readonly #shelf: WholeLibraryOptions['shelf'];
  /** What counts now. */
  readonly #inForce: Library;
  /** Everything, whatever the lens. */
  readonly #all: Library;

  constructor({ shipped, own, store, shelf }: WholeLibraryOptions) {
    this.#shipped = shipped;
    this.#own = forgiving(own, nothing);
    this.#store = store;
    this.#shelf = shelf;
    this.#inForce = new CollectionLibrary(async () => this.#collections(await this.#scope()));
    this.#all = new CollectionLibrary(() => Promise.resolve([this.#own, shipped]));
  }

  async identify(mentions: readonly Mention[]): Promise<readonly (Identity | null)[]> {
    // Most often everything counts: what that takes is read while the scope is.
    const [scope, all] = await Promise.all([this.#scope(), this.#all.identify(mentions)]);
    if (scope?.isAll !== false) return all;
    const within = await this.#identifyWithin(mentions, scope);
    return scope.lens === null ? within : within.map((identity) => identity?.state === 'in collection' ? named(identity, scope) : identity);
  }

  async relate(mentions: readonly Mention[]): Promise<readonly (Relation | null)[]> {
    const [scope, relations] = await Promise.all([this.#scope(), this.#inForce.relate(mentions)]);
    return relations.map((relation) => relation && named(relation, scope));
  }

  rank(mentions: readonly Mention[]): Promise<readonly (Relation | Loose | null)[]> {
    return this.#inForce.rank(mentions);
  }

  explain(mention: Mention): Promise<Explanation> {
    return this.#inForce.explain(mention);
  }

  search(query: string, limit: number): Promise<SearchReply> {
    return this.#inForce.search(query, limit);
  }

  /** A paper can be looked at whether it counts or not. */
  async paper(key: string): Promise<PaperView> {
    return this.#inForce.paper(key).catch(() => this.#all.paper(key));
  }

  /** By keyed look-up alone, so that a lens costs a badge nothing. */
  async #identifyWithin(mentions: readonly Mention[], scope: Scope): Promise<readonly (Identity | null)[]> {
    const [met, rows, shipped] = await Promise.all([
      matchMentions(this.#store, mentions, (record) => scope.has(record)).catch(() => []),
      this.#own.rows(mentions),
      new CollectionLibrary(() => Promise.resolve([this.#shippedWithin(scope)])).identify(mentions),
    ]);
    // The rows tell likenesses of titles besides; whether the paper counts is for its record to tell.
    const likely = mentions.map((mention, at) => (met[at] === undefined ? rows.identify(mention) : undefined));
    const ids = [...new Set(likely.flatMap((found) => (found === undefined ? [] : [rows.id(found.row)])))];
    const records = new Map((await this.#store.get('record', ids).catch(() => [])).flatMap((record) => (record !== undefined && scope.has(record) ? [[record.id, record] as const] : [])));
    return mentions.map((_, at) => {
      const found = met[at]?.found ?? likely[at];
      const record = met[at]?.record ?? (found && records.get(rows.id(found.row)));
      const theirs = shipped[at] ?? null;
      if (found === undefined || record === undefined || (found.kind !== 'same' && theirs?.state === 'in collection')) return theirs;
      const paper = summaryOf(paperOf(record, ''));
      return found.kind === 'same' ? { state: 'in collection', certainty: found.certainty, paper } : { state: 'other paper', paper };
    });
  }

  #collections(scope: Scope | null): readonly Collection[] {
    if (scope === null) return [this.#shipped];
    if (scope.isAll) return [this.#own, this.#shipped];
    const counting = this.#shelf().then((shelf) => shelf.all()).then(({ records }) => records).catch((): ReadonlyMap<number, StoredRecord> => new Map());
    const own = within(this.#own, async (rows) => {
      const records = await counting;
      return (row) => {
        const record = records.get(rows.id(row));
        return record !== undefined && scope.has(record);
      };
    });
    return scope.withBundled ? [own, this.#shippedWithin(scope)] : [own];
  }

  #shippedWithin(scope: Scope): Collection {
    return within(this.#shipped, (rows) => {
      return Promise.resolve((row) => {
        const paper = rows.summary(row);
        return paper !== undefined && scope.hasBundled(paper);
      });
    });
  }

  /** Null where the store cannot be read. */
  #scope(): Promise<Scope | null> {
    return readScope(this.#store).catch(() => null);
  }
}

/** Stands in where the reader's papers cannot be read. */
const nothing: Collection = {
  rows: () => Promise.resolve({ size: 0, id: () => 0, identify: () => undefined, summary: () => undefined, title: () => '', authors: () => [], year: () => undefined, arxivId: () => undefined }),
  papers: () => Promise.resolve([]),
  find: () => Promise.resolve(undefined),
  titleIndex: async () => (await import('./reader-parts.ts')).noWords('titles'),
  abstractIndex: async () => (await import('./reader-parts.ts')).noWords('abstracts'),
  nearest: () => Promise.resolve([]),
  neighbours: () => Promise.resolve([]),
};

/** With the name of the lens, where one is set: a badge tells what it was seen through. */
const named = <A extends object>(answer: A, scope: Scope | null): A & { readonly lens?: string } => (scope?.lens ? { ...answer, lens: scope.lens.name } : answer);
