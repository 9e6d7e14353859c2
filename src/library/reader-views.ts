import type { Field, Id, JobCounts, JobStage, LensScope, PaperFilter } from './stored.ts';

/** What the library tells of the reader's own papers: plain values that cross to pages as JSON. */

/**
 * A paper in a list. Papers of the reader's have ids from 1; papers of the collection that ships have −1 − row, hold no
 * tags and notes, and become the reader's own by `place`.
 */
export interface PaperRow {
  readonly id: Id;
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year?: number;
  readonly arxivId?: string;
  readonly doi?: string;
  readonly venue?: string;
  readonly tags: readonly string[];
  readonly isRead: boolean;
  readonly hasNote: boolean;
  /** Ids of its collections; [0] for the collection that ships. */
  readonly collections: readonly Id[];
  readonly added: number | null;
  /** The host it was saved from: `arxiv.org`; empty where not known. */
  readonly source: string;
  /** Since when it is in the trash. */
  readonly trashed?: number;
}

/** One paper in full, for editing. */
export interface PaperDetail extends PaperRow {
  readonly abstract: string;
  readonly note: string;
  readonly url?: string;
  readonly seenAt?: string;
  readonly updated: number | null;
  /** Fields that the reader wrote himself. */
  readonly own: readonly Field[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

export type SortBy = 'added' | 'title' | 'authors' | 'year' | 'venue' | 'updated' | 'relevance';

/** Which papers are meant: all that fit, in an order. */
export interface PaperQuery {
  /** As in the popup's search. With words, "relevance" sorts the best first. */
  readonly words?: string;
  readonly filter?: PaperFilter;
  readonly isTrash?: boolean;
  readonly sort?: SortBy;
  readonly isDescending?: boolean;
}

export interface PaperPage {
  readonly rows: readonly PaperRow[];
  /** All that fit the query. */
  readonly total: number;
  /** Changes with every change of a paper: what was shown before is out of date then. */
  readonly change: number;
}

/** What was done and how to take it back. */
export interface Done {
  /** For `undo`; null where nothing was changed. */
  readonly undo: Id | null;
  /** In words: "Saved 3 papers". */
  readonly what: string;
  /** Papers that were changed. */
  readonly papers: readonly Id[];
}

export interface SaveDone extends Done {
  readonly saved: number;
  /** Papers that were there, in which blanks were filled or a newer version was noted. */
  readonly improved: number;
}

export interface CollectionView {
  readonly id: Id;
  readonly name: string;
  readonly isOn: boolean;
  readonly isBundled: boolean;
  readonly papers: number;
}

export interface TagView {
  readonly tag: string;
  readonly papers: number;
}

export interface LensView {
  readonly id: Id;
  readonly name: string;
  readonly scope: LensScope;
  readonly papers: number;
}

/** What every view of the extension should know: the lens, and whether something is wrong. */
export interface Standing {
  /** Null: "All". */
  readonly lens: { readonly id: Id; readonly name: string } | null;
  /** How many lenses there are, "All" not counted. */
  readonly lenses: number;
  /** In words for people, where the store had to be left or is full; shown once, with a way to export or restore. */
  readonly problem: string | null;
  readonly change: number;
  /** Papers of the reader's own, without those in the trash. */
  readonly papers: number;
}

export interface JobView {
  readonly id: Id;
  readonly stage: JobStage;
  readonly fileName: string;
  /** For people: "BibTeX"; empty while not known. */
  readonly format: string;
  readonly size: number;
  /** Bytes read so far. */
  readonly read: number;
  /** Entries staged (reading) or written (writing). */
  readonly cursor: number;
  readonly counts: JobCounts;
  readonly collection: Id | null;
  readonly started: number;
  readonly undo: Id | null;
  readonly problem: string | null;
}

export type PreviewKind = 'new' | 'merged' | 'same' | 'problem';

export interface PreviewRow {
  readonly n: number;
  readonly line: number;
  readonly kind: PreviewKind;
  /** The title, or the beginning of an entry that gives none. */
  readonly text: string;
  readonly authors: readonly string[];
  readonly year?: number;
  /** Repaired or left out, in words; for a problem its reason. */
  readonly notes: readonly string[];
  /** The paper it is already there as, and how that is known. */
  readonly meets?: { readonly id: Id; readonly title: string; readonly by: 'id' | 'title' };
  /** Fields of that paper that it fills. */
  readonly fills: readonly string[];
}

export interface PreviewPage {
  readonly rows: readonly PreviewRow[];
  readonly total: number;
}

export interface SnapshotView {
  readonly id: Id;
  readonly when: number;
  readonly why: string;
  readonly papers: number;
  readonly bytes: number;
}

/** What a restore would do. */
export interface RestoreView {
  readonly snapshot: SnapshotView;
  /** Papers that come back, that are there now and would go, and that would be as they were. */
  readonly back: number;
  readonly gone: number;
  readonly changed: number;
  /** Titles of some of each, for a look. */
  readonly examples: { readonly back: readonly string[]; readonly gone: readonly string[]; readonly changed: readonly string[] };
}

/** Bytes, about. */
export interface StorageView {
  readonly papers: number;
  readonly records: number;
  readonly index: number;
  readonly snapshots: number;
  /** Import files, undo, and the second copy. */
  readonly other: number;
  /** What the browser says of the whole; null where it does not. */
  readonly used: number | null;
  readonly available: number | null;
}

export interface DuplicateGroup {
  /** Why they are taken for one paper. */
  readonly by: 'id' | 'title';
  readonly papers: readonly PaperRow[];
}

/** A file for the reader, waiting in the store's sources. */
export interface FileReady {
  readonly source: Id;
  readonly name: string;
  readonly type: string;
  readonly papers: number;
}

export interface FormatView {
  readonly id: string;
  readonly name: string;
  readonly extensions: readonly string[];
  readonly canPrint: boolean;
}
