import { arxivIdFromUrl } from '../paper/arxiv-url.ts';
import { parseArxivId } from '../paper/arxiv-id.ts';
import { arxivIdOfDoi, parseDoi } from '../paper/doi.ts';

/** An id that a text names: what the reader sees of it is [start, end). */
export interface IdFound {
  readonly start: number;
  readonly end: number;
  readonly arxivId?: string;
  readonly doi?: string;
}

/** A link of a page: the text it is around, and where it leads. */
export interface LinkedText {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

// Edges of inline elements may stand between a name and its number. A bare number in a sentence is only a number.
const ARXIV = /\barxiv(?:\.org\/(?:abs|pdf|html|format)\/|[\s\uE000\uE001]{0,3}[:.][\s\uE000\uE001]{0,3})([a-z-]{2,12}(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d{1,3})?(?!\d|\.\d)/gi;
const OTHERS = /\b(?:huggingface\.co\/papers|alphaxiv\.org\/(?:abs|overview)|ar5iv(?:\.labs\.arxiv)?\.org\/(?:abs|html))\/(\d{4}\.\d{4,5})(?:v\d{1,3})?(?!\d|\.\d)/gi;
const DOI = /(?<![\d.])10\.\d{4,9}\/[^\s"<>\uE000\uE001]{1,200}/gi;
/** Units of text between two chances to pause; an id that lies across is looked for on both sides. */
const STRETCH = 262_144;
const OVERLAP = 300;

/** The arXiv ids and DOIs in a text, in its order; linear in its length. */
export function* idsIn(text: string): Generator<undefined, readonly IdFound[]> {
  const found = new Map<number, IdFound>();
  for (let from = 0; from < text.length; from += STRETCH) {
    const part = text.slice(from, from + STRETCH + OVERLAP);
    for (const pattern of [ARXIV, OTHERS]) {
      for (const match of part.matchAll(pattern)) {
        const arxivId = parseArxivId(match[1] ?? '')?.id;
        const start = from + match.index;
        if (arxivId !== undefined && !found.has(start)) found.set(start, { start, end: start + match[0].length, arxivId });
      }
    }
    for (const match of part.matchAll(DOI)) {
      const start = from + match.index;
      const id = idOfDoi(match[0]);
      if (id !== undefined && !found.has(start)) found.set(start, { start, end: start + lengthOf(match[0]), ...id });
    }
    yield;
  }
  // An id within another is the same one: a DOI of arXiv's own holds its number.
  let last = 0;
  return [...found.values()]
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < last) return false;
      last = end;
      return true;
    });
}

/** The papers that links lead to, by id. */
export function idsOfLinks(links: readonly LinkedText[]): IdFound[] {
  return links.flatMap(({ start, end, href }) => {
    const arxivId = arxivIdFromUrl(href)?.id;
    if (arxivId !== undefined) return [{ start, end, arxivId }];
    const [doi] = /10\.\d{4,9}\/[^\s"<>?#]{1,200}/.exec(decode(href)) ?? [];
    const id = doi === undefined ? undefined : idOfDoi(doi);
    return id === undefined ? [] : [{ start, end, ...id }];
  });
}

function idOfDoi(text: string): Pick<IdFound, 'arxivId' | 'doi'> | undefined {
  const doi = parseDoi(text);
  if (doi === undefined) return undefined;
  const arxivId = arxivIdOfDoi(doi)?.id;
  return arxivId === undefined ? { doi } : { arxivId };
}

/** Without the punctuation of the sentence around. */
const lengthOf = (text: string): number => parseDoi(text)?.length ?? text.length;

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
