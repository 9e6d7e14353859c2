import { parseDoi } from '../paper/doi.ts';
import { arxivIdBehind, linkTarget } from './address.ts';
import { isDblp } from './hosts.ts';
import { mentionOf } from './mention.ts';
import type { Site } from './site.ts';
import { titleText } from './title-text.ts';

/** Volumes stand among the papers in them. */
const VOLUMES = '.editor, .proceedings, .toc-link';

/** Every list of publications on dblp: people, venues, searches, records. Not seen on a saved page: as others report it. */
export const dblp: Site = {
  name: 'dblp list',

  matches: (url) => (isDblp(url) ? 'listing' : undefined),

  *titles(document) {
    for (const title of document.querySelectorAll('.entry cite .title')) if (title.closest('.entry')?.matches(VOLUMES) === false) yield title;
  },

  entry(element, url) {
    // dblp ends every title with a full stop.
    const title = titleText(element).replace(/(?<!\.)\.$/, '');
    const item = element.closest('.entry');
    if (title === '' || item === null) return undefined;
    const links = [...item.querySelectorAll('.publ a[href], a[itemprop="url"][href]')].slice(0, 40);
    const authors = [...item.querySelectorAll('cite [itemprop="author"] [itemprop="name"]')].slice(0, 200);
    const year = /^(?:1[89]|20)\d\d/.exec(yearOf(item))?.[0];
    return {
      main: false,
      anchor: element,
      mention: mentionOf({
        title,
        arxivId: links.map((link) => arxivIdBehind(link, url)).find((id) => id !== undefined),
        doi: links.map((link) => doiBehind(link, url)).find((doi) => doi !== undefined),
        // People of one name are told apart by a number.
        authors: authors.map((name) => titleText(name).replace(/\s\d{4}$/, '')).filter((name) => name !== ''),
        year: year === undefined ? undefined : Number(year),
      }),
    };
  },

  empty: (document) => document.querySelector('.entry cite .title') === null,
};

function yearOf(item: Element): string {
  const year = item.querySelector('[itemprop="datePublished"]');
  return year === null ? '' : (year.getAttribute('content') ?? titleText(year));
}

/** Only of links to the resolver itself: others carry the DOI along. */
function doiBehind(link: Element, url: URL): string | undefined {
  const target = linkTarget(link, url);
  return target?.hostname === 'doi.org' || target?.hostname === 'dx.doi.org' ? parseDoi(target.href) : undefined;
}
