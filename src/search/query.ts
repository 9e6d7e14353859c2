import { stopWords } from './stop-words.ts';
import { readWords } from './words.ts';

/** A plain word that a paper must have. */
export interface Term {
  readonly word: string;
  /** Function words only help to order: abstracts are indexed without them. */
  readonly optional: boolean;
}

export interface Phrase {
  /** Must stand side by side in the title, in the abstract or in an author's name. */
  readonly words: readonly string[];
  /** The closing quote is not typed yet, so the last word may go on. */
  readonly open: boolean;
}

/** Years, both ends included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** What a reader has typed into the search box, taken apart. */
export interface Query {
  readonly terms: readonly Term[];
  readonly phrases: readonly Phrase[];
  /** The words of one name each; one author of the paper must bear them all. */
  readonly authors: readonly (readonly string[])[];
  readonly years: readonly Years[];
  /** Beginnings of arXiv ids. */
  readonly arxivIds: readonly string[];
}

/**
 * Reads `author:`, `year:` and `arxiv:` with a bare or quoted value, quoted phrases and plain words. Never fails: a year
 * that is none and an empty value count as not typed, since most queries are read while they are being typed.
 */
export function parseQuery(text: string): Query {
  const terms: Term[] = [];
  const phrases: Phrase[] = [];
  const authors: string[][] = [];
  const years: Years[] = [];
  const arxivIds: string[] = [];
  for (const found of straighten(text.slice(0, longestQuery)).matchAll(piece)) {
    const [, field, quoted, closing, bare = ''] = found;
    const value = quoted ?? bare;
    if (field === undefined) {
      if (quoted === undefined) terms.push(...readTerms(bare));
      else if (readWords(quoted).length > 0) phrases.push({ words: readWords(quoted).map((word) => word.text), open: closing === '' });
      continue;
    }
    switch (field.toLowerCase()) {
      case 'author': {
        const name = readWords(value).map((word) => word.text);
        if (name.length > 0) authors.push(name);
        break;
      }
      case 'year': {
        const range = readYears(value);
        if (range !== undefined) years.push(range);
        break;
      }
      default:
        if (value.trim() !== '') arxivIds.push(value.trim().toLowerCase().replace(/v\d{1,3}$/, ''));
    }
  }
  return { terms: terms.slice(0, mostTerms), phrases, authors, years, arxivIds };
}

/** Whether anything is asked for at all. */
export function isEmpty(query: Query): boolean {
  return Object.values(query).every((part: readonly unknown[]) => part.length === 0);
}

function readTerms(text: string): Term[] {
  return readWords(text).map(({ text: word }) => ({ word, optional: stopWords.has(word) }));
}

/** `2017`, `2016-2019`, `2016..2019`, `2019-`, `>=2020`, `<2015`; the first digits of a year stand for all years that begin so. */
function readYears(text: string): Years | undefined {
  const value = text.trim();
  const bound = /^([<>]=?)\s*(\d{4})$/.exec(value);
  if (bound !== null) {
    const year = Number(bound[2]);
    switch (bound[1]) {
      case '<': return { from: 0, to: year - 1 };
      case '<=': return { from: 0, to: year };
      case '>': return { from: year + 1, to: 9999 };
      default: return { from: year, to: 9999 };
    }
  }
  const range = /^(\d{4})?\s*(?:-|\.\.)\s*(\d{1,4})?$/.exec(value);
  if (range !== null && (range[1] ?? range[2]) !== undefined) {
    const [, from = '0', to = '9999'] = range;
    return { from: Number(from), to: Number(to.padEnd(4, '9')) };
  }
  if (/^\d{1,4}$/.test(value)) return { from: Number(value.padEnd(4, '0')), to: Number(value.padEnd(4, '9')) };
  return undefined;
}

/** Quotes and dashes of every kind become the plain ones, one unit for one unit. */
function straighten(text: string): string {
  return text.replace(/[\u201C-\u201F\u00AB\u00BB\u2033\uFF02]/g, '"').replace(/[\u2012-\u2015\u2212]/g, '-').replace(/\u2265/g, '>=').replace(/\u2264/g, '<=');
}

const piece = /(?:\b(author|year|arxiv):\s*)?(?:"([^"]*)("|$)|((?:(?!\b(?:author|year|arxiv):)[^\s"])+))|\b(?:author|year|arxiv):/gi;
const longestQuery = 1_000;
/** Enough for any title; a pasted abstract is cut. */
const mostTerms = 32;
