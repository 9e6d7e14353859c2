import { arxivIdFromUrl } from '../paper/arxiv-url.ts';
import { bibliography } from './bibliography.ts';
import { citationOf, pageOf } from './citation.ts';
import { contentHeadings, headingThatSays } from './headings.ts';
import { isAlphaxiv } from './hosts.ts';
import { mentionOf } from './mention.ts';
import type { Site } from './site.ts';
import { titleText } from './title-text.ts';
import { unlessDenied } from './unless-denied.ts';

/** One paper on alphaXiv. A single-page application: the heading arrives late, and may be none of the paper's. */
export const alphaxiv: Site = {
  name: 'alphaXiv paper',

  matches(url) {
    return isAlphaxiv(url) && arxivIdFromUrl(url) !== undefined ? 'paper' : undefined;
  },

  *titles(document) {
    const inHead = document.querySelector('head > title');
    const [heading, ...more] = contentHeadings(document);
    const title =
      (inHead === null ? undefined : headingThatSays(document, windowTitle(inHead))) ??
      (more.length === 0 ? heading : undefined) ??
      document.querySelector('meta[name="citation_title"]') ??
      (inHead !== null && windowTitle(inHead) !== '' ? inHead : undefined);
    if (title !== undefined) yield title;
  },

  entry(element, url) {
    const page = pageOf(element);
    const isShown = element.localName !== 'title' && element.localName !== 'meta';
    const title = isShown ? titleText(element) : element.localName === 'title' ? windowTitle(element) : undefined;
    const cited = citationOf(page, title);
    if (cited === undefined) return undefined;
    const arxivId = unlessDenied(arxivIdFromUrl(url)?.id, page);
    return { main: true, anchor: isShown ? element : null, mention: mentionOf({ title: cited.title, arxivId }) };
  },

  bibliography,
};

/** "A title | alphaXiv" → "A title"; nothing while the window still bears the site's own name. */
function windowTitle(title: Element): string {
  const text = titleText(title).replace(/\s*[|–-]\s*alphaxiv$/i, '');
  return /^(?:alphaxiv|explore|loading\b.*)?$/i.test(text) ? '' : text;
}
