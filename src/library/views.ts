import type { Certainty, MarkedText, Mention } from '../paper/paper.ts';
import type { Closeness } from '../related/related.ts';

export type { Closeness };

/** What the library tells about papers: plain values that cross to pages as JSON. */

export interface PaperSummary {
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year?: number;
  readonly arxivId?: string;
}

/** The mention is a paper of the collection, or shares its title while its id says it is another paper. */
export type Identity =
  | { readonly state: 'in collection'; readonly certainty: Certainty; readonly paper: PaperSummary; /** The name of the lens it was seen through; absent for "All". */ readonly lens?: string }
  | { readonly state: 'other paper'; readonly paper: PaperSummary };

/** The mention is not in the collection, but `count` of its papers are related to it. */
export interface Relation {
  readonly closeness: Exclude<Closeness, 'loosely related'>;
  /** Papers at or above "related"; at least 1. */
  readonly count: number;
  readonly nearest: PaperSummary;
  /** The shared terms that decided, most important first, as a reader would write them. */
  readonly terms: readonly string[];
  readonly rank: Rank;
  /** The name of the lens it was seen through; absent for "All". */
  readonly lens?: string;
}

/** For sorting only, among entries of the same closeness: greater is closer. It is no probability and is never shown. */
export type Rank = number;

/** Too far for a mark; asked for where entries are sorted. */
export interface Loose {
  readonly closeness: 'loosely related';
  readonly nearest: PaperSummary;
  /** What is shared all the same; may be empty. */
  readonly terms: readonly string[];
  readonly rank: Rank;
}

/** What an entry of a bibliography is. */
export interface ReadReference {
  /** As the entry names the paper, or the collection where it has it; its title is the entry's text where that tells no title apart. */
  readonly mention: Mention;
  readonly identity: Identity | null;
  /** Its title is sure, and what it is related to may be asked. */
  readonly isOpen: boolean;
}

export interface Neighbour {
  readonly paper: PaperSummary;
  readonly closeness: Closeness;
  readonly terms: readonly string[];
  /** The neighbour's abstract with the shared terms marked. */
  readonly abstract: MarkedText;
  readonly links: readonly Link[];
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** Why an entry is marked as it is. */
export interface Explanation {
  readonly identity: Identity | null;
  /** Nearest first, never the paper itself. */
  readonly neighbours: readonly Neighbour[];
  /** The entry's own abstract with the terms shared with its neighbours marked; from the page, or from the collection. */
  readonly abstract: MarkedText | null;
  /** Links of the entry itself. */
  readonly links: readonly Link[];
}

export interface SearchHit {
  readonly paper: PaperSummary;
  readonly title: MarkedText;
  /** The whole abstract, matches marked. */
  readonly abstract: MarkedText;
  /** One or two lines of it around the first matches; starts or ends with an ellipsis where cut. */
  readonly excerpt: MarkedText;
}

export interface SearchReply {
  /** The query this answers, so that a late answer can be dropped. */
  readonly query: string;
  readonly hits: readonly SearchHit[];
  /** All papers that match, of which `hits` are the best. */
  readonly total: number;
  /** Set when the query names one paper: a pasted id or address, or its title. It is then `hits[0]`. */
  readonly named: Certainty | null;
  /** Papers close to the best hit which do not match the words themselves. */
  readonly similar: { readonly to: PaperSummary; readonly neighbours: readonly Neighbour[] } | null;
  /** False while part of the index is still loading: ask again for the rest. */
  readonly complete: boolean;
}

/** One paper in full. */
export interface PaperView {
  readonly paper: PaperSummary;
  readonly abstract: string;
  readonly links: readonly Link[];
  readonly citation: { readonly bibtex: string; readonly text: string; readonly link: string };
  readonly similar: readonly Neighbour[];
}
