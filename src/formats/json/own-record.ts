import type { PaperRecord } from '../../paper/record.ts';
import type { Draft } from '../draft.ts';
import { type JsonObject, listOf, member, textOf } from './members.ts';

/** A record as we write it: its fields by their names, all of them. */
export function printRecord(record: PaperRecord): string {
  const { title, abstract, authors, year, arxivId, doi, venue, url, tags, note, isRead, added, collections } = record;
  return JSON.stringify({ title, abstract, authors, year, arxivId, doi, venue, url, tags, note, isRead, added, collections });
}

/** Whether an object is such a record: others name neither reading state nor collections in this way. */
export function isOwnRecord(object: JsonObject): boolean {
  return typeof member(object, 'title') === 'string' && typeof member(object, 'isRead') === 'boolean' && Array.isArray(member(object, 'collections'));
}

export function readOwnRecord(object: JsonObject): Draft {
  const texts = (name: string): string[] => listOf(member(object, name)).filter((one) => typeof one === 'string');
  const added = member(object, 'added');
  return {
    title: textOf(object, 'title'),
    abstract: textOf(object, 'abstract'),
    authors: texts('authors'),
    year: textOf(object, 'year'),
    ids: [textOf(object, 'arxivId'), textOf(object, 'doi')],
    venue: textOf(object, 'venue'),
    url: textOf(object, 'url'),
    tags: texts('tags'),
    note: textOf(object, 'note'),
    isRead: member(object, 'isRead') === true,
    added: typeof added === 'number' ? added : undefined,
    collections: texts('collections'),
  };
}
