import { arxivIdBehind, pathParts } from './address.ts';
import { citedPaper } from './cited-paper.ts';
import { isCvf } from './hosts.ts';
import { abstractText, mentionOf } from './mention.ts';
import type { Site } from './site.ts';
import { titleText } from './title-text.ts';

/** One paper of CVF Open Access. Not seen on a saved page: as others report it. */
export const cvfPaper: Site = citedPaper({
  name: 'CVF paper',
  matches: (url) => isCvf(url) && pathParts(url).includes('html'),
  heading: '#papertitle',
  shown: (page, url) => {
    const abstract = abstractText(page.querySelectorAll('#abstract'));
    const arxivId = onlyId(page.querySelectorAll('#content a[href*="arxiv.org/"]'), url);
    return { ...(abstract !== undefined && { abstract }), ...(arxivId !== undefined && { arxivId }) };
  },
});

/** A conference of CVF Open Access, or a day of it. Not seen on a saved page: as many others report it. */
export const cvfConference: Site = {
  name: 'CVF conference',

  matches(url) {
    const [first = ''] = pathParts(url);
    return isCvf(url) && /^[A-Za-z]+\d{4}(?:\.py|_\w+)?$/.test(first) ? 'listing' : undefined;
  },

  *titles(document) {
    yield* document.querySelectorAll('dt.ptitle > a[href]');
  },

  entry(link, url) {
    const title = titleText(link);
    if (title === '') return undefined;
    const about = rowsAfter(link.closest('dt'));
    // Each author is a small form; its button's words are script.
    const authors = about.flatMap((row) => Array.from(row.querySelectorAll('input[name="query_author"]'), (input) => input.getAttribute('value') ?? ''));
    const arxivId = onlyId(about.flatMap((row) => Array.from(row.querySelectorAll('a[href*="arxiv.org/"]'))), url);
    return { main: false, anchor: link, mention: mentionOf({ title, arxivId, authors: authors.filter((name) => name !== '' && name.length <= 200).slice(0, 200) }) };
  },

  /** The first page of a conference lists its days. */
  empty: (document) => document.querySelector('dt.ptitle') === null,
};

/** Everything that belongs to a title: the `dd` up to the next `dt`. */
function rowsAfter(title: Element | null): Element[] {
  const rows: Element[] = [];
  for (let next = title?.nextElementSibling ?? null; next !== null && next.localName === 'dd'; next = next.nextElementSibling) rows.push(next);
  return rows;
}

function onlyId(links: Iterable<Element>, url: URL): string | undefined {
  const ids = new Set([...links].map((link) => arxivIdBehind(link, url)).filter((id) => id !== undefined));
  return ids.size === 1 ? [...ids][0] : undefined;
}
