import { citationOf, pageOf } from './citation.ts';
import { headingThatSays } from './headings.ts';
import type { Site } from './site.ts';

/**
 * Any other page whose `citation_*` metadata says that it is about one paper: of a site with an adapter, or of a publisher
 * that the reader has enabled. Seen on saved pages of SpringerLink, PLOS, USENIX and HAL.
 */
export const citationPage: Site = {
  name: 'page with citation metadata',

  matches(url) {
    return url.protocol === 'https:' ? 'paper' : undefined;
  },

  *titles(document) {
    const meta = document.querySelector('meta[name="citation_title"]');
    if (meta !== null) yield headingThatSays(document, meta.getAttribute('content') ?? '') ?? meta;
  },

  entry(element) {
    const mention = citationOf(pageOf(element));
    return mention === undefined ? undefined : { main: true, anchor: element.localName === 'meta' ? null : element, mention };
  },

  /** Most pages are about no paper at all. */
  empty(document) {
    return document.querySelector('meta[name="citation_title"]') === null;
  },
};
