import type { Mention } from '../paper/paper.ts';
import type { Answers } from './answers.ts';
import type { Collection } from './collection.ts';
import { identityOf } from './identified.ts';
import { lazy } from './lazy.ts';
import { openPackage, type ReadFile } from './package.ts';
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

/**
 * Opens the library over its files; nothing is read before it is asked for. `keys` is the content of the file of keys
 * where the asker has it at hand.
 */
export function openLibrary(read: ReadFile, keys?: string): Library {
  const bundled = [openPackage(read, { keys })];
  return new CollectionLibrary(() => Promise.resolve(bundled));
}

/**
 * The library of some collections: those in force whenever it is asked; a paper that several have is the first one's.
 * Identity is at hand; what the other answers need of code is set up when the first is asked for.
 */
export class CollectionLibrary implements Library {
  readonly #collections: () => Promise<readonly Collection[]>;
  readonly #answers: () => Promise<Answers>;

  constructor(collections: () => Promise<readonly Collection[]>) {
    this.#collections = collections;
    this.#answers = lazy(async () => new (await import('./answers.ts')).Answers(collections));
  }

  async identify(mentions: readonly Mention[]): Promise<readonly (Identity | null)[]> {
    const tables = await Promise.all((await this.#collections()).map((collection) => collection.rows(mentions)));
    return mentions.map((mention) => identityOf(mention, tables));
  }

  async relate(mentions: readonly Mention[]): Promise<readonly (Relation | null)[]> {
    return (await this.#answers()).relate(mentions);
  }

  async rank(mentions: readonly Mention[]): Promise<readonly (Relation | Loose | null)[]> {
    return (await this.#answers()).rank(mentions);
  }

  async explain(mention: Mention): Promise<Explanation> {
    return (await this.#answers()).explain(mention);
  }

  async search(query: string, limit: number): Promise<SearchReply> {
    // Before the code of it is there.
    const collections = await this.#collections();
    for (const collection of collections) collection.expectSearch?.();
    return (await this.#answers()).search(query, limit);
  }

  async paper(key: string): Promise<PaperView> {
    return (await this.#answers()).paper(key);
  }
}
