import { planPapers } from './plan-papers.ts';
import type { SaveDone } from './reader-views.ts';
import { collectionsFor, count, type SaveTo } from './save-to.ts';
import type { StagedPaper } from './stored.ts';
import { nothingDone } from './undo.ts';
import type { Writer } from './writer.ts';

/** Saves papers that the reader chose on a page. Those that are there are improved. One commit, one undo. */
export function save(writer: Writer, papers: readonly StagedPaper[], to?: SaveTo): Promise<SaveDone> {
  return writer.write(async (draft) => {
    const named = papers.filter(({ title, arxivId, doi }) => title.trim() !== '' || arxivId !== undefined || doi !== undefined);
    const planned = await planPapers(writer, draft, writer.store, named, named.length === 0 ? [] : await collectionsFor(writer, draft, to));
    const { new: saved, merged: improved, ids } = planned;
    const what = [saved > 0 ? `Saved ${count(saved)}` : '', improved > 0 ? `${count(improved)} already there, completed` : ''].filter(Boolean).join('; ') || 'Already there';
    return { ...(ids.length === 0 ? nothingDone(what) : { undo: draft.undoable(what), what, papers: ids }), saved, improved };
  });
}
