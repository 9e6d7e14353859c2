import { parseDoi } from '../paper/doi.ts';
import { arxivIdBehind, pathParts } from './address.ts';
import { isArxiv } from './hosts.ts';
import { abstractText, authorNames, mentionOf } from './mention.ts';
import type { Site } from './site.ts';
import { titleText } from './title-text.ts';

/** arXiv's search results: simple, advanced, or inside one archive. */
export const arxivSearch: Site = {
  name: 'arXiv search',

  matches(url) {
    return isArxiv(url) && pathParts(url)[0] === 'search' ? 'listing' : undefined;
  },

  *titles(document) {
    yield* document.querySelectorAll('li.arxiv-result p.title');
  },

  entry(element, url) {
    const title = titleText(element);
    const result = element.closest('li.arxiv-result');
    if (title === '' || result === null) return undefined;
    const doi = result.querySelector('.tags a[href*="doi.org/"]');
    return {
      main: false,
      anchor: element,
      mention: mentionOf({
        title,
        // Unlike in the lists, `.list-title` is the line with the id here.
        arxivId: arxivIdBehind(result.querySelector('.list-title a[href*="/abs/"]'), url),
        doi: parseDoi(doi?.getAttribute('href') ?? ''),
        // The short form beside it is cut; the full one ends in a link that folds it again.
        abstract: abstractText(result.querySelectorAll('.abstract-full'))?.replace(/\s*△\s*Less$/, ''),
        authors: authorNames(result.querySelectorAll('.authors a')),
      }),
    };
  },

  list: {
    sort: 'moving',
    row(title) {
      const result = title.closest('ol > li.arxiv-result');
      return result === null ? [] : [result];
    },
  },

  empty(document, url) {
    const asks = [...url.searchParams].some(([name, value]) => value !== '' && (name === 'query' || name.endsWith('-term')));
    return !asks || /produced no results/i.test(document.querySelector('main')?.textContent.slice(0, 20_000) ?? '');
  },
};
