import { arxivIdBehind, pathParts } from './address.ts';
import { citationOf, pageOf } from './citation.ts';
import { lettersOf } from './headings.ts';
import { isSemanticScholar } from './hosts.ts';
import { mentionOf } from './mention.ts';
import { namesShown } from './name-list.ts';
import type { Entry, Site } from './site.ts';
import { titleText } from './title-text.ts';

const HEADING = 'h1[data-test-id="paper-detail-title"], h1[data-selenium-selector="paper-detail-title"]';
const TITLES = '.cl-paper-row .cl-paper-title, .cl-paper-row [data-test-id="title-link"]';
const LISTS = new Set(['search', 'author', 'me', 'venue', 'topic']);

/**
 * One paper on Semantic Scholar, with the papers that cite it and that it cites; an application that changes in place.
 * Not seen on a saved page: as others report it, by the names that it gives its parts for its own tests.
 */
export const semanticScholarPaper: Site = {
  name: 'Semantic Scholar paper',

  matches(url) {
    return isSemanticScholar(url) && ['paper', 'reader', 'arxiv'].includes(pathParts(url)[0] ?? '') ? 'paper' : undefined;
  },

  *titles(document) {
    const heading = document.querySelector(HEADING);
    if (heading !== null) yield heading;
    yield* rowTitles(document);
  },

  entry(element, url) {
    if (element.localName !== 'h1') return rowEntry(element, url);
    const title = titleText(element);
    if (title === '') return undefined;
    const cited = citationOf(pageOf(element));
    const known = cited !== undefined && lettersOf(cited.title) === lettersOf(title) ? cited : undefined;
    return { main: true, anchor: element, mention: mentionOf({ ...known, title }) };
  },
};

/** Its search, authors, library and feeds. Not seen on a saved page: as others report it. */
export const semanticScholarList: Site = {
  name: 'Semantic Scholar listing',

  matches(url) {
    return isSemanticScholar(url) && LISTS.has(pathParts(url)[0] ?? '') ? 'listing' : undefined;
  },

  titles: rowTitles,
  entry: rowEntry,

  empty(document) {
    return document.querySelector('[data-test-id="error-message-block"]') !== null || /\bno (?:papers|results)\b/i.test(document.querySelector('main, #app')?.textContent.slice(0, 50_000) ?? '');
  },
};

/** Older rows have a heading inside the link, newer ones may have the link alone: one of the two for each row. */
function* rowTitles(document: Document): Generator<Element> {
  for (const title of document.querySelectorAll(TITLES)) if (title.parentElement?.closest('.cl-paper-title, [data-test-id="title-link"]') == null) yield title;
}

function rowEntry(element: Element, url: URL): Entry | undefined {
  const title = titleText(element);
  const row = element.closest('.cl-paper-row');
  if (title === '' || row === null) return undefined;
  const year = /\b(?:1[89]|20)\d\d\b/.exec(row.querySelector('.cl-paper-pubdates')?.textContent.slice(0, 200) ?? '')?.[0];
  return {
    main: false,
    anchor: element,
    mention: mentionOf({
      title,
      arxivId: arxivIdBehind(row.querySelector('a[href*="arxiv.org/"]'), url),
      authors: authorsOf(row),
      year: year === undefined ? undefined : Number(year),
    }),
  };
}

function authorsOf(row: Element): string[] {
  const links = [...row.querySelectorAll('.cl-paper-authors__author-link')];
  return links.length > 0 ? links.map(titleText).filter((name) => name !== '').slice(0, 200) : namesShown(row.querySelector('[data-test-id="author-list"]'));
}
