import { Outrun, type Change, type CommitOptions, type Store, type StoreState, type Table } from './store.ts';
import type { FullRecord, Id, StoredCollection, StoredLens, StoredRecord, StoredUndo } from './stored.ts';

/**
 * The one queue of writes. Each is planned from what the store holds, then committed as one transaction that fails where
 * somebody else was faster; it is then planned anew. A write that is rejected leaves the store and the queue as they were.
 */
export class Writer {
  readonly store: Store;
  readonly now: () => number;
  readonly #changed: (draft: Draft) => void;
  #last: Promise<unknown> = Promise.resolve();

  /** @param changed called after each commit that others should hear of. */
  constructor(store: Store, { now = Date.now, changed = () => undefined }: { now?: () => number; changed?: (draft: Draft) => void } = {}) {
    this.store = store;
    this.now = now;
    this.#changed = changed;
  }

  /** Plans and commits, after all writes before it. The plan may run again and must only read. */
  write<T>(plan: (draft: Draft) => Promise<T> | T, options: Pick<CommitOptions, 'relaxed'> = {}): Promise<T> {
    const attempt = this.#last.then(() => this.#attempt(plan, options));
    this.#last = attempt.catch(() => undefined);
    return attempt;
  }

  async #attempt<T>(plan: (draft: Draft) => Promise<T> | T, options: Pick<CommitOptions, 'relaxed'>): Promise<T> {
    for (let tries = 1; ; tries++) {
      const draft = new Draft(this.store, await this.store.state(), this.now());
      const result = await plan(draft);
      const changes = draft.finish();
      if (changes.length === 0) return result;
      try {
        await this.store.commit(changes, { ...options, expects: draft.state.change });
        this.#changed(draft);
        return result;
      } catch (problem) {
        if (!(problem instanceof Outrun) || tries === mostTries) throw problem;
      }
    }
  }
}

/** What one write will change, with what it was before for the undo. */
export class Draft {
  readonly state: StoreState;
  readonly now: number;
  readonly #store: Store;
  readonly #changes: Change[] = [];
  readonly #before = new Map<Id, StoredUndo['before'][number]>();
  readonly #collections: { id: Id; collection: StoredCollection | null }[] = [];
  readonly #lenses: { id: Id; lens: StoredLens | null }[] = [];
  #undo: { what: string; token: Id; part: number } | undefined;
  #nextId: Id;

  constructor(store: Store, state: StoreState, now: number) {
    this.#store = store;
    this.state = state;
    this.now = now;
    this.#nextId = state.nextId;
  }

  /** Whether papers, collections or lenses change: what open pages show is then out of date. */
  get isSeen(): boolean {
    return this.#changes.some((change) => seen.has('put' in change ? change.put : 'delete' in change ? change.delete : change.clear));
  }

  /** The changes so far. */
  get changes(): readonly Change[] {
    return this.#changes;
  }

  /** A new id. */
  id(): Id {
    return this.#nextId++;
  }

  /** Papers with their abstracts; those that are not there are left out. */
  async read(ids: readonly Id[]): Promise<FullRecord[]> {
    return readFull(this.#store, ids);
  }

  /** Puts a paper. `before` is null where it is new. */
  put(after: FullRecord, before: FullRecord | null): void {
    const { id } = after.record;
    this.#keep(id, before, before === null || before.abstract !== after.abstract);
    this.#changes.push({ put: 'record', row: after.record });
    if (before?.abstract !== after.abstract) this.#changes.push({ put: 'abstract', row: { id, text: after.abstract } });
  }

  /** Puts a paper whose abstract stays as it is. */
  putRecord(after: StoredRecord, before: StoredRecord): void {
    if (!this.#before.has(before.id)) this.#before.set(before.id, { id: before.id, record: before });
    this.#changes.push({ put: 'record', row: after });
  }

  remove(before: FullRecord): void {
    const { id } = before.record;
    this.#keep(id, before, true);
    this.#changes.push({ delete: 'record', key: id }, { delete: 'abstract', key: id });
  }

  putCollection(after: StoredCollection | null, before: StoredCollection | null): void {
    const id = (after ?? before)?.id ?? 0;
    this.#collections.push({ id, collection: before });
    this.#changes.push(after === null ? { delete: 'collection', key: id } : { put: 'collection', row: after });
  }

  putLens(after: StoredLens | null, before: StoredLens | null): void {
    const id = (after ?? before)?.id ?? 0;
    this.#lenses.push({ id, lens: before });
    this.#changes.push(after === null ? { delete: 'lens', key: id } : { put: 'lens', row: after });
  }

  /** A change that no undo takes back. */
  add(...changes: readonly Change[]): void {
    this.#changes.push(...changes);
  }

  /** Makes this write one that can be taken back; the token, or that of the undo it adds a part to. Null where nothing changes. */
  undoable(what: string, to?: { readonly token: Id; readonly part: number }): Id | null {
    if (this.#before.size + this.#collections.length + this.#lenses.length === 0) return to?.token ?? null;
    this.#undo = { what, token: to?.token ?? this.id(), part: to?.part ?? 0 };
    return this.#undo.token;
  }

  /** The changes of the whole write. */
  finish(): readonly Change[] {
    if (this.#undo === undefined) return this.#changes;
    const row: StoredUndo = {
      ...this.#undo, when: this.now, change: this.state.change + 1, before: [...this.#before.values()],
      ...(this.#collections.length > 0 && { collections: this.#collections }), ...(this.#lenses.length > 0 && { lenses: this.#lenses }),
    };
    return [...this.#changes, { put: 'undo', row }];
  }

  #keep(id: Id, before: FullRecord | null, withAbstract: boolean): void {
    // Put twice in one write: what it was before the first counts.
    if (this.#before.has(id)) return;
    this.#before.set(id, before === null ? { id, record: null } : { id, record: before.record, ...(withAbstract && { abstract: before.abstract }) });
  }
}

/** Papers with their abstracts, in the order of the ids; those that are not there are left out. */
export async function readFull(store: Store, ids: readonly Id[]): Promise<FullRecord[]> {
  const [records, abstracts] = await Promise.all([store.get('record', ids), store.get('abstract', ids)]);
  return records.flatMap((record, at) => (record === undefined ? [] : [{ record, abstract: abstracts[at]?.text ?? '' }]));
}

const seen = new Set<Table>(['record', 'collection', 'lens', 'settings']);
const mostTries = 5;
