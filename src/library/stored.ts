/**
 * What the store keeps: plain values, as structured clone carries them. The bundled collection is not among them: it stays
 * in the package, and its records are never mixed with the reader's.
 */

/** Given once and never again, from one sequence for papers, collections, lenses, jobs and snapshots; from 1. */
export type Id = number;

/** The fields of a paper that a reader may write, and that nothing found later may overwrite once he has. */
export type Field = 'title' | 'abstract' | 'authors' | 'year' | 'arxivId' | 'doi' | 'venue' | 'url';

/** One paper of the reader's. Its abstract is kept apart, so that reading many papers reads no abstracts. */
export interface StoredRecord {
  readonly id: Id;
  /** `arxiv:<id>`, else `doi:<doi>`, else `title:<title key>`; follows the fields, so it may change. Two papers may share it. */
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year?: number;
  readonly arxivId?: string;
  /** The newest arXiv version that was seen. */
  readonly version?: number;
  readonly doi?: string;
  readonly venue?: string;
  /** http or https only. */
  readonly url?: string;
  readonly tags: readonly string[];
  /** The reader's own, plain text. */
  readonly note: string;
  readonly isRead: boolean;
  /** Milliseconds since 1970, as are all times here. */
  readonly added: number;
  readonly updated: number;
  readonly collections: readonly Id[];
  /** The fields that the reader wrote himself. */
  readonly own: readonly Field[];
  /** The page it was saved from. */
  readonly seenAt?: string;
  /** Since when it is in the trash. */
  readonly trashed?: number;
  /** Texts under which it is found: {@link lookupTexts}. */
  readonly lookup: readonly string[];
  /** The store's change counter at its last write; the store sets it. */
  readonly changed: number;
}

export interface StoredAbstract {
  readonly id: Id;
  readonly text: string;
}

export interface StoredCollection {
  readonly id: Id;
  readonly name: string;
  /** Off: its papers count neither as "in your collection" nor as related. */
  readonly isOn: boolean;
  readonly added: number;
}

/** What "in your collection" and "related" mean while the lens is set. */
export type LensScope =
  | { readonly kind: 'collection'; readonly collection: Id }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'filter'; readonly filter: PaperFilter }
  /** Papers of the reader's by id, of the bundled collection by key. */
  | { readonly kind: 'set'; readonly papers: readonly Id[]; readonly bundled: readonly string[] };

export interface StoredLens {
  readonly id: Id;
  readonly name: string;
  readonly scope: LensScope;
}

/** All that is given must hold. */
export interface PaperFilter {
  /** {@link BUNDLED} for the collection that ships. */
  readonly collection?: Id;
  readonly tag?: string;
  readonly from?: number;
  readonly to?: number;
  readonly isRead?: boolean;
  /** The host of the page it was saved from, or of its address: `arxiv.org`. */
  readonly source?: string;
  /** Words which its title, authors, venue, tags or note have, each in any of them. */
  readonly words?: string;
}

/** The id of the collection that ships, where a collection is named. */
export const BUNDLED = 0;

export interface Settings {
  /** Null: "All". */
  readonly lens: Id | null;
  readonly bundledIsOn: boolean;
  /** Where a saved paper goes; null: into no collection. */
  readonly saveTo: Id | null;
}

export const DEFAULTS: Settings = { lens: null, bundledIsOn: true, saveTo: null };

/** Where a job stands. A stage ends by a commit that says so; a job that is `done`, `cancelled` or `failed` has no source any more. */
export type JobStage = 'reading' | 'preview' | 'writing' | 'done' | 'cancelled' | 'failed';

/** An import. Its cursor and what it wrote commit together. */
export interface StoredJob {
  readonly id: Id;
  readonly stage: JobStage;
  /** The id of the file in the store's sources. */
  readonly source: Id;
  readonly fileName: string;
  /** Bytes of the file. */
  readonly size: number;
  /** The id of the format; empty until it was found by the file's beginning. */
  readonly format: string;
  readonly collection: Id | null;
  readonly started: number;
  /** `reading`: entries staged. `writing`: entries of the staged ones that are written. */
  readonly cursor: number;
  /** Bytes read so far, for the progress bar. */
  readonly read: number;
  readonly counts: JobCounts;
  /** The undo token of what it wrote: its own id, once it writes. */
  readonly undo: Id | null;
  /** In words, where it failed. */
  readonly problem?: string;
}

export interface JobCounts {
  readonly new: number;
  /** Already there with the same id or title, and the file adds something. */
  readonly merged: number;
  /** Already there, and the file adds nothing. */
  readonly same: number;
  readonly problems: number;
}

/** One entry of an import before it is committed. `n` counts the entries of the file from 0; `line` is where it starts. */
export type StagedEntry = { readonly n: number; readonly line: number } & (
  | {
      readonly kind: 'new' | 'merged' | 'same';
      readonly paper: StagedPaper;
      /** Repaired or left out, in words. */
      readonly notes: readonly string[];
      /** The paper it meets, where one is there, and how that is known. */
      readonly meets?: { readonly id: Id; readonly title: string; readonly by: 'id' | 'title' };
      /** Fields of that paper that it fills. */
      readonly fills?: readonly string[];
      /** The earlier entry of this file that it repeats. */
      readonly repeats?: number;
    }
  | { readonly kind: 'problem'; readonly reason: string; readonly entry: string }
);

/** Some hundred entries that were staged together; `n` is the number of the first. */
export interface StagedBlock {
  readonly job: Id;
  readonly n: number;
  readonly entries: readonly StagedEntry[];
}

/** A paper as a file or a page gave it. */
export interface StagedPaper {
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  readonly year?: number;
  readonly arxivId?: string;
  readonly version?: number;
  readonly doi?: string;
  readonly venue?: string;
  readonly url?: string;
  readonly tags: readonly string[];
  readonly note: string;
  readonly isRead: boolean;
  readonly added?: number;
  readonly collections: readonly string[];
  readonly seenAt?: string;
}

/** What can be taken back: what the papers were before. Parts are numbered, so that a job of many slices adds to one undo. */
export interface StoredUndo {
  readonly token: Id;
  readonly part: number;
  /** In words, for people: "Deleted 3 papers". */
  readonly what: string;
  readonly when: number;
  /** The change counter after it: a paper that was changed later is not taken back. */
  readonly change: number;
  /** A paper that was not there before has a null record. Of a paper whose abstract did not change, the abstract is absent. */
  readonly before: readonly { readonly id: Id; readonly record: StoredRecord | null; readonly abstract?: string }[];
  /** Collections and lenses as they were; null where they were not there. */
  readonly collections?: readonly { readonly id: Id; readonly collection: StoredCollection | null }[];
  readonly lenses?: readonly { readonly id: Id; readonly lens: StoredLens | null }[];
}

/** The library as it was at one time. Parts are shared between snapshots where nothing changed. */
export interface StoredSnapshot {
  readonly id: Id;
  readonly when: number;
  /** In words: "before the import of my.bib". */
  readonly why: string;
  /** The change counter it shows. */
  readonly change: number;
  readonly papers: number;
  /** Bytes of its parts, shared ones included. */
  readonly bytes: number;
  readonly parts: readonly { readonly key: string; /** The number of the block of ids it holds. */ readonly block: number; readonly papers: number; readonly bytes: number }[];
  readonly collections: readonly StoredCollection[];
  readonly lenses: readonly StoredLens[];
  readonly settings: Settings;
}

export interface SnapshotPart {
  readonly key: string;
  /** Gzipped JSON of full papers, or the papers themselves where they had to be kept at once. */
  readonly bytes?: ArrayBuffer;
  readonly papers?: readonly FullRecord[];
}

export interface FullRecord {
  readonly record: StoredRecord;
  readonly abstract: string;
}

/** Something computed from the papers, which may be thrown away at any time: an index, vectors. */
export interface DerivedPart {
  readonly name: string;
  /** Of its layout; one of another version is as good as none. */
  readonly version: number;
  /** The change counter up to which it follows the papers. */
  readonly change: number;
  readonly bytes: ArrayBuffer;
}
