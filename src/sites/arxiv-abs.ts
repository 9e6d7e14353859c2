import { arxivIdAfter } from './address.ts';
import { citationOf, pageOf } from './citation.ts';
import { isArxiv } from './hosts.ts';
import { abstractText, authorNames, mentionOf } from './mention.ts';
import type { Site } from './site.ts';
import { titleText } from './title-text.ts';

/** The abstract page of one arXiv paper. */
export const arxivAbs: Site = {
  name: 'arXiv abstract page',

  matches(url) {
    return isArxiv(url) && arxivIdAfter(url, 'abs') !== undefined ? 'paper' : undefined;
  },

  *titles(document) {
    const title = document.querySelector('h1.title') ?? document.querySelector('meta[name="citation_title"]');
    if (title !== null) yield title;
  },

  entry(element, url) {
    const page = pageOf(element);
    const isShown = element.localName === 'h1';
    // The heading has letters where the metadata may keep TeX accents; the rest is the metadata's.
    const cited = isShown ? citationOf(page, titleText(element)) : citationOf(page);
    if (cited === undefined) return undefined;
    const names = authorNames(page.querySelectorAll('.authors a'));
    return {
      main: true,
      anchor: isShown ? element : null,
      mention: mentionOf({
        title: cited.title,
        arxivId: arxivIdAfter(url, 'abs') ?? cited.arxivId,
        doi: cited.doi,
        abstract: abstractText(page.querySelectorAll('blockquote.abstract')) ?? cited.abstract,
        authors: names.length > 0 ? names : cited.authors,
      }),
    };
  },
};
