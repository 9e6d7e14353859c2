import type { DerivedPart, Id, Settings, SnapshotPart, StagedBlock, StoredAbstract, StoredCollection, StoredJob, StoredLens, StoredRecord, StoredSnapshot, StoredUndo } from './stored.ts';

/** A row of each table. */
export interface Rows {
  record: StoredRecord;
  abstract: StoredAbstract;
  collection: StoredCollection;
  lens: StoredLens;
  settings: Settings;
  job: StoredJob;
  staged: StagedBlock;
  undo: StoredUndo;
  snapshot: StoredSnapshot;
  part: SnapshotPart;
  derived: DerivedPart;
  source: StoredSource;
}

/** A file that an import reads or an export wrote: too large for a message, so pages and worker meet at the store. */
export interface StoredSource {
  readonly id: Id;
  readonly name: string;
  readonly when: number;
  readonly file: Blob;
}

export type Table = keyof Rows;
export type Key = number | string | readonly [number, number];

/** How a row of each table is found. */
export const KEY_OF: { readonly [T in Table]: (row: Rows[T]) => Key } = {
  record: ({ id }) => id,
  abstract: ({ id }) => id,
  collection: ({ id }) => id,
  lens: ({ id }) => id,
  settings: () => 'settings',
  job: ({ id }) => id,
  staged: ({ job, n }) => [job, n],
  undo: ({ token, part }) => [token, part],
  snapshot: ({ id }) => id,
  part: ({ key }) => key,
  derived: ({ name }) => name,
  source: ({ id }) => id,
};
export const TABLES = Object.keys(KEY_OF) as readonly Table[];

/** One step of a commit. The store sets `changed` of a record that is put. */
export type Change =
  | { readonly [T in Table]: { readonly put: T; readonly row: Rows[T] } }[Table]
  | { readonly delete: Table; readonly key: Key }
  /** All rows with from ≤ key ≤ to. */
  | { readonly clear: Table; readonly from: Key; readonly to: Key };

export interface StoreState {
  /** Counts the commits that touched papers. */
  readonly change: number;
  /** The next free id. */
  readonly nextId: Id;
  /** {@link Store.changedSince} reaches back to this change and no further. */
  readonly oldest: number;
}

export interface CommitOptions {
  /** Commits only while the change counter is still this; else throws {@link Outrun}. */
  readonly expects?: number;
  /** For what can be computed again: the medium need not be waited for. */
  readonly relaxed?: boolean;
}

export interface RangeOptions {
  readonly from?: Key;
  readonly to?: Key;
  readonly limit?: number;
}

export interface ChangedPage {
  /** In the order of their last change. Papers in the trash are among them, with `trashed` set. */
  readonly records: readonly StoredRecord[];
  /** Papers that are no more. */
  readonly gone: readonly Id[];
  /** Everything up to this change is told; ask on from here. */
  readonly upTo: number;
  readonly complete: boolean;
}

/**
 * Where the reader's papers are kept. Every call is one transaction: a commit is there as a whole or not at all, whatever
 * dies meanwhile, and what was committed stays.
 */
export interface Store {
  state(): Promise<StoreState>;
  /** One answer per key, in their order. */
  get<T extends Table>(table: T, keys: readonly Key[]): Promise<readonly (Rows[T] | undefined)[]>;
  /** By ascending key. */
  range<T extends Table>(table: T, options?: RangeOptions): Promise<readonly Rows[T][]>;
  count(table: Table): Promise<number>;
  /** Papers with any of these lookup texts, one list per text; a keyed read. Those in the trash are among them. */
  lookup(texts: readonly string[]): Promise<readonly (readonly StoredRecord[])[]>;
  /** What changed after a change, at least `limit` papers where there are as many (one commit is told as a whole); undefined where the store does not remember that far back: read everything. */
  changedSince(change: number, limit: number): Promise<ChangedPage | undefined>;
  /** All of it or nothing. Answers with the state after it. @throws Outrun, StoreFull, StoreDamaged */
  commit(changes: readonly Change[], options?: CommitOptions): Promise<StoreState>;
}

/** Somebody else committed first: read again. */
export class Outrun extends Error {
  override name = 'Outrun';
}

/** There is no room on the device. Nothing of the commit was written. */
export class StoreFull extends Error {
  override name = 'StoreFull';
  constructor(options?: ErrorOptions) {
    super('There is no room left on this device: nothing was changed. Free some space, or delete snapshots, and try again.', options);
  }
}

/** The database cannot be read or written. */
export class StoreDamaged extends Error {
  override name = 'StoreDamaged';
}
