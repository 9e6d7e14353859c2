/** What a file can tell of a paper, and what is written to one: every format reads and prints this. */
export interface PaperRecord {
  /** One line. Where a source knows an id only, the id stands for the title until one is seen ({@link isTitleFromId}). */
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

/** `arXiv:1711.10925`, `doi:10.1000/182`: what stands for the title of a paper of which only the id is known. */
export function titleFromId({ arxivId, doi }: Pick<PaperRecord, 'arxivId' | 'doi'>): string | undefined {
  if (arxivId !== undefined) return `arXiv:${arxivId}`;
  return doi === undefined ? undefined : `doi:${doi}`;
}

/** Whether the title is only the id: any true title is better. */
export function isTitleFromId(record: Pick<PaperRecord, 'title' | 'arxivId' | 'doi'>): boolean {
  return record.title === titleFromId({ ...(record.arxivId !== undefined && { arxivId: record.arxivId }) }) || record.title === titleFromId({ ...(record.doi !== undefined && { doi: record.doi }) });
}
