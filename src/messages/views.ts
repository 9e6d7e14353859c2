import type { Identity, Relation } from '../library/views.ts';

export type { Closeness, Explanation, Identity, Link, Loose, Neighbour, PaperSummary, PaperView, ReadReference, Relation, SearchHit, SearchReply } from '../library/views.ts';

/** What the content script found on its page; asked for by the popup. */
export interface PageReport {
  readonly url: string;
  /** The adapter's name, e.g. "arXiv listing"; null on a page no adapter serves. */
  readonly site: string | null;
  /** True while entries are still being read or answered. */
  readonly busy: boolean;
  /** Set when entries are expected and none was found, in words: "0 titles found on a listing page". */
  readonly problem: string | null;
  /** In page order. */
  readonly entries: readonly PageEntry[];
  readonly lens: LensState;
  /** The page's bibliography, counted apart; absent where it has none. */
  readonly references?: readonly PageEntry[];
  /** Badges that stand on the page. */
  readonly marked: number;
  /** Titles in whose place the page had nothing that could be read as one. */
  readonly unread: number;
  /** Milliseconds of the page's time spent so far on reading and marking it. */
  readonly spent: number;
}

/** Whether the lens bar stands on a page: "closed" where it would, had the reader not closed it. */
export type LensState = 'none' | 'shown' | 'closed';

export interface PageEntry {
  /** Number of the entry on its page, for `reveal`. */
  readonly index: number;
  readonly title: string;
  /** The page shows only the beginning of the title. */
  readonly isCut?: boolean;
  readonly arxivId?: string;
  readonly doi?: string;
  readonly abstract?: string;
  readonly authors?: readonly string[];
  readonly year?: number;
  readonly identity: Identity | null;
  readonly relation: Relation | null;
}
