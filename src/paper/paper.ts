/** One paper as a collection keeps it. */
export interface Paper {
  /** Stable within and between collections: `arxiv:<id>`, else `doi:<doi>`, else `title:<title key>`. */
  readonly key: string;
  readonly title: string;
  /** Empty where the source gives none. */
  readonly abstract: string;
  /** Full names in the order of the paper; empty where the full list is not known. */
  readonly authors: readonly string[];
  /** Year of first submission. */
  readonly year?: number;
  /** Canonical and without version: `1711.10925`, `math/0202001`. */
  readonly arxivId?: string;
  /** Lower case, without resolver: `10.1000/182`. */
  readonly doi?: string;
}

/** A paper as a page, a selection or a file names it: only the title is sure, and all of it is foreign text. */
export interface Mention {
  readonly title: string;
  /** The page shows only the beginning of the title. */
  readonly isCut?: boolean;
  readonly arxivId?: string;
  readonly doi?: string;
  readonly abstract?: string;
  readonly authors?: readonly string[];
  readonly year?: number;
}

/** How sure it is that a mention and a paper are one paper. Shown to the reader as it stands. */
export type Certainty = 'same id' | 'same title' | 'nearly the same title' | 'partial title';

/** Text with marked stretches; `marks` are [start, end) in UTF-16 units, ascending, not overlapping. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}
