import { parseArxivId } from '../paper/arxiv-id.ts';
import { arxivIdFromUrl } from '../paper/arxiv-url.ts';
import { arxivIdOfDoi, parseDoi } from '../paper/doi.ts';
import { TITLE_LENGTH } from '../paper/plain-title.ts';
import { type PaperRecord, titleFromId } from '../paper/record.ts';
import { type Cut, manyLines, oneLine } from './clean.ts';
import type { Parsed } from './format.ts';

/** What a reader of a format found, as the file says it. Nothing in it is trusted. */
export interface Draft {
  readonly title?: string | undefined;
  readonly abstract?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  /** A text that begins with the year or a date, or a number. */
  readonly year?: string | number | undefined;
  /** Texts that may be an arXiv id, a DOI or the address of one, the surest first. */
  readonly ids?: readonly (string | undefined)[];
  readonly venue?: string | undefined;
  readonly url?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly note?: string | undefined;
  readonly isRead?: boolean | undefined;
  readonly added?: number | undefined;
  readonly collections?: readonly string[] | undefined;
}

/** The most that a record holds; in code points, or entries of a list. */
export const MOST = { title: TITLE_LENGTH, abstract: 20_000, authors: 5_000, name: 200, venue: 500, url: 2_048, tags: 500, tag: 100, note: 100_000, collections: 200, collection: 200 };

/** Excerpts of entries that gave no record have this many characters at most. */
export const EXCERPT = 300;

/**
 * The record a draft gives, cleaned, its ids read and everything cut to {@link MOST}; a problem where nothing says which
 * paper it is. Applied to a record it changes nothing. `entry` is the entry's text for the problem.
 */
export function finishDraft(draft: Draft, line: number, entry: string, notes: readonly string[] = []): Parsed {
  const said = [...notes];
  const ids = readIds([...(draft.ids ?? []), draft.url, isArxiv(draft.venue ?? '') ? draft.venue : undefined]);
  const named = cut(oneLine(draft.title ?? '', MOST.title), 'title', MOST.title, said);
  const title = named === '' ? titleFromId(ids) : named;
  if (title === undefined) return problem(line, 'it has no title and no arXiv id or DOI', entry);
  if (named === '') said.push('no title: named by its id');
  const year = readYear(draft.year);
  const venue = cut(oneLine(draft.venue ?? '', MOST.venue), 'venue', MOST.venue, said);
  const url = readUrl(draft.url, said);
  const added = draft.added !== undefined && Number.isSafeInteger(draft.added) && draft.added >= 0 && draft.added <= LAST_TIME ? draft.added : undefined;
  const record: PaperRecord = {
    title,
    abstract: cut(manyLines(draft.abstract ?? '', MOST.abstract), 'abstract', MOST.abstract, said),
    authors: list(draft.authors ?? [], MOST.authors, MOST.name, 'authors', said, false),
    ...(year !== undefined && { year }),
    ...ids,
    ...(venue !== '' && !isArxiv(venue) && { venue }),
    ...(url !== undefined && { url }),
    tags: list(draft.tags ?? [], MOST.tags, MOST.tag, 'tags', said),
    note: cut(manyLines(draft.note ?? '', MOST.note), 'note', MOST.note, said),
    isRead: draft.isRead === true,
    ...(added !== undefined && { added }),
    collections: list(draft.collections ?? [], MOST.collections, MOST.collection, 'collections', said),
  };
  return { kind: 'record', line, record, notes: said };
}

/** A problem with its entry cut to an excerpt of one line. */
export function problem(line: number, reason: string, entry: string): Parsed {
  return { kind: 'problem', line, reason, entry: oneLine(entry, EXCERPT).text };
}

/** The first arXiv id and the first DOI among the texts; a DOI that arXiv gave out is the arXiv id it is. */
function readIds(texts: readonly (string | undefined)[]): Pick<PaperRecord, 'arxivId' | 'doi'> {
  let arxivId: string | undefined;
  let doi: string | undefined;
  for (const text of texts) {
    if (text === undefined || text === '' || text.length > MOST.url) continue;
    const found = parseDoi(text);
    const registered = found === undefined ? undefined : arxivIdOfDoi(found);
    arxivId ??= (parseArxivId(text) ?? registered ?? arxivIdFromUrl(text))?.id;
    if (registered === undefined) doi ??= found;
  }
  return { ...(arxivId !== undefined && { arxivId }), ...(doi !== undefined && { doi }) };
}

/** arXiv itself is no venue: "arXiv preprint arXiv:1711.10925", DBLP's "CoRR". */
export function isArxiv(venue: string): boolean {
  return /^(?:arxiv|corr$|computing research repository)/i.test(venue.trim());
}

/** The first four digits that can be a year: "2017", "2017-06-12", "June 2017". */
export function readYear(year: string | number | undefined): number | undefined {
  const [found] = /(?<!\d)(?:1[4-9]|20|21)\d\d(?!\d)/.exec(String(year ?? '').slice(0, 100)) ?? [];
  return found === undefined ? undefined : Number(found);
}

function readUrl(text: string | undefined, notes: string[]): string | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return undefined;
  try {
    if (trimmed.length <= MOST.url) {
      const url = new URL(trimmed);
      // Signs that some format takes for its own are encoded, as all may be in an address.
      const href = url.href.replace(/[{}|\\^`"<>]/g, encodeURIComponent);
      if ((url.protocol === 'https:' || url.protocol === 'http:') && href.length <= MOST.url) return href;
    }
  } catch {
    // No address: told below.
  }
  notes.push(`the address is left out: it is not of http or https (${oneLine(trimmed, 40).text})`);
  return undefined;
}

function cut({ text, isCut }: Cut, what: string, max: number, notes: string[]): string {
  if (isCut) notes.push(`the ${what} is cut to ${max} characters`);
  return text;
}

function list(texts: readonly string[], most: number, length: number, what: string, notes: string[], once = true): string[] {
  const found = texts.slice(0, most).map((text) => oneLine(text, length));
  if (texts.length > most) notes.push(`of ${texts.length} ${what} the first ${most} are kept`);
  if (found.some(({ isCut }) => isCut)) notes.push(`some of the ${what} are cut to ${length} characters`);
  const lines = found.map(({ text }) => text).filter((text) => text !== '');
  return once ? [...new Set(lines)] : lines;
}

/** The end of the year 9999. */
const LAST_TIME = 253_402_300_799_999;
