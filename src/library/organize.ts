import type { Paper } from '../paper/paper.ts';
import type { CollectionView, Done, DuplicateGroup, LensView, TagView } from './reader-views.ts';
import { rowOf } from './listing.ts';
import { count } from './save-to.ts';
import { bundledIsInScope, isInScope } from './scope.ts';
import { type Shelf, sourceOf } from './shelf.ts';
import { BUNDLED, DEFAULTS, type Id, type LensScope, type Settings, type StoredRecord } from './stored.ts';
import { nothingDone } from './undo.ts';
import type { Draft, Writer } from './writer.ts';

/** The reader's order: collections, tags, lenses and settings. */
export class Organizer {
  readonly #writer: Writer;
  readonly #shelf: Shelf;
  readonly #bundled: () => Promise<readonly Paper[]>;

  constructor(writer: Writer, shelf: Shelf, bundled: () => Promise<readonly Paper[]>) {
    this.#writer = writer;
    this.#shelf = shelf;
    this.#bundled = bundled;
  }

  async settings(): Promise<Settings> {
    const [settings] = await this.#writer.store.get('settings', ['settings']);
    return { ...DEFAULTS, ...settings };
  }

  changeSettings(changes: Partial<Settings>): Promise<Settings> {
    return this.#writer.write(async (draft) => {
      const row = { ...(await this.settings()), ...changes };
      draft.add({ put: 'settings', row });
      return row;
    });
  }

  /** The collection that ships first, then the reader's by name. */
  async collections(): Promise<readonly CollectionView[]> {
    const [own, living, { bundledIsOn }, bundled] = await Promise.all([this.#writer.store.range('collection'), this.#living(), this.settings(), this.#bundled()]);
    const papers = tally(living.flatMap(({ collections }) => collections));
    return [
      { id: BUNDLED, name: 'Paperkin’s own', isOn: bundledIsOn, isBundled: true, papers: bundled.length },
      ...own.map(({ id, name, isOn }) => ({ id, name, isOn, isBundled: false, papers: papers.get(id) ?? 0 })).sort((a, b) => a.name.localeCompare(b.name)),
    ];
  }

  addCollection(name: string): Promise<CollectionView> {
    return this.#writer.write(async (draft) => {
      const clean = await this.#freeName(name);
      const id = draft.id();
      draft.putCollection({ id, name: clean, isOn: true, added: draft.now }, null);
      return { id, name: clean, isOn: true, isBundled: false, papers: 0 };
    });
  }

  renameCollection(id: Id, name: string): Promise<Done> {
    return this.#writer.write(async (draft) => {
      const there = await this.#collection(id);
      draft.putCollection({ ...there, name: await this.#freeName(name, id) }, there);
      const what = `Renamed ${there.name}`;
      return { undo: draft.undoable(what), what, papers: [] };
    });
  }

  /** Its papers stay; or those that are in no other go to the trash. */
  removeCollection(id: Id, papers: 'keep' | 'trash'): Promise<Done> {
    return this.#writer.write(async (draft) => {
      const there = await this.#collection(id);
      draft.putCollection(null, there);
      for (const record of (await this.#records()).filter(({ collections }) => collections.includes(id))) {
        const collections = record.collections.filter((other) => other !== id);
        const goes = papers === 'trash' && collections.length === 0 && record.trashed === undefined;
        draft.putRecord({ ...record, collections, ...(goes && { trashed: draft.now }) }, record);
      }
      await this.#dropLenses(draft, ({ scope }) => scope.kind === 'collection' && scope.collection === id);
      const what = `Deleted the collection ${there.name}`;
      return { undo: draft.undoable(what), what, papers: [] };
    });
  }

  async switchCollection(id: Id, isOn: boolean): Promise<Done> {
    if (id === BUNDLED) {
      await this.changeSettings({ bundledIsOn: isOn });
      return nothingDone(isOn ? 'Switched on' : 'Switched off');
    }
    return this.#writer.write(async (draft) => {
      const there = await this.#collection(id);
      if (there.isOn === isOn) return nothingDone('Nothing to switch');
      draft.putCollection({ ...there, isOn }, there);
      const what = `Switched ${there.name} ${isOn ? 'on' : 'off'}`;
      return { undo: draft.undoable(what), what, papers: [] };
    });
  }

  /** Most used first. */
  tags = async (): Promise<readonly TagView[]> => views(tally((await this.#living()).flatMap(({ tags }) => tags)));

  /** Hosts that papers were saved from, most first. */
  sources = async (): Promise<readonly TagView[]> => views(tally((await this.#living()).map(sourceOf).filter((source) => source !== '')));

  renameTag(from: string, to: string): Promise<Done> {
    return this.#writer.write(async (draft) => {
      const clean = to.trim();
      const tagged = (await this.#records()).filter(({ tags }) => tags.includes(from));
      for (const record of tagged) draft.putRecord({ ...record, tags: [...new Set(record.tags.flatMap((tag) => (tag !== from ? [tag] : clean === '' ? [] : [clean])))] }, record);
      const what = clean === '' ? `Removed the tag ${from} from ${count(tagged.length)}` : `Renamed the tag ${from}`;
      return { undo: draft.undoable(what), what, papers: tagged.map(({ id }) => id) };
    });
  }

  async lenses(): Promise<{ readonly lenses: readonly LensView[]; readonly current: Id | null }> {
    const [lenses, settings, living, bundled] = await Promise.all([this.#writer.store.range('lens'), this.settings(), this.#living(), this.#bundled()]);
    return {
      lenses: lenses.map((lens) => ({ ...lens, papers: living.filter((record) => isInScope(record, lens.scope)).length + bundledInScope(bundled, lens.scope) })).sort((a, b) => a.name.localeCompare(b.name)),
      current: lenses.some(({ id }) => id === settings.lens) ? settings.lens : null,
    };
  }

  async putLens(id: Id | null, name: string, scope: LensScope): Promise<LensView> {
    const stored = await this.#writer.write(async (draft) => {
      const [before] = id === null ? [] : await this.#writer.store.get('lens', [id]);
      const lens = { id: before?.id ?? draft.id(), name: name.trim() || 'Unnamed', scope };
      draft.putLens(lens, before ?? null);
      return lens;
    });
    return { ...stored, papers: (await this.#living()).filter((record) => isInScope(record, scope)).length + bundledInScope(await this.#bundled(), scope) };
  }

  removeLens(id: Id): Promise<Done> {
    return this.#writer.write(async (draft) => {
      await this.#dropLenses(draft, (lens) => lens.id === id);
      const what = 'Deleted a lens';
      return { undo: draft.undoable(what), what, papers: [] };
    });
  }

  /** Papers of one id or one title, as far as nothing says that they are two; greatest groups first. */
  async duplicates(limit: number): Promise<readonly DuplicateGroup[]> {
    const living = await this.#living();
    const by = new Map<string, StoredRecord[]>();
    for (const record of living) for (const text of record.lookup) by.set(text, [...(by.get(text) ?? []), record]);
    const groups = [...by].flatMap(([text, records]) => {
      const isTitle = text.startsWith('t:');
      if (records.length < 2 || (isTitle && (differ(records, 'arxivId') || differ(records, 'doi')))) return [];
      return [{ by: isTitle ? ('title' as const) : ('id' as const), papers: records.map(rowOf) }];
    });
    // One group by id need not come again by title.
    const seen = new Set<string>();
    return groups
      .sort((a, b) => Number(a.by === 'title') - Number(b.by === 'title') || b.papers.length - a.papers.length)
      .filter(({ papers }) => {
        const ids = papers.map(({ id }) => id).join();
        return !seen.has(ids) && seen.add(ids);
      })
      .slice(0, limit);
  }

  async #living(): Promise<StoredRecord[]> {
    return [...(await this.#shelf.all()).records.values()].filter(({ trashed }) => trashed === undefined);
  }

  async #records(): Promise<StoredRecord[]> {
    return [...(await this.#shelf.all()).records.values()];
  }

  async #collection(id: Id) {
    const [there] = await this.#writer.store.get('collection', [id]);
    if (there === undefined) throw new Error('this collection is not there any more');
    return there;
  }

  async #freeName(name: string, self?: Id): Promise<string> {
    const clean = name.trim();
    if (clean === '') throw new Error('a collection needs a name');
    const taken = (await this.#writer.store.range('collection')).some((collection) => collection.id !== self && collection.name.toLowerCase() === clean.toLowerCase());
    if (taken) throw new Error(`there is a collection called ${clean} already`);
    return clean;
  }

  async #dropLenses(draft: Draft, which: (lens: LensView) => boolean): Promise<void> {
    for (const lens of await this.#writer.store.range('lens')) if (which({ ...lens, papers: 0 })) draft.putLens(null, lens);
  }
}

const bundledInScope = (papers: readonly Paper[], scope: LensScope): number => papers.filter((paper) => bundledIsInScope(paper, scope)).length;

/** Whether two of them have different ids. */
function differ(records: readonly StoredRecord[], field: 'arxivId' | 'doi'): boolean {
  return new Set(records.map((record) => record[field]).filter((id) => id !== undefined)).size > 1;
}

function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const views = (counts: ReadonlyMap<string, number>): TagView[] => [...counts].map(([tag, papers]) => ({ tag, papers })).sort((a, b) => b.papers - a.papers || a.tag.localeCompare(b.tag));
