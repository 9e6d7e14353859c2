import { cutText } from '../paper/cut-text.ts';
import { citedEntry, titlePlace } from './cited-entry.ts';
import type { Bibliography } from './site.ts';

/** Figures that hold citations are read too; a table of contents only repeats its headings. */
const REPEATED = 'nav, .ltx_TOC, .ltx_bibliography, head';

/** No paper has more; a page cannot make us read on. */
const MOST_ENTRIES = 2000;
const MOST_CITATIONS = 10_000;
/** As much of an entry as is shown until its title is known. In code points. */
const SHOWN = 160;

/** References and citations as LaTeXML and its successors write them. */
export const bibliography: Bibliography = {
  *entries(document) {
    yield* [...document.querySelectorAll('.ltx_bibitem')].slice(0, MOST_ENTRIES);
  },

  entry(item, url) {
    const cited = citedEntry(item, url);
    if (cited === undefined) return undefined;
    const text = cited.blocks.map((block) => block.text).join(' ');
    return { main: false, anchor: titlePlace(item), mention: { title: cutText(text, SHOWN) }, reference: { id: item.id, item, cited } };
  },

  heading(item) {
    return item.closest('.ltx_bibliography')?.querySelector('.ltx_title_bibliography, h1, h2, h3, h4, h5, h6') ?? null;
  },

  *citations(document) {
    for (const link of [...document.querySelectorAll('cite a[href*="#"], .ltx_cite a[href*="#"]')].slice(0, MOST_CITATIONS)) {
      const id = fragmentOf(link.getAttribute('href') ?? '');
      if (id !== '' && link.closest(REPEATED) === null) yield [link, id];
    }
  },
};

/** Newer pages write the whole address before the fragment. */
function fragmentOf(href: string): string {
  const fragment = href.slice(href.indexOf('#') + 1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
