import type { Mention } from '../paper/paper.ts';

/** One entry of a bibliography as its page shows it, before anything is made of it. All of it is foreign text. */
export interface CitedEntry {
  /** In order; an entry that its page does not divide is one block. */
  readonly blocks: readonly Block[];
  /** What the page itself calls the title or the authors, where it does. */
  readonly title?: string;
  readonly authors?: string;
  /** What stands before the entry, where it may name authors and year: "Kingma and Ba [2015]". Else empty. */
  readonly label: string;
  /** Where the entry's links lead, whole addresses. */
  readonly links: readonly string[];
}

/** One line of text, formulas as `$TeX$`. */
export interface Block {
  readonly text: string;
  readonly runs: readonly Run[];
}

/** A stretch of a block that its page sets apart, [start, end) in the text. */
export interface Run {
  readonly kind: 'italic' | 'bold' | 'link';
  readonly start: number;
  readonly end: number;
}

/** What an entry tells apart, and what it only may. */
export interface Reference {
  readonly mention: Mention;
  /** False where the entry does not tell its title apart: the mention's title is then the entry's text, for showing only. */
  readonly titled: boolean;
  /** Stretches of the text that may be the title, for identity by the exact title alone. */
  readonly candidates: readonly string[];
  /** All that the entry says, in one line. */
  readonly text: string;
}

/** The title of an entry. */
export interface FoundTitle {
  readonly title: string;
  /** What stands before it: authors, as far as there are some. */
  readonly before: string;
  /** The page itself sets the title apart, so that nothing else of the entry need be looked at. */
  readonly apart: boolean;
}
