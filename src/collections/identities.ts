import { parseArxivId } from '../paper/arxiv-id.ts';
import { SourceError, type ListingEntry } from './listing.ts';

/** What was verified about the paper in the same place of the listing. */
export interface IdentityRow {
  /** Absent where no id was seen beside the paper's title: none is ever guessed. */
  readonly arxivId?: string;
  readonly year?: number;
  /** Empty where the full list was not seen. */
  readonly authors: readonly string[];
}

/**
 * Reads the table of identities that belongs to a listing: one tab-separated row per paper, in the listing's order.
 *
 * @throws SourceError at the first row that does not fit its paper, or whose id, year or authors cannot be right.
 */
export function parseIdentities(text: string, listing: readonly ListingEntry[]): IdentityRow[] {
  const lines = text.replace(/(?:\r?\n)+$/, '').split(/\r?\n/);
  if (lines[0] !== columns.join('\t')) throw new SourceError('identities', 1, `the columns should be ${columns.join(', ')}`);
  const ids = new Map<string, number>();
  const rows = listing.map((entry, place) => {
    const line = place + 2;
    const row = readRow(lines[place + 1] ?? '', line, place, entry);
    if (row.arxivId !== undefined) {
      const before = ids.get(row.arxivId);
      if (before !== undefined) throw new SourceError('identities', line, `the arXiv id of line ${before} again`);
      ids.set(row.arxivId, line);
    }
    return row;
  });
  if (lines.length - 1 > rows.length) throw new SourceError('identities', rows.length + 2, `a row more than the ${rows.length} papers`);
  return rows;
}

function readRow(text: string, line: number, place: number, entry: ListingEntry): IdentityRow {
  const cells = text.split('\t');
  if (cells.length !== columns.length) throw new SourceError('identities', line, `${cells.length} cells instead of ${columns.length}`);
  const [index = '', title = '', id = '', year = '', authors = '', confidence = ''] = cells;
  if (index !== String(place)) throw new SourceError('identities', line, `index "${index}" where ${place} is expected`);
  if (title !== entry.title) throw new SourceError('identities', line, `the title differs from line ${entry.line} of the listing`);
  if (id === '' ? confidence !== '' : !confidences.has(confidence))
    throw new SourceError('identities', line, `confidence "${confidence}" ${id === '' ? 'without' : 'for'} an id`);
  return {
    ...(id !== '' && { arxivId: readId(id, year, line) }),
    ...(year !== '' && { year: readYear(year, line) }),
    authors: readAuthors(authors, line),
  };
}

/** The id must be canonical, and an id of the present scheme names the month of first submission. */
function readId(id: string, year: string, line: number): string {
  if (parseArxivId(id)?.id !== id) throw new SourceError('identities', line, `"${id}" is no arXiv id without version`);
  if (/^\d{4}\./.test(id) && year !== `20${id.slice(0, 2)}`)
    throw new SourceError('identities', line, `arXiv id ${id} was not given out in ${year === '' ? 'an unknown year' : year}`);
  return id;
}

function readYear(year: string, line: number): number {
  if (!/^(?:19|20)\d\d$/.test(year)) throw new SourceError('identities', line, `"${year}" is no year`);
  return Number(year);
}

function readAuthors(cell: string, line: number): string[] {
  if (cell === '') return [];
  const authors = cell.split(';').map((name) => name.trim());
  const wrong = authors.find((name, at) => name === '' || name.length > 200 || /[\p{Cc}\uFFFD]/u.test(name) || authors.indexOf(name) !== at);
  if (wrong !== undefined) throw new SourceError('identities', line, `author "${wrong}"`);
  return authors;
}

const columns = ['index', 'title', 'arxiv_id', 'year', 'authors', 'confidence'];
const confidences: ReadonlySet<string> = new Set(['high', 'medium']);
