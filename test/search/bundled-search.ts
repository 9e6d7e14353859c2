import { packSearch, search, type Matches } from '../../src/search/search.ts';
import { WordIndex } from '../../src/search/word-index.ts';
import { bundledPapers } from '../collections/bundled.ts';
import { textsOf } from './texts-of.ts';

export const papers = bundledPapers();
const packed = packSearch(papers);
const titles = WordIndex.open(packed.titles.buffer, 'titles');
const whole = [titles, WordIndex.open(packed.abstracts.buffer, 'abstracts')];

/** Searches the collection that ships, as packed and opened again. */
export const searchBundled = (query: string, limit = 10): Promise<Matches> => search(query, whole, textsOf(papers), limit);

/** The same while only titles are loaded. */
export const searchTitles = (query: string, limit = 10): Promise<Matches> => search(query, [titles], textsOf(papers), limit);

export const titleOf = (row: number): string => papers[row]?.title ?? '';

/** The titles found, best first. */
export const found = async (query: string, limit = 10): Promise<string[]> => (await searchBundled(query, limit)).best.map(({ row }) => titleOf(row));
