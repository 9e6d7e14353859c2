import { packSearch, search, type Matches } from '../../src/search/search.ts';
import { WordIndex } from '../../src/search/word-index.ts';
import { bundledPapers } from '../collections/bundled.ts';

export const papers = bundledPapers();
const packed = packSearch(papers);
const titles = WordIndex.open(packed.titles.slice().buffer, 'titles');
const whole = [titles, WordIndex.open(packed.abstracts.slice().buffer, 'abstracts')];

/** Searches the collection that ships, as packed and opened again. */
export const searchBundled = (query: string, limit = 10): Matches => search(query, whole, papers, limit);

/** The same while only titles are loaded. */
export const searchTitles = (query: string, limit = 10): Matches => search(query, [titles], papers, limit);

export const titleOf = (row: number): string => papers[row]?.title ?? '';

/** The titles found, best first. */
export const found = (query: string, limit = 10): string[] => searchBundled(query, limit).best.map(({ row }) => titleOf(row));
