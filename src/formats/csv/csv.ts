import type { PaperRecord } from '../../paper/record.ts';
import { readTime } from '../dates.ts';
import { type Draft, finishDraft, problem } from '../draft.ts';
import type { Format, Parsed, Parser } from '../format.ts';
import { type Line, Lines } from '../lines.ts';
import { guarded, guessRow, readHead, readRow, unguarded } from './columns.ts';
import { type Row, Rows } from './rows.ts';

/** Longer lines are cut. In UTF-16 units. */
const LONGEST_LINE = 262_144;
/** The columns that we write, and know again. */
const COLUMNS = ['Title', 'Abstract', 'Authors', 'Year', 'arXiv', 'DOI', 'Venue', 'URL', 'Tags', 'Note', 'Read', 'Added', 'Collections'];

/** Tables: our own, Zotero's, and others by the names of their columns. */
export const csv: Format = table('csv', 'CSV', ',', ['csv']);
export const tsv: Format = table('tsv', 'TSV', '\t', ['tsv', 'tab']);

function table(id: string, name: string, delimiter: string, extensions: readonly string[]): Format {
  return {
    id,
    name,
    extensions,
    likeness(head, fileName) {
      const isNamed = extensions.some((extension) => fileName.toLowerCase().endsWith(`.${extension}`));
      const [first = ''] = head.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
      const found = guessDelimiter(first);
      if (isNamed) return found === delimiter ? 0.8 : 0.6;
      // A semicolon is a comma where commas are in numbers.
      return (found === ';' ? ',' : found) === delimiter && readHead(first.split(found).map((cell) => cell.replaceAll('"', ''))) !== undefined ? 0.7 : 0;
    },
    parser: () => new TableParser(),
    *print(records: Iterable<PaperRecord>): Generator<string, void> {
      yield `${COLUMNS.join(delimiter)}\r\n`;
      for (const record of records) yield `${toCells(record).map(printCell).join(delimiter)}\r\n`;
    },
  };
}

class TableParser implements Parser {
  readonly #lines = new Lines(LONGEST_LINE);
  #rows: Rows | undefined;
  #read: ((cells: readonly string[]) => Draft) | undefined;
  #notes: readonly string[] = [];

  push(chunk: string): Iterable<Parsed> {
    return this.#take(this.#lines.push(chunk));
  }

  *end(): Generator<Parsed, void> {
    yield* this.#take(this.#lines.end());
    for (const row of this.#rows?.end() ?? []) yield* this.#readRow(row);
  }

  *#take(lines: Iterable<Line>): Generator<Parsed, void> {
    for (const line of lines) {
      if (this.#rows === undefined && line.text.trim() === '') continue;
      // Excel's own line for the delimiter.
      const [, said] = this.#rows === undefined ? (/^sep=(.)$/.exec(line.text) ?? []) : [];
      this.#rows ??= new Rows(said ?? guessDelimiter(line.text));
      if (said === undefined) for (const row of this.#rows.push(line)) yield* this.#readRow(row);
    }
  }

  *#readRow({ cells, line, text, reason }: Row): Generator<Parsed, void> {
    if (reason !== undefined) yield problem(line, reason, text);
    else if (this.#read === undefined && this.#readHead(cells)) return;
    else if (cells.some((cell) => cell.trim() !== '')) yield finishDraft(this.#read?.(cells) ?? {}, line, text, this.#notes);
  }

  /** Whether the first row names the columns. */
  #readHead(cells: readonly string[]): boolean {
    const parts = readHead(cells);
    if (cells.join('\n') === COLUMNS.join('\n')) this.#read = fromCells;
    else if (parts !== undefined) this.#read = (row) => readRow(row, parts);
    else {
      this.#read = guessRow;
      this.#notes = ['the table has no head: what is in its columns was guessed'];
    }
    return this.#notes.length === 0;
  }
}

/** The sign that parts most of the line, quotes left out. */
function guessDelimiter(line: string): string {
  const bare = line.slice(0, 10_000).replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';', '|'].map((sign) => [sign, bare.split(sign).length] as const);
  return counts.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
}

function toCells(record: PaperRecord): string[] {
  const { title, abstract, authors, year, arxivId, doi, venue, url, tags, note, isRead, added, collections } = record;
  return [title, abstract, joined(authors), String(year ?? ''), arxivId ?? '', doi ?? '', venue ?? '', url ?? '', joined(tags), note, isRead ? 'yes' : '', added === undefined ? '' : new Date(added).toISOString(), joined(collections)];
}

function fromCells(cells: readonly string[]): Draft {
  const [title, abstract, authors = '', year, arxivId, doi, venue, url, tags = '', note, read, added = '', collections = ''] = cells.map(unguarded);
  return { title, abstract, authors: parted(authors), year, ids: [arxivId, doi], venue, url, tags: parted(tags), note, isRead: read === 'yes', added: readTime(added), collections: parted(collections) };
}

function printCell(cell: string): string {
  const safe = guarded(cell);
  return /[",\t\n\r;|]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Parted by semicolons; one inside a text stands behind a backslash. */
function joined(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\\;]/g, '\\$&')).join('; ');
}

function parted(cell: string): string[] {
  const texts = [''];
  for (let at = 0; at < cell.length; at++) {
    const sign = cell.charAt(at);
    if (sign === ';') texts.push('');
    else texts.push((texts.pop() ?? '') + (sign === '\\' ? cell.charAt(++at) : sign));
  }
  return texts;
}
