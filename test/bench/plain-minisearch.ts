import MiniSearch, { type Options } from 'minisearch';
import type { Paper } from '../../src/paper/paper.ts';

/** What one would write without further thought: every field indexed, the record stored beside it. */
const options: Options = {
  idField: 'key',
  fields: ['title', 'abstract', 'authors', 'year', 'arxivId'],
  storeFields: ['key', 'title', 'abstract', 'authors', 'year', 'arxivId'],
  searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 3 } },
};

export function packPlain(papers: readonly Paper[]): string {
  const index = new MiniSearch(options);
  index.addAll(papers);
  return JSON.stringify(index);
}

/** From the file's bytes to the keys that answer a query. */
export function searchPlain(bytes: ArrayBuffer, query: string): string[] {
  return openPlain(new TextDecoder().decode(bytes))(query);
}

export function openPlain(packed: string): (query: string) => string[] {
  const index = MiniSearch.loadJSON(packed, options);
  return (query) => index.search(query).map(({ id }) => String(id));
}
