import type { Identity } from './views.ts';

/** The text of a page that has no adapter, for the worker to look through. */
export interface PageText {
  /** False where there is no text to mark: a PDF, a picture. */
  readonly isText: boolean;
  /** In the order of the page, with the edges of `mentions/edges.ts`. */
  readonly text: string;
  /** Links that lead to papers, as far as addresses tell, with the text they are around. */
  readonly links: readonly { readonly start: number; readonly end: number; readonly href: string }[];
  /** Only the beginning of the page was read. */
  readonly isCut: boolean;
}

/** A stretch of the page's text that names a paper. */
export interface PlaceOfPaper {
  readonly start: number;
  readonly end: number;
}

/** A paper of the collection that the page names. */
export interface PaperFound {
  /** What the page calls it. */
  readonly shown: string;
  readonly identity: Identity & { readonly state: 'in collection' };
  /** The numbers of its places on the page, in page order; at least one. */
  readonly places: readonly number[];
}

/** What marking a page came to; told to the popup. */
export interface MarkedPage {
  readonly url: string;
  readonly isText: boolean;
  readonly isCut: boolean;
  /** False where the browser cannot highlight: there is the list alone. */
  readonly isHighlighted: boolean;
  /** In page order. */
  readonly found: readonly PaperFound[];
}

/** What the script answers that runs on any page the reader marks. It asks nothing itself. */
export interface AnywhereContract {
  text: { ask: null; reply: PageText };
  /** Highlights places of the text last given; the numbers of those that can be seen. */
  mark: { ask: { places: readonly PlaceOfPaper[] }; reply: { readonly shown: readonly number[]; readonly isHighlighted: boolean } };
  /** Puts the list away for whoever asks later. */
  keep: { ask: { page: MarkedPage }; reply: boolean };
  kept: { ask: null; reply: MarkedPage | null };
  /** Scrolls to a place; false when it has left the page. */
  go: { ask: { place: number }; reply: boolean };
}

export type AnywhereMessage = keyof AnywhereContract;

/** Sizes beyond which an answer is refused. */
export const ANYWHERE_LIMITS = { text: 4_000_000, links: 5_000, href: 600, places: 2_000 } as const;
