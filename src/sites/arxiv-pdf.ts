import { parseArxivId } from '../paper/arxiv-id.ts';
import { arxivIdAfter } from './address.ts';
import { isArxiv } from './hosts.ts';
import { mentionOf } from './mention.ts';
import type { Site } from './site.ts';
import { titleText } from './title-text.ts';

/** A paper's PDF: the address names the paper, and there is no page to mark. */
export const arxivPdf: Site = {
  name: 'arXiv PDF',

  matches(url) {
    return isArxiv(url) && arxivIdAfter(url, 'pdf') !== undefined ? 'paper' : undefined;
  },

  *titles(document) {
    const root = document.querySelector('head > title') ?? document.querySelector('html');
    if (root !== null) yield root;
  },

  entry(element, url) {
    const arxivId = arxivIdAfter(url, 'pdf');
    if (arxivId === undefined) return undefined;
    const shown = element.localName === 'title' ? titleText(element).replace(/^\[[^\]]{1,40}\]\s*/, '') : '';
    // A viewer without the title shows the file's name instead.
    const isTitle = shown.includes(' ') && parseArxivId(shown) === undefined && !/\.pdf$/i.test(shown);
    return {
      main: true,
      anchor: null,
      mention: mentionOf({ title: isTitle ? shown : `arXiv:${arxivId}`, arxivId }),
    };
  },
};
