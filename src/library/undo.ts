import type { Done } from './reader-views.ts';
import type { Draft, Writer } from './writer.ts';
import { type StoredUndo, type Id } from './stored.ts';
import { readFull } from './writer.ts';

const MONTH = 30 * 24 * 3600 * 1000;
const MOST_TOKENS = 300;

/** Nothing was changed. */
export const nothingDone = (what: string): Done => ({ undo: null, what, papers: [] });

/**
 * Takes back what a token names: every paper is what it was before. A paper that was changed since stays as it is, for
 * nothing that the reader did later is lost; one that was new and was changed since goes to the trash. Can be taken back itself.
 */
export function undo(writer: Writer, token: Id): Promise<Done> {
  return writer.write(async (draft) => {
    const parts = await writer.store.range('undo', { from: [token, 0], to: [token, Infinity] });
    const latest = parts.at(-1);
    if (latest === undefined) return nothingDone('This was taken back already, or is too long ago.');
    const { papers, kept } = await takeBack(writer, draft, parts);
    draft.add({ clear: 'undo', from: [token, 0], to: [token, Infinity] });
    const what = `Undone: ${latest.what}${kept === 0 ? '' : `; ${kept} changed since and left as they are`}`;
    return { undo: draft.undoable(what), what, papers };
  });
}

/** Plans what takes back the parts of one undo: the papers, and how many stay because they were changed since. */
export async function takeBack(writer: Writer, draft: Draft, parts: readonly StoredUndo[]): Promise<{ papers: Id[]; kept: number }> {
  const papers: Id[] = [];
  let kept = 0;
  // The oldest state of a paper counts, and the newest change to it is that of the last part.
  const before = new Map([...parts].reverse().flatMap((part) => part.before.map((was) => [was.id, was] as const)));
  const last = new Map(parts.flatMap((part) => part.before.map(({ id }) => [id, part.change] as const)));
  const ids = [...before.keys()];
  const now = new Map((await readFull(writer.store, ids)).map((full) => [full.record.id, full]));
  for (const [id, was] of before) {
    const is = now.get(id);
    const isChanged = is !== undefined && is.record.changed > (last.get(id) ?? 0);
    if (was.record === null) {
      if (is === undefined) continue;
      if (isChanged) draft.putRecord({ ...is.record, trashed: draft.now }, is.record);
      else draft.remove(is);
    } else if (isChanged) {
      kept++;
      continue;
    } else draft.put({ record: was.record, abstract: was.abstract ?? is?.abstract ?? '' }, is ?? null);
    papers.push(id);
  }
  for (const { collections = [], lenses = [] } of parts) {
    const [collectionsNow, lensesNow] = await Promise.all([writer.store.get('collection', collections.map(({ id }) => id)), writer.store.get('lens', lenses.map(({ id }) => id))]);
    for (const [at, { collection }] of collections.entries()) draft.putCollection(collection, collectionsNow[at] ?? null);
    for (const [at, { lens }] of lenses.entries()) draft.putLens(lens, lensesNow[at] ?? null);
  }
  return { papers, kept };
}

/** Forgets what is too long ago to be taken back. */
export async function forgetOldUndo(writer: Writer): Promise<void> {
  const all = await writer.store.range('undo');
  const tokens = new Map(all.map(({ token, when }) => [token, when]));
  const old = [...tokens].filter(([, when], at) => when < writer.now() - MONTH || at < tokens.size - MOST_TOKENS);
  if (old.length > 0) await writer.write((draft) => draft.add(...old.map(([token]) => ({ clear: 'undo', from: [token, 0], to: [token, Infinity] }) as const)));
}
