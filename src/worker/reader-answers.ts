import type { WorkerHandlers } from '../browser/messages.ts';
import { storageFigures } from '../browser/storage-figures.ts';
import { Reader, type ReaderOptions } from '../library/reader.ts';
import { merge, mergeOf } from '../library/change-papers.ts';
import { detailOf } from '../library/listing.ts';
import { save } from '../library/save.ts';
import { undo } from '../library/undo.ts';
import type { ReaderContract } from '../messages/reader-contract.ts';

type ReaderHandlers = Pick<WorkerHandlers, keyof ReaderContract>;

/** The reader's own papers and the answers to messages about them. */
export function openReader(options: ReaderOptions): { readonly reader: Reader; readonly answers: ReaderHandlers } {
  const reader = new Reader(options);
  return { reader, answers: answersOf(reader) };
}

function answersOf(reader: Reader): ReaderHandlers {
  const { listing, organizer, papers, imports, exports, snapshots, writer } = reader;
  const { which } = listing;
  return {
    save: ({ papers, seenAt, to }) => save(writer, papers.map((seen) => ({ abstract: '', authors: [], ...seen, tags: [], note: '', isRead: false, collections: [], ...(seenAt !== undefined && { seenAt }) })), to),
    undo: ({ token }) => undo(writer, token),
    standing: () => reader.standing(),
    collections: () => organizer.collections(),
    papers: ({ query, from, limit }) => listing.page(query, from, limit),
    paperIds: ({ query }) => listing.ids(query),
    detail: ({ id }) => listing.detail(id),
    edit: ({ id, fields }) => papers.edit(id, fields),
    note: ({ id, note }) => papers.note(id, note),
    markRead: async ({ which: named, isRead }) => papers.markRead(await which(named), isRead),
    tagPapers: async ({ which: named, add, remove }) => {
      const ids = await which(named);
      return reader.bulk(ids, 'changing tags', () => papers.tag(ids, add, remove));
    },
    place: async ({ which: named, to, from }) => {
      const ids = await which(named);
      const shipped = ids.some((id) => id < 0) ? await reader.bundled() : [];
      return reader.bulk(ids, 'moving papers', () => papers.place(ids, to, from, shipped));
    },
    trash: async ({ which: named }) => {
      const ids = await which(named);
      return reader.bulk(ids, 'deleting papers', () => papers.trash(ids));
    },
    restore: async ({ which: named }) => papers.restore(await which(named)),
    emptyTrash: async () => {
      await snapshots.take('before emptying the trash');
      return papers.emptyTrash();
    },
    duplicates: ({ limit }) => organizer.duplicates(limit),
    mergePreview: async ({ ids }) => {
      const { merged } = await mergeOf(writer, ids);
      return detailOf(merged.record, merged.abstract);
    },
    merge: ({ ids, fields }) => merge(writer, ids, fields),
    addCollection: ({ name }) => organizer.addCollection(name),
    renameCollection: ({ id, name }) => organizer.renameCollection(id, name),
    removeCollection: ({ id, papers }) => organizer.removeCollection(id, papers),
    switchCollection: ({ id, isOn }) => organizer.switchCollection(id, isOn),
    tags: () => organizer.tags(),
    renameTag: ({ from, to }) => organizer.renameTag(from, to),
    sources: () => organizer.sources(),
    lenses: () => organizer.lenses(),
    setLens: async ({ id }) => {
      await organizer.changeSettings({ lens: id });
      return reader.standing();
    },
    nextLens: async ({ after }) => {
      const ids = [null, ...(await organizer.lenses()).lenses.map(({ id }) => id)];
      // A lens that is no more has "All" behind it.
      await organizer.changeSettings({ lens: ids[(ids.indexOf(after) + 1) % ids.length] ?? null });
      return reader.standing();
    },
    putLens: ({ id, name, scope }) => organizer.putLens(id, name, scope),
    removeLens: ({ id }) => organizer.removeLens(id),
    settings: () => organizer.settings(),
    changeSettings: (changes) => organizer.changeSettings(changes),
    formats: () => reader.formats(),
    startImport: ({ source, format, collection }) => imports.start(source, format, collection),
    jobs: () => imports.jobs(),
    continueJob: ({ job }) => imports.continue(job),
    preview: ({ job, kind, from, limit }) => imports.preview(job, kind, from, limit),
    problemsFile: async ({ job }) => exports.keep(new Blob([await imports.problemsText(job)], { type: 'text/plain;charset=utf-8' }), 'paperkin-skipped-entries.txt', 0),
    commitImport: ({ job }) => imports.commit(job),
    cancelJob: ({ job }) => imports.cancel(job),
    dismissJob: ({ job }) => imports.dismiss(job),
    exportFile: async ({ which: named, format }) => exports.file(await which(named), format),
    exportText: async ({ which: named, format }) => {
      const ids = await which(named);
      if (ids.length > 1_000) throw new Error('These are too many papers for the clipboard: export them as a file.');
      return exports.text(ids, format);
    },
    snapshots: () => snapshots.list(),
    takeSnapshot: () => snapshots.take('taken by hand'),
    removeSnapshot: ({ id }) => snapshots.remove(id),
    restorePreview: ({ snapshot }) => snapshots.preview(snapshot),
    restoreSnapshot: ({ snapshot }) => snapshots.restore(snapshot),
    backupFile: () => reader.backupFile(),
    readBackup: ({ source }) => reader.readBackup(source),
    storage: async () => ({ ...(await reader.storage()), ...(await storageFigures()) }),
    dismissProblem: () => reader.dismissProblem(),
  };
}
