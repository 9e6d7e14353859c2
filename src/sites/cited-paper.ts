import type { Mention } from '../paper/paper.ts';
import { citationOf, pageOf } from './citation.ts';
import { headingThatSays, lettersOf } from './headings.ts';
import { mentionOf } from './mention.ts';
import type { PageKind, Site } from './site.ts';
import { titleText } from './title-text.ts';

export interface CitedPaper {
  readonly name: string;
  readonly matches: (url: URL) => boolean;
  /** Where the site shows the title. Without it, or where it is not there: the heading that repeats the metadata. */
  readonly heading?: string;
  /** What the page itself shows beyond its metadata. */
  readonly shown?: (page: Element, url: URL) => Partial<Mention>;
}

/** The adapter of a site's pages about one paper, where the page names it by a heading and by `citation_*` metadata. */
export function citedPaper({ name, matches, heading, shown }: CitedPaper): Site {
  return {
    name,
    matches: (url): PageKind | undefined => (matches(url) ? 'paper' : undefined),

    *titles(document) {
      const meta = document.querySelector('meta[name="citation_title"]');
      const title = (heading === undefined ? null : document.querySelector(heading)) ?? (meta === null ? undefined : headingThatSays(document, meta.getAttribute('content') ?? '', 'h1, h2, h3, h4')) ?? meta;
      if (title !== null) yield title;
    },

    entry(element, url) {
      const page = pageOf(element);
      const isShown = element.localName !== 'meta';
      const cited = citationOf(page);
      const title = isShown ? titleText(element) : (cited?.title ?? '');
      if (title === '') return undefined;
      // A page that changes in place may keep the metadata of the paper before: its ids must not stand beside another title.
      const known = cited !== undefined && lettersOf(cited.title) === lettersOf(title) ? cited : undefined;
      return { main: true, anchor: isShown ? element : null, mention: mentionOf({ ...known, ...shown?.(page, url), title }) };
    },
  };
}
