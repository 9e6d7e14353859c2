import type { Paper } from '../paper/paper.ts';
import { exact, findWord, intersect } from './lookup.ts';
import { phrasePlaces } from './marks.ts';
import type { Phrase, Query } from './query.ts';
import { stopWords } from './stop-words.ts';
import { readWords } from './words.ts';
import type { WordIndex } from './word-index.ts';

/**
 * The rows that satisfy everything in a query but its plain words, with scores; undefined where it asks for nothing
 * else, so that every row may pass.
 */
export function filterRows(query: Query, parts: readonly WordIndex[], papers: readonly Paper[]): Map<number, number> | undefined {
  const demands: ReadonlyMap<number, number>[] = [
    ...query.authors.map((name) => byAuthor(name, parts, papers)),
    ...query.phrases.map((phrase) => byPhrase(phrase, parts, papers)),
  ];
  if (query.years.length > 0)
    demands.push(rowsWhere(papers, ({ year }) => year !== undefined && query.years.every(({ from, to }) => year >= from && year <= to)));
  if (query.arxivIds.length > 0)
    demands.push(rowsWhere(papers, ({ arxivId }) => arxivId !== undefined && query.arxivIds.every((id) => arxivId.startsWith(id))));
  return demands.length === 0 ? undefined : intersect(demands);
}

/** One author must bear every word of the name, each whole or begun; with typing errors only where nobody else does. */
function byAuthor(name: readonly string[], parts: readonly WordIndex[], papers: readonly Paper[]): Map<number, number> {
  for (const typos of [0, 1, 2]) {
    const found = name.map((word) => findWord(parts, word, { prefix: true, typos }, ['authors']));
    const bears = (author: string): boolean => {
      const borne = readWords(author).map((word) => word.text);
      return found.every(({ words }) => borne.some((word) => words.has(word)));
    };
    const rows = [...intersect(found.map(({ scores }) => scores))].filter(([row]) => papers[row]?.authors.some(bears));
    if (rows.length > 0) return new Map(rows);
  }
  return new Map();
}

/** The index proposes, the text decides. */
function byPhrase(phrase: Phrase, parts: readonly WordIndex[], papers: readonly Paper[]): Map<number, number> {
  const last = phrase.words.length - 1;
  const telling = phrase.words.flatMap((word, at) =>
    stopWords.has(word) || (phrase.open && at === last) ? [] : [findWord(parts, word, exact).scores],
  );
  const proposed = telling.length > 0 ? intersect(telling) : rowsWhere(papers, () => true);
  return new Map([...proposed].filter(([row]) => {
    const paper = papers[row];
    return paper !== undefined && [paper.title, paper.abstract, ...paper.authors].some((text) => phrasePlaces(readWords(text), phrase).length > 0);
  }));
}

function rowsWhere(papers: readonly Paper[], passes: (paper: Paper) => boolean): Map<number, number> {
  const rows = new Map<number, number>();
  for (const [row, paper] of papers.entries()) if (passes(paper)) rows.set(row, 0);
  return rows;
}
