import type { Mention } from '../paper/paper.ts';
import type { CitedEntry } from '../references/reference.ts';

/** What a page is about: one paper, or a list of papers. */
export type PageKind = 'paper' | 'listing';

/** One paper title on a page. */
export interface Entry {
  readonly mention: Mention;
  /** True where the page is about this paper; list items are not. */
  readonly main: boolean;
  /**
   * The badge is appended as the last child of this element, after the title's own nodes. It may stand inside a link.
   * Null: no visible title, no badge.
   */
  readonly anchor: Element | null;
  /** Set on an entry of a bibliography. */
  readonly reference?: Citable;
}

/** An entry of a bibliography: what it is of, its text is to tell. The mention's title is that text, for showing only. */
export interface Citable {
  /** Fragment that citations lead to: `bib.bib12`. Empty where the entry has none. */
  readonly id: string;
  /** The whole entry. Where the anchor's line goes on after the title, a badge stands at the end of this instead. */
  readonly item: Element;
  readonly cited: CitedEntry;
}

/** The references of a page and where its text cites them. Reads only, like {@link Site}. */
export interface Bibliography {
  /** The entries now in the document, in page order; called again after every change. */
  entries(document: Document): Iterable<Element>;
  /** Undefined where the entry says nothing. */
  entry(item: Element, url: URL): Entry | undefined;
  /** The heading of the list that an entry stands in. */
  heading(item: Element): Element | null;
  /** Links of the text that lead to an entry, with the entry's {@link Citable.id}. */
  citations(document: Document): Iterable<readonly [link: Element, id: string]>;
}

/** The list that the entries of a page stand in: what the lens sorts, dims and hides. */
export interface List {
  /** The elements of an entry, in page order: children of one parent, neighbours but for text. Empty where it is in no list. */
  row(title: Element): readonly Element[];
  /**
   * How entries may change places. `moving`: the page is a plain document, and its nodes move, so that whoever reads, tabs,
   * searches or prints meets the new order. `order`: a script owns the nodes; they stay, and only their CSS `order` changes.
   */
  readonly sort: 'moving' | 'order';
}

/**
 * One site's adapter. It only reads the document it is given: no globals, no writes.
 * Finding and reading are apart so that a page which grows is read once per title: `titles` is cheap and called
 * again after every change, `entry` is called once per title element.
 */
export interface Site {
  /** For people: "arXiv listing". */
  readonly name: string;
  /** The kind of page this address is, or undefined where the adapter has nothing to say. Compares parsed hosts. */
  matches(url: URL): PageKind | undefined;
  /**
   * The title elements now in the document, in page order, each once. One that a later call leaves out is an entry no more:
   * a heading that arrives late takes the place of the window's title.
   */
  titles(document: Document, url: URL): Iterable<Element>;
  /** The paper a title element names; undefined when it names none (yet). */
  entry(title: Element, url: URL): Entry | undefined;
  /** Absent where there is none that may be re-arranged. */
  readonly list?: List;
  /** Where pages of the site have references; they come besides `titles`. */
  readonly bibliography?: Bibliography;
  /** True when the page itself says that it has no entries ("no results"), so that zero is no fault. */
  empty?(document: Document, url: URL): boolean;
}
