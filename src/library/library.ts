import type { Mention } from '../paper/paper.ts';
import type { Explanation, Identity, PaperView, Relation, SearchReply } from './views.ts';

/** What the extension knows, read lazily from packaged files. */
export interface Library {
  identify(mentions: readonly Mention[]): Promise<readonly (Identity | null)[]>;
  relate(mentions: readonly Mention[]): Promise<readonly (Relation | null)[]>;
  explain(mention: Mention): Promise<Explanation>;
  search(query: string, limit: number): Promise<SearchReply>;
  /** Throws when no paper has this key. */
  paper(key: string): Promise<PaperView>;
}

export type ReadFile = (file: string) => Promise<ArrayBuffer>;

/** Opens the library over its files; nothing is read before it is asked for. */
export function openLibrary(_read: ReadFile): Library {
  return {
    identify: (mentions) => Promise.resolve(mentions.map(() => null)),
    relate: (mentions) => Promise.resolve(mentions.map(() => null)),
    explain: () => Promise.resolve({ identity: null, neighbours: [], abstract: null, links: [] }),
    search: (query) => Promise.resolve({ query, hits: [], total: 0, named: null, similar: null, complete: true }),
    paper: () => Promise.reject(new Error('no such paper')),
  };
}
