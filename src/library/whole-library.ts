import { PROBES } from '../paper/identity-keys.ts';
import type { Mention } from '../paper/paper.ts';
import { summaryOf } from './collection.ts';
import type { Library } from './library.ts';
import { matchMentions, type Met } from './match.ts';
import { paperOf } from './record.ts';
import { readScope, type Scope } from './scope.ts';
import type { Store } from './store.ts';
import type { StoredRecord } from './stored.ts';
import type { Explanation, Identity, Loose, PaperSummary, PaperView, Relation, SearchReply } from './views.ts';

/**
 * The reader's papers and those that ship as one library, seen through the lens that is set. The reader's come first: where
 * both have a paper, it is the reader's that is shown. Where the store cannot be read, the papers that ship still answer.
 */
export class WholeLibrary implements Library {
  readonly #bundled: Library;
  readonly #store: Store;

  constructor(bundled: Library, store: Store) {
    this.#bundled = bundled;
    this.#store = store;
  }

  async identify(mentions: readonly Mention[]): Promise<readonly (Identity | null)[]> {
    const scope = await this.#scope();
    const [own, shipped] = await Promise.all([this.#own(mentions, scope), scope === null || scope.withBundled ? this.#bundled.identify(mentions) : mentions.map(() => null)]);
    return mentions.map((_, at) => {
      const [mine, theirs] = [own[at], shipped[at] ?? null];
      const seen = theirs !== null && (scope === null || scope.hasBundled(theirs.paper)) ? theirs : null;
      if (mine?.found.kind === 'same') return identityOf(mine);
      return seen?.state === 'in collection' || mine === undefined ? seen : identityOf(mine);
    });
  }

  async relate(mentions: readonly Mention[]): Promise<readonly (Relation | null)[]> {
    const scope = await this.#scope();
    return this.#within(scope, await this.#bundled.relate(mentions));
  }

  async rank(mentions: readonly Mention[]): Promise<readonly (Relation | Loose | null)[]> {
    return this.#within(await this.#scope(), await this.#bundled.rank(mentions));
  }

  async explain(mention: Mention): Promise<Explanation> {
    const scope = await this.#scope();
    const [[identity = null], explained] = await Promise.all([this.identify([mention]), this.#bundled.explain(mention)]);
    return { ...explained, identity, neighbours: explained.neighbours.filter(({ paper }) => scope === null || scope.hasBundled(paper)) };
  }

  search(query: string, limit: number): Promise<SearchReply> {
    return this.#bundled.search(query, limit);
  }

  async paper(key: string): Promise<PaperView> {
    const [record] = await this.#byKey(key).catch(() => []);
    if (record === undefined) return this.#bundled.paper(key);
    const [[abstract], { neighbours }] = await Promise.all([this.#store.get('abstract', [record.id]), this.#bundled.explain(paperOf(record, ''))]);
    return (await import('./own-view.ts')).viewOwn(record, abstract?.text ?? '', neighbours);
  }

  #within<R extends { readonly nearest: PaperSummary }>(scope: Scope | null, relations: readonly (R | null)[]): readonly (R | null)[] {
    return relations.map((relation) => (relation !== null && (scope === null || scope.hasBundled(relation.nearest)) ? relation : null));
  }

  async #own(mentions: readonly Mention[], scope: Scope | null): Promise<readonly (Met | undefined)[]> {
    if (scope === null) return [];
    return matchMentions(this.#store, mentions, (record) => scope.has(record)).catch(() => []);
  }

  /** Null where the store cannot be read. */
  #scope(): Promise<Scope | null> {
    return readScope(this.#store).catch(() => null);
  }

  async #byKey(key: string): Promise<readonly StoredRecord[]> {
    const [, kind, rest = ''] = /^(arxiv|doi|title):(.*)$/s.exec(key) ?? [];
    if (kind === undefined) return [];
    const [found = []] = await this.#store.lookup([PROBES[kind as keyof typeof PROBES](rest)]);
    return found.filter((record) => record.trashed === undefined && record.key === key);
  }
}

function identityOf({ record, found }: Met): Identity {
  const paper = summaryOf(paperOf(record, ''));
  return found.kind === 'same' ? { state: 'in collection', certainty: found.certainty, paper } : { state: 'other paper', paper };
}
