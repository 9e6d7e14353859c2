import type { Paper } from '../paper/paper.ts';
import { edited, improve, newRecord } from './record.ts';
import type { Done } from './reader-views.ts';
import { count } from './save-to.ts';
import type { Field, FullRecord, Id, StagedPaper, StoredRecord } from './stored.ts';
import { nothingDone } from './undo.ts';
import { readFull, type Writer } from './writer.ts';
import { matchMentions } from './match.ts';

export type Edit = { readonly [F in Field]?: string | number | readonly string[] | null };

/** What the reader does to papers by hand. Each is one commit and one undo, whatever the number of papers. */
export class PaperChanges {
  readonly #writer: Writer;

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  edit(id: Id, fields: Edit): Promise<Done> {
    return this.#writer.write(async (draft) => {
      const [full] = await draft.read([id]);
      if (full === undefined) throw new Error('this paper is not there any more');
      draft.put(edited(full, fields, draft.now), full);
      const what = 'Changed a paper';
      return { undo: draft.undoable(what), what, papers: [id] };
    });
  }

  note = (id: Id, note: string): Promise<Done> => this.#each([id], () => 'Changed a note', (record) => ({ ...record, note }));

  markRead = (ids: readonly Id[], isRead: boolean): Promise<Done> =>
    this.#each(ids, (papers) => `Marked ${count(papers)} as ${isRead ? 'read' : 'unread'}`, (record) => ({ ...record, isRead }));

  tag = (ids: readonly Id[], add: readonly string[], remove: readonly string[]): Promise<Done> =>
    this.#each(
      ids,
      (papers) => `Changed tags of ${count(papers)}`,
      (record) => ({ ...record, tags: [...new Set([...record.tags.filter((tag) => !remove.includes(tag)), ...add.map((tag) => tag.trim()).filter((tag) => tag !== '')])] }),
    );

  trash = (ids: readonly Id[]): Promise<Done> =>
    this.#each(ids, (papers) => `Deleted ${count(papers)}`, (record, now) => (record.trashed === undefined ? { ...record, trashed: now } : record));

  restore = (ids: readonly Id[]): Promise<Done> =>
    this.#each(ids, (papers) => `Restored ${count(papers)}`, (record) => {
      const { trashed: _, ...living } = record;
      return living;
    });

  /** Into a collection, and out of another. Papers that ship are copied, to be the reader's own. */
  place(ids: readonly Id[], to: Id | null, from: Id | null, bundled: readonly Paper[] = []): Promise<Done> {
    return this.#writer.write(async (draft) => {
      const [target] = to === null ? [] : await this.#writer.store.get('collection', [to]);
      if (to !== null && target === undefined) throw new Error('this collection is not there any more');
      let papers = 0;
      for (const record of await existing(this.#writer, ids)) {
        const collections = [...new Set([...record.collections.filter((id) => id !== from), ...(to === null ? [] : [to])])];
        if (collections.length === record.collections.length && collections.every((id, at) => id === record.collections[at])) continue;
        draft.putRecord({ ...record, collections, updated: draft.now }, record);
        papers++;
      }
      const copies = ids.flatMap((id) => (id < 0 ? (bundled[-id - 1] ?? []) : [])).map(stagedOf);
      const met = await matchMentions(this.#writer.store, copies);
      for (const [at, copy] of copies.entries()) {
        const match = met[at];
        const [there] = match?.found.kind === 'same' ? await draft.read([match.record.id]) : [];
        const into = to === null ? [] : [to];
        if (there === undefined) draft.put(newRecord(draft.id(), copy, into, draft.now), null);
        else draft.put(improve(there, copy, into, draft.now).full, there);
        papers++;
      }
      const what = target === undefined ? `Took ${count(papers)} out of a collection` : `${from === null ? 'Added' : 'Moved'} ${count(papers)} to ${target.name}`;
      return papers === 0 ? nothingDone('Nothing to move') : { undo: draft.undoable(what), what, papers: ids };
    });
  }

  /** Deletes what is in the trash, or that part of it which is older, for good; how many papers that were. */
  emptyTrash(olderThan = Infinity): Promise<number> {
    return this.#writer.write(async (draft) => {
      const records = (await this.#writer.store.range('record')).filter(({ trashed }) => trashed !== undefined && trashed < olderThan);
      draft.add(...records.flatMap(({ id }) => [{ delete: 'record', key: id }, { delete: 'abstract', key: id }] as const));
      return records.length;
    });
  }

  #each(ids: readonly Id[], what: (papers: number) => string, change: (record: StoredRecord, now: number) => StoredRecord): Promise<Done> {
    return this.#writer.write(async (draft) => {
      const changed: Id[] = [];
      for (const record of await existing(this.#writer, ids)) {
        const next = change(record, draft.now);
        if (JSON.stringify(next) === JSON.stringify(record)) continue;
        draft.putRecord({ ...next, updated: draft.now }, record);
        changed.push(record.id);
      }
      const words = what(changed.length);
      return changed.length === 0 ? nothingDone(words) : { undo: draft.undoable(words), what: words, papers: changed };
    });
  }
}

/** Papers of the reader's own by id; ids of others, and of papers that are gone, are passed over. */
async function existing(writer: Writer, ids: readonly Id[]): Promise<StoredRecord[]> {
  return (await writer.store.get('record', [...new Set(ids)].filter((id) => id > 0))).filter((record) => record !== undefined);
}

/** A paper that ships, as one to be saved. */
export function stagedOf(paper: Paper): StagedPaper {
  const { key: _, ...fields } = paper;
  return { ...fields, tags: [], note: '', isRead: false, collections: [] };
}

/** Several papers made one: the first stays, its blanks filled from the others in their order; what the reader chose goes before all. */
export async function mergeOf(writer: Writer, ids: readonly Id[], fields: Edit = {}): Promise<{ merged: FullRecord; first: FullRecord; rest: readonly FullRecord[] }> {
  const [first, ...rest] = await readFull(writer.store, [...new Set(ids)].filter((id) => id > 0));
  if (first === undefined || rest.length === 0) throw new Error('two papers or more are needed to merge');
  let merged = first;
  for (const { record, abstract } of rest) {
    const { year, arxivId, version, doi, venue, url, seenAt } = record;
    const other: StagedPaper = {
      title: record.title, abstract, authors: record.authors, tags: record.tags, note: record.note, isRead: record.isRead, collections: [],
      ...(year !== undefined && { year }), ...(arxivId !== undefined && { arxivId }), ...(version !== undefined && { version }), ...(doi !== undefined && { doi }),
      ...(venue !== undefined && { venue }), ...(url !== undefined && { url }), ...(seenAt !== undefined && { seenAt }),
    };
    merged = improve(merged, other, record.collections, writer.now()).full;
  }
  const added = Math.min(first.record.added, ...rest.map(({ record }) => record.added));
  return { merged: edited({ ...merged, record: { ...merged.record, added } }, fields, writer.now()), first, rest };
}

/** Makes several papers one. The others leave the store; the undo brings them back. */
export function merge(writer: Writer, ids: readonly Id[], fields: Edit): Promise<Done> {
  return writer.write(async (draft) => {
    const { merged, first, rest } = await mergeOf(writer, ids, fields);
    draft.put(merged, first);
    for (const full of rest) draft.remove(full);
    const what = `Merged ${count(rest.length + 1)}`;
    return { undo: draft.undoable(what), what, papers: [first.record.id, ...rest.map(({ record }) => record.id)] };
  });
}
