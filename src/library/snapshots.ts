import { pack, unpack } from './pack.ts';
import type { RestoreView, SnapshotView } from './reader-views.ts';
import type { Change } from './store.ts';
import { DEFAULTS, type FullRecord, type Id, type SnapshotPart, type StoredRecord, type StoredSnapshot } from './stored.ts';
import { type Draft, readFull, type Writer } from './writer.ts';

/** Papers of so many ids in a row lie in one part, which the next snapshot uses again where none of them changed. */
const BLOCK = 512;
const DAY = 24 * 3600 * 1000;
/** The newest are kept, one of each day for a fortnight, one of each month for a year. */
const KEPT = { newest: 10, days: 14, months: 12 } as const;
const EXAMPLES = 20;

/** The library as it was: taken before whatever changes much, and once on a day with changes. */
export class Snapshots {
  readonly #writer: Writer;

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  async list(): Promise<readonly SnapshotView[]> {
    return (await this.#writer.store.range('snapshot')).map(viewOf).sort((a, b) => b.when - a.when || b.id - a.id);
  }

  /** Takes one; nothing is written between its parts, for it waits in the queue of writes. */
  take(why: string): Promise<SnapshotView> {
    return this.#writer.write(async (draft) => viewOf(await this.#plan(draft, why)));
  }

  /** Takes one where papers changed since the last, and that is a day ago or more. */
  async takeDaily(): Promise<void> {
    const [last] = [...(await this.#writer.store.range('snapshot'))].sort((a, b) => b.when - a.when);
    const { change } = await this.#writer.store.state();
    if (change === (last?.change ?? 0) || this.#writer.now() - (last?.when ?? 0) < DAY) return;
    await this.take('daily');
  }

  remove(id: Id): Promise<null> {
    return this.#writer.write(async (draft) => {
      draft.add(...(await this.#forget(new Set([id]))));
      return null;
    });
  }

  /** Removes those that are too many and too old, and parts that no other uses. */
  prune(): Promise<null> {
    return this.#writer.write(async (draft) => {
      const kept = new Set(keptOf(await this.#writer.store.range('snapshot'), draft.now));
      const gone = (await this.#writer.store.range('snapshot')).filter(({ id }) => !kept.has(id)).map(({ id }) => id);
      if (gone.length > 0) draft.add(...(await this.#forget(new Set(gone))));
      return null;
    });
  }

  /** What a restore would do, by comparing every paper. */
  async preview(id: Id): Promise<RestoreView> {
    const snapshot = await this.#snapshot(id);
    const then = new Map((await this.papers(snapshot)).map((full) => [full.record.id, full]));
    const now = new Map((await allFull(this.#writer)).map((full) => [full.record.id, full]));
    const back = [...then.values()].filter(({ record }) => isLiving(record) && !isLiving(now.get(record.id)?.record));
    const gone = [...now.values()].filter(({ record }) => isLiving(record) && !isLiving(then.get(record.id)?.record));
    const changed = [...then.values()].filter((full) => isLiving(full.record) && isLiving(now.get(full.record.id)?.record) && !isEqual(full, now.get(full.record.id)));
    return { snapshot: viewOf(snapshot), back: back.length, gone: gone.length, changed: changed.length, examples: { back: titles(back), gone: titles(gone), changed: titles(changed) } };
  }

  /** Makes the library what it was, in one commit with a snapshot of what it is now; that one is the answer. */
  restore(id: Id): Promise<SnapshotView> {
    return this.#writer.write(async (draft) => {
      const snapshot = await this.#snapshot(id);
      const then = await this.papers(snapshot);
      const saved = await this.#plan(draft, `before going back to ${new Date(snapshot.when).toISOString().slice(0, 16).replace('T', ' ')}`);
      const now = new Map((await allFull(this.#writer)).map((full) => [full.record.id, full]));
      const changes: Change[] = [];
      for (const full of then) {
        if (!isEqual(full, now.get(full.record.id))) changes.push({ put: 'record', row: full.record }, { put: 'abstract', row: { id: full.record.id, text: full.abstract } });
        now.delete(full.record.id);
      }
      for (const gone of now.keys()) changes.push({ delete: 'record', key: gone }, { delete: 'abstract', key: gone });
      changes.push({ clear: 'collection', from: 0, to: Infinity }, { clear: 'lens', from: 0, to: Infinity });
      for (const row of snapshot.collections) changes.push({ put: 'collection', row });
      for (const row of snapshot.lenses) changes.push({ put: 'lens', row });
      changes.push({ put: 'settings', row: { ...DEFAULTS, ...snapshot.settings } });
      draft.add(...changes);
      return viewOf(saved);
    });
  }

  /** All papers of a snapshot. @throws where a part is missing or damaged. */
  async papers(snapshot: StoredSnapshot): Promise<FullRecord[]> {
    const parts = await this.#writer.store.get('part', snapshot.parts.map(({ key }) => key));
    const papers: FullRecord[] = [];
    for (const part of parts) {
      if (part === undefined) throw new Error('a part of this snapshot is missing');
      for (const full of part.papers ?? ((await unpack(part.bytes ?? new ArrayBuffer())) as FullRecord[])) papers.push(full);
    }
    return papers;
  }

  async snapshot(id: Id): Promise<StoredSnapshot> {
    return this.#snapshot(id);
  }

  async #plan(draft: Draft, why: string): Promise<StoredSnapshot> {
    const { store } = this.#writer;
    const [last] = (await store.range('snapshot')).filter(({ parts }) => parts.every(({ key }) => key.startsWith('papers '))).sort((a, b) => b.change - a.change);
    const changed = last === undefined ? undefined : await blocksChangedSince(this.#writer, last.change);
    const parts: StoredSnapshot['parts'][number][] = [];
    for (let block = 0; block * BLOCK < draft.state.nextId; block++) {
      const before = changed === undefined || changed.has(block) ? undefined : last?.parts.find((part) => part.block === block);
      if (before !== undefined) {
        parts.push(before);
        continue;
      }
      const records = await store.range('record', { from: block * BLOCK, to: block * BLOCK + BLOCK - 1 });
      if (records.length === 0) continue;
      const bytes = await pack(await readFull(store, records.map(({ id }) => id)));
      const key = `papers ${block} ${draft.state.change} ${draft.now}`;
      const row: SnapshotPart = { key, bytes };
      draft.add({ put: 'part', row });
      parts.push({ key, block, papers: records.length, bytes: bytes.byteLength });
    }
    const [collections, lenses, [settings = DEFAULTS]] = await Promise.all([store.range('collection'), store.range('lens'), store.get('settings', ['settings'])]);
    const row: StoredSnapshot = {
      id: draft.id(), when: draft.now, why, change: draft.state.change, parts, collections, lenses, settings,
      papers: parts.reduce((sum, part) => sum + part.papers, 0),
      bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
    };
    draft.add({ put: 'snapshot', row });
    return row;
  }

  async #forget(ids: ReadonlySet<Id>): Promise<Change[]> {
    const all = await this.#writer.store.range('snapshot');
    const used = new Set(all.filter(({ id }) => !ids.has(id)).flatMap(({ parts }) => parts.map(({ key }) => key)));
    const gone = all.filter(({ id }) => ids.has(id));
    return [...gone.map(({ id }) => ({ delete: 'snapshot', key: id }) as const), ...gone.flatMap(({ parts }) => parts).filter(({ key }) => !used.has(key)).map(({ key }) => ({ delete: 'part', key }) as const)];
  }

  async #snapshot(id: Id): Promise<StoredSnapshot> {
    const [snapshot] = await this.#writer.store.get('snapshot', [id]);
    if (snapshot === undefined) throw new Error('this snapshot is not there any more');
    return snapshot;
  }
}

export const viewOf = ({ id, when, why, papers, bytes }: StoredSnapshot): SnapshotView => ({ id, when, why, papers, bytes });

/** Which of the snapshots stay. */
export function keptOf(snapshots: readonly Pick<StoredSnapshot, 'id' | 'when'>[], now: number): Id[] {
  const newest = [...snapshots].sort((a, b) => b.when - a.when || b.id - a.id);
  const seen = new Set<string>();
  const isFirst = (part: string): boolean => !seen.has(part) && seen.add(part) !== undefined;
  return newest.flatMap(({ id, when }, at) => {
    const date = new Date(when).toISOString();
    const [day, month] = [isFirst(date.slice(0, 10)), isFirst(date.slice(0, 7))];
    return at < KEPT.newest || (day && now - when < KEPT.days * DAY) || (month && now - when < KEPT.months * 31 * DAY) ? [id] : [];
  });
}

/** All papers with their abstracts, by id. */
export async function allFull(writer: Writer): Promise<FullRecord[]> {
  const [records, abstracts] = await Promise.all([writer.store.range('record'), writer.store.range('abstract')]);
  const texts = new Map(abstracts.map(({ id, text }) => [id, text]));
  return records.map((record) => ({ record, abstract: texts.get(record.id) ?? '' }));
}

async function blocksChangedSince(writer: Writer, change: number): Promise<Set<number> | undefined> {
  const blocks = new Set<number>();
  for (let from = change; ; ) {
    const page = await writer.store.changedSince(from, 2_000);
    if (page === undefined) return undefined;
    for (const id of [...page.records.map(({ id }) => id), ...page.gone]) blocks.add(Math.floor(id / BLOCK));
    if (page.complete) return blocks;
    from = page.upTo;
  }
}

const titles = (papers: readonly FullRecord[]): string[] => papers.slice(0, EXAMPLES).map(({ record }) => record.title);

const isLiving = (record: StoredRecord | undefined): boolean => record !== undefined && record.trashed === undefined;

/** Equal in all that a reader sees. */
function isEqual({ record, abstract }: FullRecord, other: FullRecord | undefined): boolean {
  return other !== undefined && abstract === other.abstract && JSON.stringify({ ...record, changed: 0 }) === JSON.stringify({ ...other.record, changed: 0 });
}
