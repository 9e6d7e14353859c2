import { parseArxivId } from '../../paper/arxiv-id.ts';
import { parseDoi } from '../../paper/doi.ts';
import { withoutMarkup } from '../../paper/markup.ts';
import { paragraphs } from '../clean.ts';
import { readTime } from '../dates.ts';
import { type Draft, readYear } from '../draft.ts';
import { partNames } from '../json/people.ts';

type Part = 'title' | 'abstract' | 'authors' | 'year' | 'id' | 'venue' | 'url' | 'tags' | 'note' | 'read' | 'added' | 'collections';

/** Names of columns, letters only, as Zotero, Scopus, Mendeley, Rayyan, arXiv's dumps and people write them. */
const NAMES: ReadonlyMap<string, Part> = new Map(
  Object.entries({
    title: 'title papertitle articletitle documenttitle primarytitle name paper',
    abstract: 'abstract abstractnote summary description',
    authors: 'author authors authornames authorfullnames authorlist creators creator',
    year: 'year publicationyear pubyear published publicationdate date issued',
    id: 'id arxiv arxivid arxividentifier doi doiurl doilink identifier eprint archivelocation paperid number callnumber',
    venue: 'venue publicationtitle journal journalname journaltitle sourcetitle source booktitle conference conferencename proceedingstitle publication',
    url: 'url link uri urls pdf pdfurl paperurl website',
    tags: 'tags manualtags automatictags keywords authorkeywords tag labels topics',
    note: 'note notes comment comments extra annotation',
    read: 'read isread readstatus status',
    added: 'added dateadded addedat savedat created',
    collections: 'collections collection folder folders list lists group groups',
  }).flatMap(([part, names]) => names.split(' ').map((name) => [name, part as Part] as const)),
);

/** What the columns of a table hold; undefined where the row is no head: none of its cells names a title or an id. */
export function readHead(cells: readonly string[]): (Part | undefined)[] | undefined {
  const parts = cells.map((cell) => NAMES.get(cell.slice(0, 60).toLowerCase().replace(/[^a-z]/g, '')));
  return parts.includes('title') || (parts.includes('id') && parts.filter((part) => part !== undefined).length > cells.length / 2) ? parts : undefined;
}

/** A row under these columns. */
export function readRow(cells: readonly string[], parts: readonly (Part | undefined)[]): Draft {
  const all = (part: Part): string[] => cells.filter((cell, at) => parts[at] === part && cell.trim() !== '').map(unguarded);
  return {
    title: all('title')[0],
    abstract: all('abstract').map(paragraphs)[0],
    authors: all('authors').slice(0, 1).flatMap(partNames),
    year: all('year').find((cell) => readYear(cell) !== undefined),
    ids: [...all('id'), ...all('url')].flatMap((cell) => cell.split(/[\s;]+/).slice(0, 10).concat(cell)),
    venue: all('venue')[0],
    url: all('url')[0]?.split(/[\s;]+/).find((url) => /^https?:/i.test(url)),
    tags: all('tags').flatMap((cell) => cell.split(cell.includes(';') ? ';' : ',')),
    note: all('note').map(plainNote).filter((note) => parseArxivId(note) === undefined).join('\n\n'),
    isRead: all('read').some((cell) => /^(?:read|yes|true|x|1|done|✓)$/i.test(cell.trim())),
    added: all('added').map(readTime)[0],
    collections: all('collections').flatMap((cell) => cell.split(';')),
  };
}

/** A row of a table without head: what its cells look like. The longest text is the abstract if it is long, else the title. */
export function guessRow(cells: readonly string[]): Draft {
  const rest = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const ids = rest.filter((cell) => parseArxivId(cell) !== undefined || parseDoi(cell) !== undefined || /^https?:/i.test(cell));
  const texts = rest.filter((cell) => !ids.includes(cell) && !/^[\d\s.:/-]*$/.test(cell));
  const abstract = texts.find((cell) => cell.length > 400);
  const title = texts.filter((cell) => cell !== abstract && !cell.includes(';')).toSorted((a, b) => b.length - a.length)[0];
  return { title, abstract, ids, year: rest.find((cell) => /^(?:19|20)\d\d$/.test(cell)), url: ids.find((cell) => /^https?:/i.test(cell)) };
}

/** What would be a formula in a spreadsheet, also behind apostrophes that guard it (https://owasp.org/www-community/attacks/CSV_Injection). */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** A cell that no spreadsheet takes for a formula: an apostrophe stands before what looks like one. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** Zotero's notes are HTML. */
function plainNote(note: string): string {
  return /<\/(?:p|div|h1)>/i.test(note) ? withoutMarkup(note.replace(/<\/(?:p|h[1-6]|li)>|<br\s{0,3}\/?>/gi, '\n').replace(/<[a-z/][^<>]{0,500}>/gi, '')).trim() : note;
}
