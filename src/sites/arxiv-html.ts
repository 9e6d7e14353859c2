import { arxivIdAfter } from './address.ts';
import { bibliography } from './bibliography.ts';
import { pageOf } from './citation.ts';
import { contentHeadings, headingThatSays } from './headings.ts';
import { isAr5iv, isArxiv } from './hosts.ts';
import { abstractText, mentionOf } from './mention.ts';
import type { Site } from './site.ts';
import { titleText } from './title-text.ts';

/** The full text of one arXiv paper as HTML, on arXiv itself or on ar5iv, and the few that authors wrote in HTML themselves. */
export const arxivHtml: Site = {
  name: 'arXiv paper in HTML',

  matches(url) {
    const isPaper = (isArxiv(url) && arxivIdAfter(url, 'html') !== undefined) || (isAr5iv(url) && arxivIdAfter(url, 'html', 'abs', 'pdf') !== undefined);
    return isPaper ? 'paper' : undefined;
  },

  *titles(document) {
    const title = document.querySelector('.ltx_title_document') ?? authorsOwnTitle(document);
    if (title !== null) yield title;
  },

  entry(element, url) {
    const isShown = element.localName !== 'title';
    const title = isShown ? titleText(element) : windowTitle(element);
    if (title === '') return undefined;
    const abstract = abstractText(pageOf(element).querySelectorAll('.ltx_abstract .ltx_p'));
    return {
      main: true,
      anchor: isShown ? element : null,
      mention: mentionOf({ title, arxivId: arxivIdAfter(url, 'html', 'abs', 'pdf'), abstract }),
    };
  },

  bibliography,
};

/** HTML by the authors has no classes to go by: the heading that repeats the window's title, else the first, else that title. */
function authorsOwnTitle(document: Document): Element | null {
  const inHead = document.querySelector('head > title');
  const said = inHead === null ? undefined : headingThatSays(document, windowTitle(inHead));
  const first = contentHeadings(document).find((heading) => !/^(?:\d+[.\s]|(?:abstract|contents|introduction|references)$)/i.test(titleText(heading)));
  return said ?? first ?? (inHead !== null && windowTitle(inHead) !== '' ? inHead : null);
}

/** "[2201.00020] A title" → "A title"; nothing where LaTeXML found none. */
function windowTitle(title: Element): string {
  const text = titleText(title).replace(/^\[[^\]]{1,40}\]\s*/, '');
  return /^untitled document$/i.test(text) ? '' : text;
}
