import { parseArxivId } from '../paper/arxiv-id.ts';
import { arxivIdBehind, pathParts } from './address.ts';
import { isArxiv } from './hosts.ts';
import { abstractText, authorNames, mentionOf } from './mention.ts';
import type { Site } from './site.ts';
import { titleText } from './title-text.ts';

/** arXiv's lists of papers: new, recent, pastweek, a month or a year, catch-up, and an author's own page. */
export const arxivList: Site = {
  name: 'arXiv listing',

  matches(url) {
    const [section = '', ...rest] = pathParts(url);
    const isList = (section === 'list' || section === 'catchup') && rest.length >= 2;
    return isArxiv(url) && (isList || (section === 'a' && rest.length === 1)) ? 'listing' : undefined;
  },

  *titles(document) {
    yield* document.querySelectorAll('dl > dd .list-title');
  },

  entry(element, url) {
    const title = titleText(element);
    const item = element.closest('dd');
    if (title === '' || item === null) return undefined;
    return {
      main: false,
      anchor: element,
      mention: mentionOf({
        title,
        arxivId: idOf(item, url),
        abstract: abstractText(item.querySelectorAll('p.mathjax')),
        authors: authorNames(item.querySelectorAll('.list-authors a')),
      }),
    };
  },

  list: {
    sort: 'moving',
    row(title) {
      const item = title.closest('dd');
      const head = item && headOf(item);
      return item && head ? [head, item] : [];
    },
  },

  empty(document) {
    const says = document.querySelector('#dlpage, #content, main')?.textContent ?? '';
    return document.querySelector('dl > dt') === null && /\bno (?:updates for this time period|entries|new (?:submissions|articles)|articles|papers)\b/i.test(says.slice(0, 20_000));
  },
};

/** The id stands in the `dt` before an item. */
function idOf(item: Element, url: URL): string | undefined {
  const link = headOf(item)?.querySelector('a[title="Abstract"], a[href*="/abs/"]');
  if (!link) return undefined;
  return arxivIdBehind(link, url) ?? parseArxivId(link.id)?.id;
}

/**
 * The `dt` that goes with an item. Found from the item, never by position in the document: headings and notes stand
 * between items, and days can be empty.
 */
function headOf(item: Element): Element | undefined {
  let before = item.previousElementSibling;
  while (before !== null && before.localName !== 'dt' && before.localName !== 'dd') before = before.previousElementSibling;
  return before?.localName === 'dt' ? before : undefined;
}
