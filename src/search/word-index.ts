import MiniSearch, { type Options } from 'minisearch';
import type { Paper } from '../paper/paper.ts';
import { packIndex, PackedSearch } from './packed-search.ts';
import { readCompounds, readWords } from './words.ts';
import { stopWords } from './stop-words.ts';

/**
 * The two parts of the index. Titles come with all that is short, so that a cold start can answer from a quarter of
 * the index while the abstracts are still being read.
 */
export type Part = 'titles' | 'abstracts';

export type Field = 'title' | 'authors' | 'year' | 'arxivId' | 'abstract';

/** What one word finds: a score per row, greater is better, and the indexed words it stands for. */
export interface Found {
  readonly scores: Map<number, number>;
  readonly words: Set<string>;
}

/** How a word may differ from what is indexed. */
export interface Likeness {
  /** The word may go on. */
  readonly prefix: boolean;
  /** As many letters may be wrong, missing or too many, fewer in short words: 0 to 2. */
  readonly typos: number;
}

interface Row {
  readonly row: number;
  readonly paper: Paper;
}

/** The words of one part of a collection. Rows are the places of the papers in the list it was built from. */
export class WordIndex {
  readonly #words: MiniSearch<Row>;

  private constructor(words: MiniSearch<Row>) {
    this.#words = words;
  }

  /** Opens what {@link packWords} wrote. Throws where the bytes are not that. */
  static open(packed: ArrayBuffer, part: Part): WordIndex {
    return new WordIndex(PackedSearch.open(packed, settings(part)));
  }

  /** Adds to `found` what one folded word finds; a row found twice keeps its better score. */
  find(word: string, likeness: Likeness, fields: readonly Field[] | undefined, weight: number, found: Found): void {
    const results = this.#words.search(word, {
      prefix: likeness.prefix,
      fuzzy: Math.min(likeness.typos, typosIn(word)),
      ...(fields !== undefined && { fields: [...fields] }),
    });
    for (const { id, score, terms } of results) {
      const row: number = id;
      // Scores of all the words that one word stands for were summed: a paper with three likenesses is no better.
      found.scores.set(row, Math.max(found.scores.get(row) ?? 0, (score * weight) / Math.sqrt(terms.length)));
      for (const term of terms) found.words.add(term);
    }
  }
}

/** Indexes one part of the papers, for {@link WordIndex.open}. */
export function packWords(papers: readonly Paper[], part: Part): Uint8Array {
  const words = new MiniSearch<Row>(settings(part));
  words.addAll(papers.map((paper, row) => ({ row, paper })));
  return packIndex(words.toJSON());
}

function settings(part: Part): Options<Row> {
  return {
    idField: 'row',
    fields: fields[part],
    extractField: (document, field) => (field === 'row' ? document.row : fieldText(document.paper, field)),
    tokenize: (text, field) => indexedWords(text, field),
    processTerm: (word) => word,
    searchOptions: { tokenize: (word) => [word], boost: { title: 4, authors: 2.5 }, weights: { prefix: 0.5, fuzzy: 0.3 }, maxFuzzy: 2 },
  };
}

function fieldText(paper: Paper, field: string): string {
  switch (field) {
    case 'title': return paper.title;
    case 'authors': return paper.authors.join('; ');
    case 'year': return String(paper.year ?? '');
    case 'arxivId': return paper.arxivId ?? '';
    default: return paper.abstract;
  }
}

function indexedWords(text: string, field: string | undefined): string[] {
  const words = readWords(text);
  const all = [...words, ...readCompounds(text, words)].map((word) => word.text);
  return field === 'abstract' ? all.filter((word) => !stopWords.has(word)) : all;
}

/** Letters that may differ, by length; a year or an id is another one when a digit differs. */
function typosIn(word: string): number {
  if (word.length < 4 || /^\d+$/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

const fields: Readonly<Record<Part, Field[]>> = { titles: ['title', 'authors', 'year', 'arxivId'], abstracts: ['abstract'] };
