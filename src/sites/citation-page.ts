import { originalAddress } from './address.ts';
import { citationOf, pageOf } from './citation.ts';
import { headingThatSays } from './headings.ts';
import { isSupported } from './hosts.ts';
import type { Site } from './site.ts';

/** Any other page of a supported host whose `citation_*` metadata says that it is about one paper. */
export const citationPage: Site = {
  name: 'page with citation metadata',

  matches(url) {
    return isSupported(originalAddress(url)) ? 'paper' : undefined;
  },

  *titles(document) {
    const meta = document.querySelector('meta[name="citation_title"]');
    if (meta !== null) yield headingThatSays(document, meta.getAttribute('content') ?? '') ?? meta;
  },

  entry(element) {
    const mention = citationOf(pageOf(element));
    return mention === undefined ? undefined : { main: true, anchor: element.localName === 'meta' ? null : element, mention };
  },

  /** Most pages of these hosts are about no paper at all. */
  empty(document) {
    return document.querySelector('meta[name="citation_title"]') === null;
  },
};
