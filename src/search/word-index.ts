import type { Options } from 'minisearch';
import type { Paper } from '../paper/paper.ts';
import { packIndex, PackedSearch, IndexBuilder, type Counted } from './packed-search.ts';
import { readCompounds, readWords } from './words.ts';
import { stopWords } from './stop-words.ts';

/**
 * The two parts of the index. Titles come with all that is short, so that a cold start can answer from a quarter of
 * the index while the abstracts are still being read.
 */
export type Part = 'titles' | 'abstracts';

export type Field = 'title' | 'authors' | 'year' | 'arxivId' | 'abstract';

/** What is indexed of a paper. */
export type Indexed = Pick<Paper, 'title' | 'abstract' | 'authors' | 'year' | 'arxivId'>;

/** What one word finds. */
export interface Found {
  /** By row, greater is better; 0 where it does not stand. */
  readonly scores: Float32Array;
  /** The indexed words it stands for. */
  readonly words: Set<string>;
}

/** How a word may differ from what is indexed. */
export interface Likeness {
  /** The word may go on. */
  readonly prefix: boolean;
  /** As many letters may be wrong, missing or too many, fewer in short words: 0 to 2. */
  readonly typos: number;
}

/** The words of one part of a collection. Rows are the places of the papers in the list it was built from. */
export class WordIndex {
  readonly #words: PackedSearch<Indexed>;
  readonly #part: Part;

  private constructor(words: PackedSearch<Indexed>, part: Part) {
    this.#words = words;
    this.#part = part;
  }

  /** Opens what {@link packWords} wrote. Throws `PackedError` where the bytes are not that. */
  static open(packed: ArrayBuffer, part: Part): WordIndex {
    return new WordIndex(new PackedSearch(packed, settings(part)), part);
  }

  /** Rows there are, those removed among them. */
  get rows(): number {
    return this.#words.rows;
  }

  /** Adds a paper behind the last. It is found as if the index had been built with it. */
  append(paper: Indexed): void {
    this.#words.append(countWords(paper, this.#part));
  }

  /** The row is found no more; the others keep their numbers. */
  drop(row: number): void {
    this.#words.drop(row);
  }

  /** Packed again with what was added and without what was removed. */
  pack(): Uint8Array<ArrayBuffer> {
    return packIndex(this.#words.parts());
  }

  /** Adds to `found` what one folded word finds; a row found twice keeps its better score. */
  find(word: string, likeness: Likeness, only: readonly Field[] | undefined, weight: number, found: Found): void {
    const tally = this.#words.scores(word, {
      prefix: likeness.prefix,
      fuzzy: Math.min(likeness.typos, typosIn(word)),
      ...(only !== undefined && { fields: only.filter((field) => fields[this.#part].includes(field)) }),
    });
    tally.each((row, score, terms) => {
      // Scores of all the words that one word stands for were summed: a paper with three likenesses is no better.
      found.scores[row] = Math.max(found.scores[row] ?? 0, (score * weight) / Math.sqrt(terms));
    });
    for (const term of tally.terms) found.words.add(term);
  }
}

/** Indexes one part of the papers, for {@link WordIndex.open}. */
export function packWords(papers: readonly Indexed[], part: Part): Uint8Array<ArrayBuffer> {
  const builder = new WordIndexBuilder(part);
  for (const paper of papers) builder.add(paper);
  return builder.pack();
}

/** Indexes paper by paper, in the order of their rows. */
export class WordIndexBuilder {
  readonly #part: Part;
  readonly #builder: IndexBuilder;

  constructor(part: Part) {
    this.#part = part;
    this.#builder = new IndexBuilder(fields[part].length);
  }

  add(paper: Indexed): void {
    this.#builder.add(countWords(paper, this.#part));
  }

  /** For {@link WordIndex.open}. */
  pack(): Uint8Array<ArrayBuffer> {
    return this.#builder.pack();
  }
}

function settings(part: Part): Options<Indexed> {
  return {
    fields: fields[part],
    searchOptions: { boost: { title: 4, authors: 2.5 }, weights: { prefix: 0.5, fuzzy: 0.3 }, maxFuzzy: 2 },
  };
}

function* countWords(paper: Indexed, part: Part): Generator<Counted> {
  for (const [field, name] of fields[part].entries()) {
    const counts = new Map<string, number>();
    for (const term of indexedWords(fieldText(paper, name), name)) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) yield { term, field, count };
  }
}

function fieldText(paper: Indexed, field: Field): string {
  switch (field) {
    case 'title': return paper.title;
    case 'authors': return paper.authors.join('; ');
    case 'year': return String(paper.year ?? '');
    case 'arxivId': return paper.arxivId ?? '';
    default: return paper.abstract;
  }
}

function indexedWords(text: string, field: Field): string[] {
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
