import { cutText } from '../paper/cut-text.ts';
import type { Mention } from '../paper/paper.ts';
import { visibleText } from './title-text.ts';

const MOST_AUTHORS = 200;
const NAME_LENGTH = 200;
const ABSTRACT_LENGTH = 12_000;

type Found = { readonly [Field in keyof Mention]?: Mention[Field] | undefined } & { readonly title: string };

/** A mention of what was found on a page: leaves out what is not known, and takes the year of an arXiv paper from its id. */
export function mentionOf({ title, isCut, arxivId, doi, abstract, authors, year }: Found): Mention {
  const submitted = year ?? (arxivId === undefined ? undefined : yearOf(arxivId));
  return {
    title,
    ...(isCut === true && { isCut }),
    ...(arxivId !== undefined && { arxivId }),
    ...(doi !== undefined && { doi }),
    ...(abstract !== undefined && abstract !== '' && { abstract }),
    ...(authors !== undefined && authors.length > 0 && { authors }),
    ...(submitted !== undefined && { year: submitted }),
  };
}

/** `1711.10925` → 2017, `hep-th/9809096` → 1998: both schemes count months, and arXiv began in 1991. */
function yearOf(arxivId: string): number {
  const short = Number(/(?:^|\/)(\d\d)/.exec(arxivId)?.[1]);
  return short >= 91 ? 1900 + short : 2000 + short;
}

/** The names that links in a list of authors hold; links that only unfold the list lead nowhere. */
export function authorNames(links: Iterable<Element>): string[] {
  const names: string[] = [];
  for (const link of links) {
    if (names.length === MOST_AUTHORS) break;
    const name = /^(?:#|javascript:)/i.test(link.getAttribute('href') ?? '#') ? '' : visibleText(link, NAME_LENGTH);
    if (name !== '') names.push(name);
  }
  return names;
}

/** The text of an abstract, paragraph after paragraph and without its label; undefined where there is none. */
export function abstractText(paragraphs: Iterable<Element>): string | undefined {
  const text = [...paragraphs].map((paragraph) => visibleText(paragraph, ABSTRACT_LENGTH)).join(' ');
  return text === '' ? undefined : cutText(text.replace(/^abstract\s*[:.—]\s*/i, ''), ABSTRACT_LENGTH);
}
