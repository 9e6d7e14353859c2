import MiniSearch, { type Options, type SearchResult } from 'minisearch';
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

/** Answers queries with the records stored in the index, best first. */
export function openPlain(packed: string): (query: string) => SearchResult[] {
  const index = MiniSearch.loadJSON(packed, options);
  return (query) => index.search(query);
}
