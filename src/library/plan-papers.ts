import { judge, type Lookup, matchMentions } from './match.ts';
import { improve, lookupTexts, newRecord } from './record.ts';
import { collectionNamed } from './save-to.ts';
import type { FullRecord, Id, StagedPaper } from './stored.ts';
import type { Draft, Writer } from './writer.ts';

export interface Planned {
  readonly new: number;
  /** There already, and blanks were filled. */
  readonly merged: number;
  readonly same: number;
  /** Papers that change. */
  readonly ids: readonly Id[];
}

/**
 * Plans papers that a page or a file gave. One that is there gets its blanks filled; those among them that are one paper
 * become one.
 *
 * @param lookup the store, or the shelf where there are thousands.
 */
export async function planPapers(writer: Writer, draft: Draft, lookup: Lookup, papers: readonly StagedPaper[], into: readonly Id[]): Promise<Planned> {
  const names = await collectionIds(writer, draft, papers);
  const met = await matchMentions(lookup, papers);
  const there = new Map((await draft.read(met.flatMap((match) => match?.record.id ?? []))).map((full) => [full.record.id, full]));
  const written = new Written();
  const counts = { new: 0, merged: 0, same: 0 };
  for (const [at, paper] of papers.entries()) {
    const collections = [...into, ...paper.collections.flatMap((name) => names.get(name) ?? [])];
    const known = there.get(met[at]?.record.id ?? 0);
    const is = written.meeting(paper, known);
    if (is === undefined) {
      written.keep(newRecord(draft.id(), paper, collections, draft.now), null);
      counts.new++;
      continue;
    }
    const { full, fills } = improve(is, paper, collections, draft.now);
    counts[fills.length === 0 ? 'same' : 'merged']++;
    if (fills.length > 0) written.keep(full, is);
  }
  return { ...counts, ids: written.putAll(draft) };
}

/** Papers as they will be, while the plan is made. */
class Written {
  readonly #papers = new Map<Id, { readonly before: FullRecord | null; readonly after: FullRecord }>();
  readonly #byText = new Map<string, Set<Id>>();

  /** The paper that a mention is: the one known of the store as it is by now, or one of these; by id before title. */
  meeting(paper: StagedPaper, known: FullRecord | undefined): FullRecord | undefined {
    const now = new Map<Id, FullRecord>();
    const add = (full: FullRecord | undefined): void => {
      if (full !== undefined) now.set(full.record.id, full);
    };
    add(known && (this.#papers.get(known.record.id)?.after ?? known));
    for (const text of lookupTexts(paper)) for (const id of this.#byText.get(text) ?? []) add(this.#papers.get(id)?.after);
    const met = now.size === 0 ? undefined : judge(paper, [...now.values()].map(({ record }) => record));
    return met?.found.kind === 'same' ? now.get(met.record.id) : undefined;
  }

  keep(after: FullRecord, before: FullRecord | null): void {
    const { id, lookup } = after.record;
    const first = this.#papers.get(id);
    this.#papers.set(id, { before: first === undefined ? before : first.before, after });
    for (const text of lookup) this.#byText.set(text, (this.#byText.get(text) ?? new Set()).add(id));
  }

  putAll(draft: Draft): readonly Id[] {
    for (const { before, after } of this.#papers.values()) draft.put(after, before);
    return [...this.#papers.keys()];
  }
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
