import { PROBES } from '../paper/identity-keys.ts';
import type { Paper } from '../paper/paper.ts';
import { paperIds, paperKey } from '../paper/paper-key.ts';
import { titleKey } from '../paper/title-key.ts';
import type { Field, FullRecord, Id, StagedPaper, StoredRecord } from './stored.ts';

type Named = Pick<StoredRecord, 'title' | 'arxivId' | 'doi'>;

/** Texts under which a paper is looked up: its ids, and the key of its title. */
export function lookupTexts({ title, ...given }: { readonly title: string; readonly arxivId?: string; readonly doi?: string }): string[] {
  const { arxivId, doi } = paperIds(given);
  const key = titleKey(title);
  return [...(arxivId === undefined ? [] : [PROBES.arxiv(arxivId)]), ...(doi === undefined ? [] : [PROBES.doi(doi)]), ...(key === '' ? [] : [PROBES.title(key)])];
}

/** The record with what follows from its fields. */
export function withKeys<R extends Named>(record: R): R & Pick<StoredRecord, 'key' | 'lookup'> {
  return { ...record, key: paperKey(record), lookup: lookupTexts(record) };
}

/** A record for a paper that is not there yet. */
export function newRecord(id: Id, paper: StagedPaper, collections: readonly Id[], now: number): FullRecord {
  const { title, authors, year, arxivId, version, doi, venue, url, seenAt } = paper;
  const record = withKeys({
    id, title, authors,
    ...given({ year, arxivId, version, doi, venue, url: safeUrl(url), seenAt: safeUrl(seenAt) }),
    tags: [...new Set(paper.tags)],
    note: paper.note,
    isRead: paper.isRead,
    added: paper.added ?? now,
    updated: now,
    collections: [...new Set(collections)],
    own: [],
    changed: 0,
  });
  return { record, abstract: paper.abstract };
}

export interface Improved {
  readonly full: FullRecord;
  /** Fields that were filled or brought up to date, for people; empty where the sighting adds nothing. */
  readonly fills: readonly string[];
}

/**
 * A paper seen again: blanks are filled, and a newer arXiv version brings its title and abstract. Nothing is blanked, and
 * what the reader wrote stays, an emptied field too. Notes of both are kept.
 */
export function improve({ record, abstract }: FullRecord, seen: StagedPaper, collections: readonly Id[], now: number): Improved {
  const fills: string[] = [];
  const isOwn = (field: Field): boolean => record.own.includes(field);
  const isNewer = seen.version !== undefined && record.version !== undefined && seen.version > record.version;
  const take = <V extends string | number>(field: Field, ours: V | undefined, theirs: V | undefined): V | undefined => {
    if (isOwn(field) || theirs === undefined || theirs === '' || (ours !== undefined && ours !== '')) return ours;
    fills.push(field);
    return theirs;
  };
  const newer = (field: Field, ours: string, theirs: string): string => {
    if (!isNewer || isOwn(field) || theirs === '' || theirs === ours) return take(field, ours, theirs) ?? '';
    fills.push(field);
    return theirs;
  };
  const union = <V>(field: string, ours: readonly V[], theirs: readonly V[]): readonly V[] => {
    const all = new Set([...ours, ...theirs]);
    if (all.size === ours.length) return ours;
    fills.push(field);
    return [...all];
  };
  const title = newer('title', record.title, seen.title);
  const text = newer('abstract', abstract, seen.abstract);
  const authors = record.authors.length === 0 && seen.authors.length > 0 && !isOwn('authors') ? seen.authors : record.authors;
  if (authors !== record.authors) fills.push('authors');
  const version = seen.version !== undefined && seen.version > (record.version ?? 0) ? seen.version : record.version;
  if (version !== record.version) fills.push('version');
  const hasNote = seen.note === '' || record.note.includes(seen.note);
  if (!hasNote) fills.push('note');
  if (record.trashed !== undefined) fills.push('back from the trash');
  if (seen.isRead && !record.isRead) fills.push('read');
  const { trashed: _, ...kept } = record;
  const next = withKeys({
    ...kept,
    title,
    authors,
    ...given({
      year: take('year', record.year, seen.year),
      arxivId: take('arxivId', record.arxivId, seen.arxivId),
      version,
      doi: take('doi', record.doi, seen.doi),
      venue: take('venue', record.venue, seen.venue),
      url: take('url', record.url, safeUrl(seen.url)),
    }),
    ...given({ seenAt: record.seenAt ?? safeUrl(seen.seenAt) }),
    tags: union('tags', record.tags, seen.tags),
    collections: union('collections', record.collections, collections),
    note: hasNote ? record.note : [record.note, seen.note].filter((note) => note !== '').join('\n\n'),
    isRead: record.isRead || seen.isRead,
  });
  return fills.length === 0 ? { full: { record, abstract }, fills } : { full: { record: { ...next, updated: now }, abstract: text }, fills };
}

/** The reader's own words: they stay whatever is found later. Null empties a field; a title cannot be emptied. */
export function edited({ record, abstract }: FullRecord, fields: { readonly [F in Field]?: string | number | readonly string[] | null }, now: number): FullRecord {
  const own = new Set(record.own);
  const next: Record<string, unknown> = { ...record };
  let text = abstract;
  for (const [name, value] of Object.entries(fields) as [Field, string | number | readonly string[] | null | undefined][]) {
    if (value === undefined || (name === 'title' && (value === null || String(value).trim() === ''))) continue;
    own.add(name);
    if (name === 'abstract') text = typeof value === 'string' ? value : '';
    else if (name === 'authors') next[name] = Array.isArray(value) ? value.map((author: string) => author.trim()).filter((author) => author !== '') : [];
    else {
      const clean = name === 'arxivId' || name === 'doi' ? paperIds({ [name]: String(value ?? '') })[name] : name === 'url' ? safeUrl(String(value ?? '')) : typeof value === 'string' ? value.trim() : value;
      if (clean === undefined || clean === null || clean === '') delete next[name];
      else next[name] = clean;
    }
  }
  return { record: { ...withKeys(next as unknown as StoredRecord), own: [...own], updated: now }, abstract: text };
}

/** The paper as the rooms of identity, search and relatedness know it. */
export function paperOf({ key, title, authors, year, arxivId, doi }: StoredRecord, abstract: string): Paper {
  return { key, title, abstract, authors, ...given({ year, arxivId, doi }) };
}

/** An http or https address, or none. */
export function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}

/** Fields with a value only. */
export function given<T extends object>(fields: T): { [F in keyof T]?: Exclude<T[F], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [F in keyof T]?: Exclude<T[F], undefined> };
}
