import type { Field, Id, LensScope, PaperFilter, Settings } from '../library/stored.ts';
import type {
  CollectionView, Done, DuplicateGroup, FileReady, FormatView, JobView, LensView, PaperDetail, PaperPage, PaperQuery, PreviewKind, PreviewPage, RestoreView, SaveDone, SnapshotView, Standing, StorageView, TagView,
} from '../library/reader-views.ts';
import type { Mention } from '../paper/paper.ts';

export type * from '../library/reader-views.ts';
export type { Field, Id, LensScope, PaperFilter, Settings };

/** A paper as a page shows it. */
export interface Seen extends Mention {
  readonly venue?: string;
  /** The arXiv version that the page shows. */
  readonly version?: number;
}

/** Where a saved paper goes: a collection of the reader's, a new one, or none. Absent: as the reader set it. */
export type SaveTo = { readonly collection: Id | null } | { readonly name: string };

/** Papers by their ids, or all that fit a query. */
export type Which = { readonly ids: readonly Id[] } | { readonly query: PaperQuery };

/** Fields as the reader writes them; null empties one. */
export type Edit = { readonly [F in Field]?: (F extends 'authors' ? readonly string[] : F extends 'year' ? number : string) | null };

/**
 * The reader's own papers. A content script may save after a trusted click, take that back, and look; what it does is small
 * and seen. All else is for the extension's own pages. Whatever changes papers answers with {@link Done} and can be undone.
 */
export interface ReaderContract {
  // For content scripts too.
  /** Only ever after a click of the reader. Papers that are there already are improved, never overwritten. */
  save: { ask: { papers: readonly Seen[]; seenAt?: string; to?: SaveTo }; reply: SaveDone };
  /** Takes back what the token names; false in words where it was taken back before or is too old. */
  undo: { ask: { token: Id }; reply: Done };
  standing: { ask: null; reply: Standing };
  collections: { ask: null; reply: readonly CollectionView[] };
  /** Sets the lens behind one, "All" being null; asked twice it is the same. A page names no lens but the one that is set. */
  nextLens: { ask: { after: Id | null }; reply: Standing };

  // For the extension's own pages.
  papers: { ask: { query: PaperQuery; from: number; limit: number }; reply: PaperPage };
  /** Ids of all that fit, in order: "select all". */
  paperIds: { ask: { query: PaperQuery }; reply: readonly Id[] };
  detail: { ask: { id: Id }; reply: PaperDetail };
  edit: { ask: { id: Id; fields: Edit }; reply: Done };
  note: { ask: { id: Id; note: string }; reply: Done };
  markRead: { ask: { which: Which; isRead: boolean }; reply: Done };
  tagPapers: { ask: { which: Which; add: readonly string[]; remove: readonly string[] }; reply: Done };
  /** Adds papers to a collection, and takes them out of another. Papers of the collection that ships are copied. */
  place: { ask: { which: Which; to: Id | null; from: Id | null }; reply: Done };
  trash: { ask: { which: Which }; reply: Done };
  restore: { ask: { which: Which }; reply: Done };
  /** Deletes what is in the trash for good. */
  emptyTrash: { ask: null; reply: number };
  duplicates: { ask: { limit: number }; reply: readonly DuplicateGroup[] };
  /** One paper as it would be, the first id being kept and its fields going first. */
  mergePreview: { ask: { ids: readonly Id[] }; reply: PaperDetail };
  /** `fields` are chosen by the reader and go before all. */
  merge: { ask: { ids: readonly Id[]; fields: Edit }; reply: Done };

  addCollection: { ask: { name: string }; reply: CollectionView };
  renameCollection: { ask: { id: Id; name: string }; reply: Done };
  /** Its papers stay, or go to the trash where they are in no other. */
  removeCollection: { ask: { id: Id; papers: 'keep' | 'trash' }; reply: Done };
  switchCollection: { ask: { id: Id; isOn: boolean }; reply: Done };
  tags: { ask: null; reply: readonly TagView[] };
  /** An empty `to` removes the tag everywhere. */
  renameTag: { ask: { from: string; to: string }; reply: Done };
  /** Hosts that papers were saved from, for a filter. */
  sources: { ask: null; reply: readonly TagView[] };

  lenses: { ask: null; reply: { readonly lenses: readonly LensView[]; readonly current: Id | null } };
  setLens: { ask: { id: Id | null }; reply: Standing };
  putLens: { ask: { id: Id | null; name: string; scope: LensScope }; reply: LensView };
  removeLens: { ask: { id: Id }; reply: Done };
  settings: { ask: null; reply: Settings };
  changeSettings: { ask: Partial<Settings>; reply: Settings };

  formats: { ask: null; reply: readonly FormatView[] };
  /** The page keeps the file first (`keepSource`). An empty format is found by the file's beginning and name. */
  startImport: { ask: { source: Id; format: string; collection: Id | null }; reply: JobView };
  jobs: { ask: null; reply: readonly JobView[] };
  /** Works on a job for a moment and answers how far it is: ask again until it is in preview, done, cancelled or failed. */
  continueJob: { ask: { job: Id }; reply: JobView };
  preview: { ask: { job: Id; kind: PreviewKind; from: number; limit: number }; reply: PreviewPage };
  /** The skipped entries with lines and reasons, as a text file. */
  problemsFile: { ask: { job: Id }; reply: FileReady };
  commitImport: { ask: { job: Id }; reply: JobView };
  /** Stops it; what it has written already is taken back. */
  cancelJob: { ask: { job: Id }; reply: JobView };
  /** Removes an ended job from the list. */
  dismissJob: { ask: { job: Id }; reply: null };

  exportFile: { ask: { which: Which; format: string }; reply: FileReady };
  /** Text for the clipboard; of at most 1,000 papers. */
  exportText: { ask: { which: Which; format: string }; reply: string };

  snapshots: { ask: null; reply: readonly SnapshotView[] };
  takeSnapshot: { ask: null; reply: SnapshotView };
  removeSnapshot: { ask: { id: Id }; reply: null };
  restorePreview: { ask: { snapshot: Id }; reply: RestoreView };
  /** Makes the library what it was; a snapshot of what it is now is taken first. */
  restoreSnapshot: { ask: { snapshot: Id }; reply: SnapshotView };
  /** The whole library as one file. */
  backupFile: { ask: null; reply: FileReady };
  /** Reads a backup file into the list of snapshots, from where it is looked at and restored as any. */
  readBackup: { ask: { source: Id }; reply: SnapshotView };
  storage: { ask: null; reply: StorageView };
  /** The reader has read the message of {@link Standing}. */
  dismissProblem: { ask: null; reply: null };
}

export const READER_LIMITS = { save: 500, ids: 50_000, tag: 100, tags: 100, note: 100_000, name: 200, url: 2_000, venue: 500, page: 500 } as const;
