import type { Text } from '../related/related.ts';
import { InputError, optionalTextOf, readJsonLines, textOf, type Line } from './jsonl.ts';

/** The candidates of an evaluation, in the order of their file. */
export interface Candidates {
  readonly ids: readonly string[];
  readonly texts: readonly Text[];
  /** Row of an id. */
  readonly rows: ReadonlyMap<string, number>;
}

/** `title`: asked by the title alone, as most listings do. */
export type Mode = 'title' | 'abstract';

export interface Query {
  readonly id: string;
  readonly text: Text;
  /** Row of the paper that asks, named by its id or given by its text; it is never its own answer. */
  readonly row: number | undefined;
}

/** Reads `{id, title, abstract}` per line. @throws InputError with the line, also for an id given twice. */
export async function readPapers(file: string): Promise<Candidates> {
  const ids: string[] = [];
  const texts: Text[] = [];
  const rows = new Map<string, number>();
  for await (const line of readJsonLines(file)) {
    const id = idOf(line);
    if (rows.has(id)) throw new InputError(`${line.place}: id "${id}" a second time`);
    rows.set(id, ids.length);
    ids.push(id);
    texts.push(textsOf(line));
  }
  if (ids.length === 0) throw new InputError(`${file}: holds no paper`);
  return { ids, texts, rows };
}

/**
 * Reads the queries: `{id, mode?}` asks with a paper of the collection, `{id?, title, abstract?, mode?}` with a text of
 * its own. Without a mode, the abstract is used where there is one.
 * @param mode overrides the mode of every line.
 * @throws InputError with the line, also for the id of no paper and for an id given twice.
 */
export async function readQueries(file: string, papers: Candidates, mode?: Mode): Promise<Query[]> {
  const queries: Query[] = [];
  const seen = new Set<string>();
  for await (const line of readJsonLines(file)) {
    const own = line.fields['title'] !== undefined;
    const id = own && line.fields['id'] === undefined ? `q${queries.length + 1}` : idOf(line);
    if (seen.has(id)) throw new InputError(`${line.place}: query "${id}" a second time`);
    seen.add(id);
    const text = own ? textsOf(line) : papers.texts[papers.rows.get(id) ?? -1];
    if (text === undefined) throw new InputError(`${line.place}: no paper has the id "${id}"`);
    const row = papers.rows.get(id) ?? papers.texts.findIndex((paper) => isSameText(text, paper));
    const asked = mode ?? modeOf(line);
    queries.push({ id, row: row < 0 ? undefined : row, text: asked === 'title' ? { title: text.title } : text });
  }
  if (queries.length === 0) throw new InputError(`${file}: holds no query`);
  return queries;
}

/** A title that may be empty, but must be there, and an abstract that need not be. */
function textsOf(line: Line): { title: string; abstract: string } {
  const title = line.fields['title'] === '' ? '' : textOf(line, 'title');
  return { title, abstract: optionalTextOf(line, 'abstract') };
}

/** Whether a query is the very text of a paper; one without an abstract is by its title. */
function isSameText(query: Text, paper: Text): boolean {
  return query.title !== '' && query.title === paper.title && (!query.abstract || query.abstract === paper.abstract);
}

function idOf(line: Line): string {
  const value = line.fields['id'];
  const id = typeof value === 'number' ? String(value) : textOf(line, 'id');
  if (/\s/.test(id)) throw new InputError(`${line.place}: the id "${id}" holds white space, which a run file cannot`);
  return id;
}

function modeOf(line: Line): Mode {
  const mode = line.fields['mode'] ?? 'abstract';
  if (mode === 'title' || mode === 'abstract') return mode;
  throw new InputError(`${line.place}: "mode" is neither "title" nor "abstract"`);
}
