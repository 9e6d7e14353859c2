import { parseArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import { pack, unpack } from './pack.ts';
import type { FileReady, SnapshotView } from './reader-views.ts';
import { given, safeUrl, withKeys } from './record.ts';
import { allFull, viewOf } from './snapshots.ts';
import { DEFAULTS, type Field, type FullRecord, type Id, type LensScope, type Settings, type StoredCollection, type StoredLens, type StoredSnapshot } from './stored.ts';
import type { Writer } from './writer.ts';

/** The layout of a backup file. 1: an abstract lies in its paper. 2: papers and abstracts apart, lenses and settings. */
export const BACKUP_VERSION = 2;
const MOST_BYTES = 2 ** 29;
const IN_PART = 512;
const FIELDS: readonly Field[] = ['title', 'abstract', 'authors', 'year', 'arxivId', 'doi', 'venue', 'url'];

/** Makes the whole library one file, in the store's sources. */
export function writeBackup(writer: Writer): Promise<FileReady> {
  return writer.write(async (draft) => {
    const { store } = writer;
    const [papers, collections, lenses, [settings = DEFAULTS]] = await Promise.all([allFull(writer), store.range('collection'), store.range('lens'), store.get('settings', ['settings'])]);
    const bytes = await pack({ paperkinBackup: BACKUP_VERSION, when: draft.now, papers, collections, lenses, settings });
    const id = draft.id();
    const type = 'application/gzip';
    const name = `paperkin-${new Date(draft.now).toISOString().slice(0, 10)}.backup.json.gz`;
    draft.add({ put: 'source', row: { id, name, when: draft.now, file: new Blob([bytes], { type }) } });
    return { source: id, name, type, papers: papers.length };
  });
}

/** Reads a backup file, of this version or an older one, into the list of snapshots. @throws in words for people. */
export function readBackup(writer: Writer, source: Id): Promise<SnapshotView> {
  return writer.write(async (draft) => {
    const [row] = await writer.store.get('source', [source]);
    if (row === undefined) throw new Error('The file is not there any more: choose it again.');
    const backup = checkBackup(await readJson(row.file));
    const parts: StoredSnapshot['parts'][number][] = [];
    const id = draft.id();
    for (let at = 0; at < backup.papers.length; at += IN_PART) {
      const papers = backup.papers.slice(at, at + IN_PART);
      const bytes = await pack(papers);
      const key = `backup ${id} ${at}`;
      draft.add({ put: 'part', row: { key, bytes } });
      parts.push({ key, block: at, papers: papers.length, bytes: bytes.byteLength });
    }
    const { collections, lenses, settings, when } = backup;
    const snapshot: StoredSnapshot = {
      id, when: draft.now, why: `backup file ${row.name}${when > 0 ? ` of ${new Date(when).toISOString().slice(0, 10)}` : ''}`, change: -1,
      papers: backup.papers.length, bytes: parts.reduce((sum, part) => sum + part.bytes, 0), parts, collections, lenses, settings,
    };
    draft.add({ put: 'snapshot', row: snapshot }, { delete: 'source', key: source });
    return viewOf(snapshot);
  });
}

interface Backup {
  readonly when: number;
  readonly papers: readonly FullRecord[];
  readonly collections: readonly StoredCollection[];
  readonly lenses: readonly StoredLens[];
  readonly settings: Settings;
}

async function readJson(file: Blob): Promise<unknown> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (file.size > MOST_BYTES) throw new Error('This file is too large for a backup.');
  try {
    return first === 0x1f && second === 0x8b ? await unpack(file, MOST_BYTES) : (JSON.parse(await file.text()) as unknown);
  } catch {
    throw new Error('This file is damaged, or no backup of Paperkin.');
  }
}

/** A clean copy of a backup, whoever made the file: known fields only, each of its kind. */
export function checkBackup(value: unknown): Backup {
  const file = objectOf(value);
  const version = file['paperkinBackup'];
  if (typeof version !== 'number') throw new Error('This file is no backup of Paperkin.');
  if (version > BACKUP_VERSION) throw new Error(`This backup was made by a newer Paperkin (version ${version} of its layout, ${BACKUP_VERSION} is known here): update Paperkin first.`);
  const papers = new Map<Id, FullRecord>();
  for (const paper of listOf(file['papers'])) {
    const full = version === 1 ? fullOf(objectOf(paper), objectOf(paper)['abstract']) : fullOf(objectOf(objectOf(paper)['record']), objectOf(paper)['abstract']);
    if (full !== undefined) papers.set(full.record.id, full);
  }
  const settings = objectOf(file['settings']);
  return {
    when: numberOf(file['when']) ?? 0,
    papers: [...papers.values()].sort((a, b) => a.record.id - b.record.id),
    collections: listOf(file['collections']).flatMap(collectionOf),
    lenses: listOf(file['lenses']).flatMap(lensOf),
    settings: { lens: idOf(settings['lens']) ?? null, bundledIsOn: settings['bundledIsOn'] !== false, saveTo: idOf(settings['saveTo']) ?? null },
  };
}

function fullOf(row: Readonly<Record<string, unknown>>, abstract: unknown): FullRecord | undefined {
  const [id, title] = [idOf(row['id']), textOf(row['title'])];
  if (id === undefined || title === undefined) return undefined;
  const [year, version, trashed] = [numberOf(row['year']), numberOf(row['version']), numberOf(row['trashed'])];
  const record = withKeys({
    id, title, authors: textsOf(row['authors']), tags: textsOf(row['tags']), note: textOf(row['note']) ?? '', isRead: row['isRead'] === true, added: numberOf(row['added']) ?? 0, updated: numberOf(row['updated']) ?? 0,
    ...given({ arxivId: parseArxivId(textOf(row['arxivId']) ?? '')?.id, doi: parseDoi(textOf(row['doi']) ?? ''), venue: textOf(row['venue']), url: safeUrl(textOf(row['url'])), seenAt: safeUrl(textOf(row['seenAt'])), year, version, trashed }),
    collections: listOf(row['collections']).flatMap((collection) => idOf(collection) ?? []),
    own: FIELDS.filter((field) => textsOf(row['own']).includes(field)),
    changed: 0,
  });
  return { record, abstract: textOf(abstract) ?? '' };
}

function collectionOf(value: unknown): StoredCollection[] {
  const row = objectOf(value);
  const [id, name] = [idOf(row['id']), textOf(row['name'])];
  return id === undefined || name === undefined ? [] : [{ id, name, isOn: row['isOn'] !== false, added: numberOf(row['added']) ?? 0 }];
}

function lensOf(value: unknown): StoredLens[] {
  const row = objectOf(value);
  const [id, name, scope] = [idOf(row['id']), textOf(row['name']), scopeOf(objectOf(row['scope']))];
  return id === undefined || name === undefined || scope === undefined ? [] : [{ id, name, scope }];
}

function scopeOf(row: Readonly<Record<string, unknown>>): LensScope | undefined {
  const [collection, tag] = [numberOf(row['collection']), textOf(row['tag'])];
  if (row['kind'] === 'collection' && collection !== undefined) return { kind: 'collection', collection };
  if (row['kind'] === 'tag' && tag !== undefined) return { kind: 'tag', tag };
  if (row['kind'] === 'set') return { kind: 'set', papers: listOf(row['papers']).flatMap((id) => idOf(id) ?? []), bundled: textsOf(row['bundled']) };
  if (row['kind'] !== 'filter') return undefined;
  const filter = objectOf(row['filter']);
  const isRead = filter['isRead'];
  return {
    kind: 'filter',
    filter: given({ collection: numberOf(filter['collection']), tag: textOf(filter['tag']), from: numberOf(filter['from']), to: numberOf(filter['to']), isRead: typeof isRead === 'boolean' ? isRead : undefined, source: textOf(filter['source']), words: textOf(filter['words']) }),
  };
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const textsOf = (value: unknown): string[] => listOf(value).filter((item) => typeof item === 'string');
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
const idOf = (value: unknown): Id | undefined => (typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value < 2 ** 40 ? value : undefined);
