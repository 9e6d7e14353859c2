import { matchMentions } from './match.ts';
import { improve, newRecord } from './record.ts';
import type { SaveDone } from './reader-views.ts';
import type { FullRecord, Id, StagedPaper } from './stored.ts';
import { nothingDone } from './undo.ts';
import type { Draft, Writer } from './writer.ts';

/** Where a saved paper goes; absent: as the reader set it. */
export type SaveTo = { readonly collection: Id | null } | { readonly name: string };

/** Saves papers that the reader chose on a page. Those that are there are improved. One commit, one undo. */
export function save(writer: Writer, papers: readonly StagedPaper[], to?: SaveTo): Promise<SaveDone> {
  return writer.write(async (draft) => {
    const collections = await collectionsFor(writer, draft, to);
    const written = new Map<Id, { before: FullRecord | null; after: FullRecord }>();
    let [saved, improved] = [0, 0];
    const met = await matchMentions(writer.store, papers);
    const known = new Map((await draft.read(met.flatMap((match) => (match?.found.kind === 'same' ? [match.record.id] : [])))).map((full) => [full.record.id, full]));
    const fresh: FullRecord[] = [];
    for (const [at, paper] of papers.entries()) {
      if (paper.title.trim() === '' && paper.arxivId === undefined && paper.doi === undefined) continue;
      const match = met[at];
      const there = match?.found.kind === 'same' ? known.get(match.record.id) : fresh.find(({ record }) => record.key === newRecord(0, paper, [], 0).record.key);
      if (there === undefined) {
        const full = newRecord(draft.id(), paper, collections, draft.now);
        written.set(full.record.id, { before: null, after: full });
        fresh.push(full);
        saved++;
        continue;
      }
      const { id } = there.record;
      const is = written.get(id)?.after ?? there;
      const { full, fills } = improve(is, paper, collections, draft.now);
      if (fills.length === 0) continue;
      if (!written.has(id)) improved++;
      written.set(id, { before: written.get(id)?.before ?? (fresh.includes(there) ? null : there), after: full });
    }
    for (const { before, after } of written.values()) draft.put(after, before);
    const what = [saved > 0 ? `Saved ${count(saved)}` : '', improved > 0 ? `${count(improved)} already there, completed` : ''].filter(Boolean).join('; ') || 'Already there';
    return { ...(written.size === 0 ? nothingDone(what) : { undo: draft.undoable(what), what, papers: [...written.keys()] }), saved, improved };
  });
}

async function collectionsFor(writer: Writer, draft: Draft, to: SaveTo | undefined): Promise<Id[]> {
  if (to !== undefined && 'name' in to) return [await collectionNamed(writer, draft, to.name)];
  const [settings] = to === undefined ? await writer.store.get('settings', ['settings']) : [];
  const id = to === undefined ? (settings?.saveTo ?? null) : to.collection;
  const [there] = id === null ? [] : await writer.store.get('collection', [id]);
  return there === undefined ? [] : [there.id];
}

/** The collection of that name; made where there is none. */
export async function collectionNamed(writer: Writer, draft: Draft, name: string): Promise<Id> {
  const clean = name.trim().slice(0, 200) || 'Unnamed';
  const there = (await writer.store.range('collection')).find((collection) => collection.name.toLowerCase() === clean.toLowerCase());
  if (there !== undefined) return there.id;
  const id = draft.id();
  draft.putCollection({ id, name: clean, isOn: true, added: draft.now }, null);
  return id;
}

export const count = (papers: number): string => (papers === 1 ? '1 paper' : `${papers.toLocaleString('en')} papers`);
