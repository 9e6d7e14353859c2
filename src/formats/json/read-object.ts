import { parseArxivId } from '../../paper/arxiv-id.ts';
import { parseDoi } from '../../paper/doi.ts';
import { findArxivId } from '../../paper/find-id.ts';
import { paragraphs } from '../clean.ts';
import { readTime } from '../dates.ts';
import { type Draft, EXCERPT, finishDraft, problem } from '../draft.ts';
import type { Parsed } from '../format.ts';
import { isObject, type Json, type JsonObject, listOf, member, textOf } from './members.ts';
import { isOwnRecord, readOwnRecord } from './own-record.ts';
import { readPeople } from './people.ts';

/** One element of a file, as text: our own record, CSL-JSON, or what arXiv, Semantic Scholar, OpenAlex, Zotero and others write. */
export function readElement(text: string, line: number): Parsed {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return problem(line, 'it is not valid JSON', text);
  }
  // A list of ids or titles.
  if (typeof value === 'string') return finishDraft({ ids: [value], ...(findArxivId(value) === undefined && parseDoi(value) === undefined && { title: value }) }, line, text);
  if (!isObject(value)) return problem(line, 'it is no object', text);
  const notes: string[] = [];
  return finishDraft(isOwnRecord(value) ? readOwnRecord(value) : readForeign(value, notes), line, text.slice(0, 4 * EXCERPT), notes);
}

function readForeign(object: JsonObject, notes: string[]): Draft {
  const custom = member(object, 'custom');
  const own = isObject(custom) && typeof member(custom, 'isRead') === 'boolean' ? custom : undefined;
  const ids = member(object, 'externalIds', 'ids', 'identifiers');
  const note = textOf(object, 'note', 'notes', 'comment', 'extra') ?? '';
  const lines = own === undefined ? note.split('\n') : [];
  const authors = readPeople(member(object, 'authors', 'author', 'creators', 'authorships', 'authors_parsed'));
  if (authors.hasOthers) notes.push('the file names the first authors only');
  const abstract = textOf(object, 'abstract', 'summary', 'abstractNote', 'description', 'tldr');
  return {
    title: textOf(object, 'title', 'Title', 'paper_title', 'display_name', 'name'),
    abstract: own === undefined && abstract !== undefined ? paragraphs(abstract) : abstract,
    authors: own === undefined ? authors.names : authors.all,
    year: yearOf(object),
    ids: [
      textOf(object, 'arxivId', 'arxiv_id', 'arxiv', 'arXiv', 'ArXiv', 'eprint'), ...(isObject(ids) ? [textOf(ids, 'ArXiv', 'arxiv'), textOf(ids, 'DOI', 'doi')] : []),
      textOf(object, 'doi', 'DOI'), textOf(object, 'id', 'paper_id', 'paperId', 'entry_id'), textOf(object, 'archive_location', 'archiveID'),
      ...(own === undefined ? ['number', 'page', 'note'] : ['number']).map((name) => textOf(object, name)).filter((text) => /^arxiv/i.test(text ?? '')),
      ...lines.filter((text) => /^\s*(?:arxiv|doi)\s*:/i.test(text)), textOf(object, 'pdf_url', 'link', 'landing_page_url'),
    ],
    venue: textOf(object, 'venue', 'container-title', 'publicationTitle', 'proceedingsTitle', 'journal', 'journal-ref', 'journal_ref', 'conference', 'booktitle') ?? nameOf(member(object, 'journal')),
    url: textOf(object, 'url', 'URL', 'pdf_url', 'link'),
    tags: own === undefined ? tagsOf(object) : textsOf(member(own, 'tags')),
    note: own === undefined ? lines.filter((text) => !isIdOnly(text)).join('\n') : note,
    isRead: member(own ?? object, 'isRead', 'read') === true,
    added: timeOf(member(own ?? object, 'added', 'dateAdded', 'addedAt', 'date_added', 'saved_at')),
    collections: textsOf(member(own ?? object, 'collections', 'collection')),
  };
}

/** "2017", 2017, "2017-06-12", `{ "date-parts": [[2017, 6]] }`; of arXiv's dump the first version. */
function yearOf(object: JsonObject): string | undefined {
  const issued = member(object, 'issued');
  if (isObject(issued)) {
    const [parts] = listOf(member(issued, 'date-parts'));
    const [year] = listOf(parts);
    return typeof year === 'number' || typeof year === 'string' ? String(year) : textOf(issued, 'raw', 'literal');
  }
  const [first] = listOf(member(object, 'versions'));
  const created = isObject(first) ? textOf(first, 'created') : undefined;
  return created ?? textOf(object, 'year', 'publication_year', 'published', 'publicationDate', 'publication_date', 'issued', 'date', 'created', 'submitted', 'update_date');
}

function timeOf(value: Json | undefined): number | undefined {
  if (typeof value === 'string') return readTime(value);
  if (typeof value !== 'number') return undefined;
  // Up to the year 5138 in seconds is up to March 1973 in milliseconds: nobody saved papers then.
  return value < 1e11 ? value * 1_000 : value;
}

function tagsOf(object: JsonObject): string[] {
  const value = member(object, 'tags', 'keywords', 'keyword', 'labels');
  return typeof value === 'string' ? value.split(/[,;]/) : textsOf(value);
}

/** Texts of a list, also of `{ tag }` and `{ name }`. */
function textsOf(value: Json | undefined): string[] {
  return listOf(value).map((one) => (typeof one === 'string' ? one : (nameOf(one) ?? ''))).filter((text) => text.trim() !== '');
}

function nameOf(value: Json | undefined): string | undefined {
  return isObject(value) ? textOf(value, 'tag', 'name', 'display_name', 'label') : undefined;
}

/** "arXiv: 1711.10925 [cs]" in the notes of a Zotero export says the id and nothing else. */
function isIdOnly(text: string): boolean {
  return /^\s*arxiv/i.test(text) && parseArxivId(text) !== undefined;
}
