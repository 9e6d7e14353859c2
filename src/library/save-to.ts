import type { Id } from './stored.ts';
import type { Draft, Writer } from './writer.ts';

/** Where a saved paper goes; absent: as the reader set it. */
export type SaveTo = { readonly collection: Id | null } | { readonly name: string };

/** The collections that a saved paper goes to. */
export async function collectionsFor(writer: Writer, draft: Draft, to: SaveTo | undefined): Promise<Id[]> {
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

/** A number of papers in words. */
export const count = (papers: number): string => (papers === 1 ? '1 paper' : `${papers.toLocaleString('en')} papers`);
