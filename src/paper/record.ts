/** What a file can tell of a paper, and what is written to one: every format reads and prints this. */
export interface PaperRecord {
  readonly title: string;
  /** Empty where the source gives none. */
  readonly abstract: string;
  /** Full names, given name first, in the order of the paper; empty where not known. */
  readonly authors: readonly string[];
  /** Year of first submission or publication. */
  readonly year?: number;
  /** Canonical and without version: `1711.10925`, `math/0202001`. */
  readonly arxivId?: string;
  /** Lower case, without resolver: `10.1000/182`. */
  readonly doi?: string;
  /** Journal, conference or book, as written. */
  readonly venue?: string;
  /** http or https only. */
  readonly url?: string;
  readonly tags: readonly string[];
  /** The reader's own, plain text. */
  readonly note: string;
  readonly isRead: boolean;
  /** When the reader saved it, in milliseconds since 1970; absent where the source does not say. */
  readonly added?: number;
  /** Names of the reader's collections that hold it. */
  readonly collections: readonly string[];
}
