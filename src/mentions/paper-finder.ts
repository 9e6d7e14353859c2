import { familyNames } from '../paper/authors.ts';
import type { Paper } from '../paper/paper.ts';
import { isAcceptable, type Occurrence } from './acceptable.ts';
import { BLOCK } from './edges.ts';
import { type Letters, lettersOf } from './letters.ts';
import { quickKey, TitleIndex } from './title-index.ts';

/** What is looked for of a paper. */
export interface TitleOf {
  readonly title: string;
  /** Folded family names in the order of the paper. */
  readonly families: readonly string[];
  readonly year?: number | undefined;
}

/** Word beginnings looked at between two chances to pause. */
const STRETCH = 20_000;

/** Finds the titles of a collection in any text. Pure; every long step may be interrupted. */
export class PaperFinder {
  readonly #papers: readonly Pick<Paper, 'title' | 'authors' | 'year'>[];
  readonly #titles: TitleIndex;
  readonly #generic = new Map<string, boolean>();
  /** All titles, one a line. */
  readonly #lines: string;

  private constructor(papers: readonly Pick<Paper, 'title' | 'authors' | 'year'>[], titles: TitleIndex) {
    this.#papers = papers;
    this.#titles = titles;
    this.#lines = `\n${papers.map(({ title }) => title).join('\n')}\n`;
  }

  static *build(papers: readonly Pick<Paper, 'title' | 'authors' | 'year'>[]): Generator<undefined, PaperFinder> {
    return new PaperFinder(papers, yield* TitleIndex.build(papers.map(({ title }) => title)));
  }

  /** The papers whose titles stand in the text, in its order, none within another. */
  *find(text: string): Generator<undefined, readonly Occurrence[]> {
    const accepted: Occurrence[] = [];
    let last = 0;
    for (const { found, start, end } of yield* occurrences(this.#titles, text)) {
      if (start < last || quickKey(plain(text.slice(start, end))) !== this.#titles.key(found)) continue;
      for (const row of this.#titles.rows(found)) {
        const paper = this.#papers[row];
        if (paper === undefined || !isAcceptable(text, { start, end, row }, { title: paper.title, families: familyNames(paper.authors), year: paper.year }, this.#isGeneric(paper.title))) continue;
        accepted.push({ start, end, row });
        last = end;
        break;
      }
      if (accepted.length % 200 === 0) yield;
    }
    return accepted;
  }

  /** The words of a title that stand, in the same capitals, inside another title: they are a term of the field. */
  #isGeneric(title: string): boolean {
    let generic = this.#generic.get(title);
    if (generic === undefined) {
      generic = false;
      for (let at = this.#lines.indexOf(title); at >= 0 && !generic; at = this.#lines.indexOf(title, at + 1)) {
        const [before, after] = [this.#lines.charAt(at - 1), this.#lines.charAt(at + title.length)];
        generic = !isLetter(before) && !isLetter(after) && (before !== '\n' || after !== '\n');
      }
      this.#generic.set(title, generic);
    }
    return generic;
  }
}

const isLetter = (char: string): boolean => /^[\p{L}\p{N}]$/u.test(char);

interface Stretch {
  readonly found: number;
  readonly start: number;
  readonly end: number;
}

/** Every stretch of the text that spells a title, in the order of the text, of several at one place the longest first. */
function* occurrences(titles: TitleIndex, text: string): Generator<undefined, readonly Stretch[]> {
  const letters = yield* lettersOf(text);
  const all: Stretch[] = [];
  for (let from = 0; from < letters.count; from++) {
    if (from % STRETCH === 0) yield;
    if (letters.starts[from] !== 1) continue;
    for (const found of titles.beginningAt(letters, from)) {
      const stretch = stretchOf(text, letters, found, from, from + titles.key(found).length);
      if (stretch !== undefined) all.push(stretch);
    }
  }
  return all;
}

/** Undefined where it lies across the edge of a block: no title does. */
function stretchOf(text: string, { at }: Letters, found: number, from: number, to: number): Stretch | undefined {
  const start = at[from] ?? 0;
  const end = endOf(text, at[to - 1] ?? 0);
  if (text.slice(start, end).includes(BLOCK)) return undefined;
  return { found, start, end };
}

/** After the last letter, and what makes one with it. */
function endOf(text: string, last: number): number {
  let end = last + ((text.codePointAt(last) ?? 0) > 0xff_ff ? 2 : 1);
  while (end < text.length && /^\p{M}$/u.test(text.charAt(end))) end++;
  return end;
}

const plain = (text: string): string => text.replaceAll(/[\uE000\uE001]/g, '');
