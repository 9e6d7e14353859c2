import { parseArxivId } from '../../paper/arxiv-id.ts';
import { readTime } from '../dates.ts';
import { type Draft, isArxiv } from '../draft.ts';
import type { Entry } from './entry.ts';
import { printNames, readNames, split } from './names.ts';
import { printedText } from './print-tex.ts';
import { readTex } from './read-tex.ts';

/** The fields that are read, of BibTeX, BibLaTeX, and of JabRef, Mendeley, BibDesk, Better BibTeX and arXiv. */
export const FIELDS: ReadonlySet<string> = new Set(
  (
    'title subtitle author editor year date issued journal journaltitle booktitle booksubtitle maintitle howpublished volume number pages eid doi url eprint archiveprefix eprinttype ' +
    'archive arxivid arxiv note annote annotation comment abstract keywords keyword mendeley-tags groups mendeley-groups readstatus timestamp creationdate date-added dateadded bdsk-url-1 ' +
    'crossref xdata rawtitle rawauthor read'
  ).split(' '),
);

/** What the fields of an entry tell; `notes` take what was left out. */
export function toDraft({ fields }: Pick<Entry, 'fields'>, notes: string[]): Draft {
  const text = (name: string, ...others: string[]): string => {
    const value = fields.get(name);
    return value === undefined ? (others.length > 0 ? text(...(others as [string])) : '') : readTex(value, 'line').trim();
  };
  const address = (name: string): string => readTex(fields.get(name) ?? '', 'address').trim();
  const lines = (name: string): string => readTex(fields.get(name) ?? '', 'lines').trim();

  const authors = readNames(fields.get('author') ?? fields.get('editor') ?? '');
  if (authors.hasOthers) notes.push('the file names the first authors only');
  const title = [text('title', 'maintitle'), text('subtitle')].filter((part) => part !== '').join(': ');
  const note = text('note');
  const publication = text('journal', 'journaltitle', 'booktitle');
  const published = address('howpublished');
  const isAddress = /^https?:/i.test(published);
  // Mendeley writes several addresses into one field.
  const addresses = [...address('url').split(' '), address('bdsk-url-1')].filter((part) => part !== '');
  const venue = isArxiv(publication) || publication === '' ? (isAddress || isArxiv(published) ? '' : published) : publication;
  return {
    title: chosen(title, fields.get('rawtitle')),
    authors: chosenNames(authors.names, fields.get('rawauthor')),
    abstract: lines('abstract'),
    year: text('year', 'date', 'issued'),
    ids: [
      ...(isOtherArchive(text('archiveprefix', 'eprinttype', 'archive')) ? [] : [address('eprint')]), address('arxivid'), address('arxiv'), address('doi'),
      ...addresses, publication, address('volume').replace(/^abs\//i, 'arXiv:'), ...[address('number'), address('pages'), address('eid'), note].filter((id) => /^arxiv/i.test(id)), published,
    ],
    venue,
    url: addresses[0] || (isAddress ? published : ''),
    tags: [...listOf(fields.get('keywords')), ...listOf(fields.get('keyword')), ...listOf(fields.get('mendeley-tags'))],
    note: [isIdOnly(note) ? '' : lines('note'), lines('annote'), lines('annotation'), lines('comment')].filter((part) => part !== '').join('\n\n'),
    isRead: /^(?:read|yes|true|1)$/i.test(text('readstatus', 'read')),
    added: readTime(text('creationdate', 'date-added', 'dateadded', 'timestamp')),
    collections: [...listOf(fields.get('groups')), ...listOf(fields.get('mendeley-groups'))],
  };
}

/** The title as it was exported, where the title beside it was not changed since: TeX in it would be lost otherwise. */
function chosen(title: string, raw: string | undefined): string {
  if (raw === undefined) return title;
  const exported = readTex(raw, 'line').trim();
  return readTex(printedText(exported), 'line').trim() === title ? exported : title;
}

function chosenNames(names: readonly string[], raw: string | undefined): readonly string[] {
  if (raw === undefined) return names;
  const exported = readNames(raw).names;
  return readNames(printNames(exported)).names.join('\n') === names.join('\n') ? exported : names;
}

/** Tags or groups: parted by commas or semicolons outside braces. */
function listOf(field = ''): string[] {
  return split(field, ',;').map((part) => readTex(part, 'line').trim()).filter((part) => part !== '');
}

function isOtherArchive(archive: string): boolean {
  return archive !== '' && !/arxiv/i.test(archive);
}

/** A note that says the arXiv id and nothing else is no note. */
function isIdOnly(note: string): boolean {
  return /^arxiv/i.test(note) && parseArxivId(note) !== undefined;
}
