import { judge, matchMentions } from './match.ts';
import { improve, lookupTexts, newRecord } from './record.ts';
import { collectionNamed } from './save.ts';
import type { Shelf } from './shelf.ts';
import type { FullRecord, Id, JobCounts, StagedPaper } from './stored.ts';
import type { Draft, Writer } from './writer.ts';

/**
 * Plans the papers of one block of an import. Everything is judged anew: the library may have changed since the preview.
 * A paper that is there gets its blanks filled; entries of one block that are one paper become one.
 */
export async function planPapers(writer: Writer, draft: Draft, shelf: Shelf, papers: readonly StagedPaper[], into: Id | null): Promise<Omit<JobCounts, 'problems'>> {
  const names = await collectionIds(writer, draft, papers);
  const met = await matchMentions(shelf, papers);
  const there = new Map((await draft.read(met.flatMap((match) => (match?.found.kind === 'same' ? [match.record.id] : [])))).map((full) => [full.record.id, full]));
  const written = new Map<Id, { before: FullRecord | null; after: FullRecord }>();
  const fresh = new Map<string, Id[]>();
  const counts = { new: 0, merged: 0, same: 0 };
  for (const [at, paper] of papers.entries()) {
    const collections = [...(into === null ? [] : [into]), ...paper.collections.flatMap((name) => names.get(name) ?? [])];
    const match = met[at];
    const id = match?.found.kind === 'same' ? match.record.id : sameOfBlock(paper, fresh, written);
    const is = id === undefined ? undefined : (written.get(id)?.after ?? there.get(id));
    if (id === undefined || is === undefined) {
      const after = newRecord(draft.id(), paper, collections, draft.now);
      written.set(after.record.id, { before: null, after });
      for (const text of after.record.lookup) fresh.set(text, [...(fresh.get(text) ?? []), after.record.id]);
      counts.new++;
      continue;
    }
    const { full, fills } = improve(is, paper, collections, draft.now);
    counts[fills.length === 0 ? 'same' : 'merged']++;
    if (fills.length > 0) written.set(id, { before: written.has(id) ? (written.get(id)?.before ?? null) : is, after: full });
  }
  for (const { before, after } of written.values()) draft.put(after, before);
  return counts;
}

function sameOfBlock(paper: StagedPaper, fresh: ReadonlyMap<string, readonly Id[]>, written: ReadonlyMap<Id, { readonly after: FullRecord }>): Id | undefined {
  const ids = new Set(lookupTexts(paper).flatMap((text) => fresh.get(text) ?? []));
  const candidates = [...ids].flatMap((id) => written.get(id)?.after.record ?? []);
  const met = candidates.length === 0 ? undefined : judge(paper, candidates);
  return met?.found.kind === 'same' ? met.record.id : undefined;
}

async function collectionIds(writer: Writer, draft: Draft, papers: readonly StagedPaper[]): Promise<Map<string, Id>> {
  const ids = new Map<string, Id>();
  const made = new Map<string, Id>();
  for (const name of new Set(papers.flatMap(({ collections }) => collections))) {
    if (name.trim() === '') continue;
    const same = name.trim().toLowerCase();
    const id = made.get(same) ?? (await collectionNamed(writer, draft, name));
    made.set(same, id);
    ids.set(name, id);
  }
  return ids;
}
