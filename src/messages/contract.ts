import type { Mention } from '../paper/paper.ts';
import type { CitedEntry } from '../references/reference.ts';
import type { MarkedPage } from './anywhere-contract.ts';
import type { ReaderContract } from './reader-contract.ts';
import type { Explanation, Identity, Loose, PageReport, PaperView, ReadReference, Relation, SearchReply } from './views.ts';

/** What the worker answers. `send` and the worker's handler table both derive from this map. */
export interface WorkerContract extends ReaderContract {
  /** Identity of up to {@link LIMITS.batch} entries by keyed look-up; loads no index. One answer per entry. */
  identify: { ask: { mentions: readonly Mention[] }; reply: readonly (Identity | null)[] };
  /** What up to {@link LIMITS.batch} entries of a bibliography name, and which of them are the collection's. One answer per entry. */
  references: { ask: { entries: readonly CitedEntry[] }; reply: readonly ReadReference[] };
  /** Relatedness of up to {@link LIMITS.batch} entries; null where nothing is close enough for a mark. */
  relate: { ask: { mentions: readonly Mention[] }; reply: readonly (Relation | null)[] };
  /** The same, with what is nearest where nothing is close enough for a mark: for sorting; null where nothing is shared. */
  rank: { ask: { mentions: readonly Mention[] }; reply: readonly (Relation | Loose | null)[] };
  /** Why one entry is marked, with its nearest papers. */
  explain: { ask: { mention: Mention }; reply: Explanation };
  search: { ask: { query: string; limit: number }; reply: SearchReply };
  /** One paper in full by its key. */
  paper: { ask: { key: string }; reply: PaperView };
  /** Marks the papers of the collection on a tab's page, whatever page it is. */
  markPage: { ask: { tab: number }; reply: MarkedPage };
  /** Opens the popup, on a paper where a key is given. False where the browser refuses. */
  openPopup: { ask: { key?: string }; reply: boolean };
}

/** What a content script answers to the extension's own pages and worker. */
export interface PageContract {
  pageReport: { ask: null; reply: PageReport };
  /** Scrolls to an entry and focuses its badge; false when it has left the page. */
  reveal: { ask: { index: number }; reply: boolean };
  /** Brings the lens bar back where the reader has closed it; false where there is nothing for it. */
  showLens: { ask: null; reply: boolean };
  /** The reader has taken the site back: takes the marks away and stops. */
  leave: { ask: null; reply: boolean };
  /** Quick lookup: opens the in-page panel on the selection, else this page's paper, else an empty search. */
  quickLookup: { ask: null; reply: boolean };
  /** Saves the page's own paper and tells of it on the page; false where the page is of no one paper. */
  savePaper: { ask: null; reply: boolean };
  /** The reader's papers changed: every title is asked for again. */
  lookAgain: { ask: null; reply: boolean };
}

export type WorkerMessage = keyof WorkerContract;
export type PageMessage = keyof PageContract;

/** Sizes beyond which a payload is refused; senders cut before they send. */
export const LIMITS = { batch: 100, title: 512, abstract: 12_000, authors: 200, name: 200, id: 300, query: 1_000, results: 100 } as const;

/** The same of one entry of a bibliography; `text` is that of all its blocks together. */
export const ENTRY_LIMITS = { blocks: 30, text: 3_000, runs: 60, label: 400, links: 40, link: 600 } as const;

/** Failure crosses as a value, so that callers see one kind of throw. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };
