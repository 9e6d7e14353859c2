import { exact, findWord, intersect, rowsIn } from './lookup.ts';
import { phrasePlaces } from './marks.ts';
import type { Phrase, Query } from './query.ts';
import { stopWords } from './stop-words.ts';
import type { Texts } from './texts.ts';
import { readWords } from './words.ts';
import type { WordIndex } from './word-index.ts';

/**
 * The rows that satisfy everything in a query but its plain words, of those that count, with scores; undefined where it asks for nothing
 * else, so that every row may pass.
 */
export async function filterRows(query: Query, parts: readonly WordIndex[], texts: Texts, within?: (row: number) => boolean): Promise<Float32Array | undefined> {
  const rows = rowsIn(parts);
  const demands: Float32Array[] = within === undefined ? [] : [rowsWhere(rows, within)];
  demands.push(...query.authors.map((name) => byAuthor(name, parts, texts)));
  for (const phrase of query.phrases) demands.push(await byPhrase(phrase, parts, texts));
  if (query.years.length > 0) {
    demands.push(rowsWhere(rows, (row) => {
      const year = texts.year(row);
      return year !== undefined && query.years.every(({ from, to }) => year >= from && year <= to);
    }));
  }
  if (query.arxivIds.length > 0) {
    demands.push(rowsWhere(rows, (row) => {
      const arxivId = texts.arxivId(row);
      return arxivId !== undefined && query.arxivIds.every((id) => arxivId.startsWith(id));
    }));
  }
  return demands.length === 0 ? undefined : intersect(demands);
}

/** One author must bear every word of the name, each whole or begun; with typing errors only where nobody else does. */
function byAuthor(name: readonly string[], parts: readonly WordIndex[], texts: Texts): Float32Array {
  for (const typos of [0, 1, 2]) {
    const found = name.map((word) => findWord(parts, word, { prefix: true, typos }, ['authors']));
    const bears = (author: string): boolean => {
      const borne = readWords(author).map((word) => word.text);
      return found.every(({ words }) => borne.some((word) => words.has(word)));
    };
    const rows = keep(intersect(found.map(({ scores }) => scores)), (row) => texts.authors(row).some(bears));
    if (rows.some((score) => score > 0)) return rows;
  }
  return new Float32Array(rowsIn(parts));
}

/**
 * The index proposes, the text decides: titles and authors of all that are proposed, abstracts of the best of them. A
 * phrase that thousands of abstracts may hold would else be read out of all of them.
 */
async function byPhrase(phrase: Phrase, parts: readonly WordIndex[], texts: Texts): Promise<Float32Array> {
  const last = phrase.words.length - 1;
  const telling = phrase.words.flatMap((word, at) =>
    stopWords.has(word) || (phrase.open && at === last) ? [] : [findWord(parts, word, exact).scores],
  );
  const proposed = telling.length > 0 ? intersect(telling) : rowsWhere(rowsIn(parts), () => true);
  const holds = (text: string): boolean => phrasePlaces(readWords(text), phrase).length > 0;
  const rows = keep(proposed, (row) => [texts.title(row), ...texts.authors(row)].some(holds));
  const undecided = Array.from(proposed.keys()).filter((row) => (proposed[row] ?? 0) > 0 && rows[row] === 0);
  const best = undecided.sort((a, b) => (proposed[b] ?? 0) - (proposed[a] ?? 0) || a - b).slice(0, mostRead);
  (await texts.abstracts(best)).forEach((abstract, at) => {
    const row = best[at] ?? 0;
    if (holds(abstract)) rows[row] = proposed[row] ?? 0;
  });
  return rows;
}

function keep(rows: Float32Array, passes: (row: number) => boolean): Float32Array<ArrayBuffer> {
  return Float32Array.from(rows, (score, row) => (score > 0 && passes(row) ? score : 0));
}

function rowsWhere(rows: number, passes: (row: number) => boolean): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: rows }, (_, row) => (passes(row) ? passing : 0));
}

/** The score of a row that only passes: next to nothing beside that of any word. */
const passing = 1e-6;
/** Abstracts read for one phrase. */
const mostRead = 500;
