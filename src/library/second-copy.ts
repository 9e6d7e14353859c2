import { given, withKeys } from './record.ts';
import type { Change, Store } from './store.ts';
import { DEFAULTS, type Id, type Settings, type StoredCollection, type StoredLens, type StoredRecord } from './stored.ts';

/** Small named values kept outside the database. A write is whole or not at all. */
export interface Notebook {
  /** One value; undefined where there is none. */
  get(name: string): Promise<unknown>;
  /** All values whose names begin like this. */
  read(prefix: string): Promise<ReadonlyMap<string, unknown>>;
  write(values: Readonly<Record<string, unknown>>): Promise<void>;
  remove(names: readonly string[]): Promise<void>;
}

/** What of a paper cannot be found again elsewhere, as a list: about 150 bytes. */
type Line = readonly [id: Id, title: string, arxivId: string, doi: string, year: number, added: number, isRead: 0 | 1, collections: readonly Id[], tags: readonly string[], note: string, trashed: number];

interface Head {
  readonly change: number;
  readonly collections: readonly StoredCollection[];
  readonly lenses: readonly StoredLens[];
  readonly settings: Settings;
}

const PREFIX = 'copy.';
const HEAD = 'copy.head';
const BLOCK = 256;
const LONGEST_NOTE = 2_000;

/**
 * Brings the second copy up to the store. Papers lie in blocks by id, so that a saved paper rewrites one of them. Called
 * after commits and at each start; a copy that fell behind catches up.
 */
export async function followStore(store: Store, notebook: Notebook): Promise<void> {
  const { change } = await store.state();
  const head = readHead(await notebook.get(HEAD));
  const [collections, lenses, [settings = DEFAULTS]] = await Promise.all([store.range('collection'), store.range('lens'), store.get('settings', ['settings'])]);
  const blocks = await changedBlocks(store, head?.change);
  const stale = blocks === undefined ? [...(await notebook.read(PREFIX)).keys()].filter((name) => name !== HEAD) : [];
  if (stale.length > 0) await notebook.remove(stale);
  for (const block of blocks ?? (await allBlocks(store))) {
    const records = await store.range('record', { from: block * BLOCK, to: block * BLOCK + BLOCK - 1 });
    if (records.length === 0) await notebook.remove([`${PREFIX}${block}`]);
    else await notebook.write({ [`${PREFIX}${block}`]: records.map(lineOf) });
  }
  const next: Head = { change, collections, lenses, settings };
  if (JSON.stringify(next) !== JSON.stringify(head)) await notebook.write({ [HEAD]: next });
}

/** Adds to the store what the second copy has and it has not, and how many papers that were. Where the copy is newer, what the reader changed of the others is taken from it too. */
export async function fillFromCopy(store: Store, notebook: Notebook, isNewer = false): Promise<number> {
  const copy = await notebook.read(PREFIX);
  const head = readHead(copy.get(HEAD));
  const lines = [...copy].flatMap(([name, value]) => (name === HEAD || !Array.isArray(value) ? [] : value.filter(isLine)));
  const there = await store.get('record', lines.map(([id]) => id));
  const missing = lines.filter((_, at) => there[at] === undefined);
  for (let at = 0; at < missing.length; at += BLOCK) {
    await store.commit(missing.slice(at, at + BLOCK).flatMap((line): Change[] => [{ put: 'record', row: recordOf(line) }, { put: 'abstract', row: { id: line[0], text: '' } }]));
  }
  const changed = isNewer ? lines.flatMap((line, at) => changedBy(line, there[at])) : [];
  if (changed.length > 0) await store.commit(changed.map((row) => ({ put: 'record', row })));
  if (head !== undefined && (await store.count('collection')) === 0) {
    const rows: Change[] = [...head.collections.map((row) => ({ put: 'collection', row }) as const), ...head.lenses.map((row) => ({ put: 'lens', row }) as const)];
    await store.commit([...rows, { put: 'settings', row: head.settings }]);
  }
  // The store counts its changes anew: the copy is to be made anew too, and is not ahead of it any more.
  if (head !== undefined) await notebook.write({ [HEAD]: { ...head, change: -1 } });
  return missing.length;
}

/** Whether the copy shows more than the store: the database was lost, or set back. */
export async function isAhead(store: Store, notebook: Notebook): Promise<boolean> {
  // Read together, for the first badge waits for it; where the copy seems newer, it may only have been read later.
  const [head, { change }] = await Promise.all([notebook.get(HEAD).then(readHead), store.state()]);
  return head !== undefined && change < head.change && (await store.state()).change < head.change;
}

async function changedBlocks(store: Store, since: number | undefined): Promise<Set<number> | undefined> {
  const blocks = new Set<number>();
  for (let from = since; from !== undefined; ) {
    const page = await store.changedSince(from, 1_000);
    if (page === undefined) return undefined;
    for (const id of [...page.records.map(({ id }) => id), ...page.gone]) blocks.add(Math.floor(id / BLOCK));
    if (page.complete) return blocks;
    from = page.upTo;
  }
  return undefined;
}

async function allBlocks(store: Store): Promise<number[]> {
  const { nextId } = await store.state();
  return Array.from({ length: Math.ceil(nextId / BLOCK) }, (_, block) => block);
}

function lineOf({ id, title, arxivId = '', doi = '', year = 0, added, isRead, collections, tags, note, trashed = 0 }: StoredRecord): Line {
  return [id, title, arxivId, doi, year, added, isRead ? 1 : 0, collections, tags, note.slice(0, LONGEST_NOTE), trashed];
}

function recordOf([id, title, arxivId, doi, year, added, isRead, collections, tags, note, trashed]: Line): StoredRecord {
  return withKeys({
    id, title, authors: [], ...given({ arxivId: arxivId || undefined, doi: doi || undefined, year: year || undefined, trashed: trashed || undefined }),
    tags, note, isRead: isRead === 1, added, updated: added, collections, own: [], changed: 0,
  });
}

/** A paper with what the reader changed of it in the copy; none where nothing is. */
function changedBy(line: Line, record: StoredRecord | undefined): StoredRecord[] {
  if (record === undefined) return [];
  const { isRead, collections, tags, note, trashed } = recordOf(line);
  const { trashed: _, ...rest } = record;
  // A long note is cut in the copy.
  const next: StoredRecord = { ...rest, isRead, collections, tags, note: note.length < LONGEST_NOTE ? note : record.note, ...given({ trashed }) };
  return JSON.stringify(lineOf(next)) === JSON.stringify(lineOf(record)) ? [] : [next];
}

/** What lies outside may be half there: only a whole line counts. */
function isLine(value: unknown): value is Line {
  if (!Array.isArray(value)) return false;
  const [id, title, arxivId, doi, year, added, , collections, tags, note, trashed] = value as unknown[];
  return (
    Number.isInteger(id) && [title, arxivId, doi, note].every((text) => typeof text === 'string') && [year, added, trashed].every((number) => typeof number === 'number') &&
    Array.isArray(collections) && Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')
  );
}

function readHead(value: unknown): Head | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { change, collections, lenses, settings } = value as Partial<Head>;
  return typeof change === 'number' && Array.isArray(collections) && Array.isArray(lenses) && typeof settings === 'object' ? { change, collections, lenses, settings: { ...DEFAULTS, ...settings } } : undefined;
}
