import { pathParts } from './address.ts';
import { citedPaper } from './cited-paper.ts';
import { isAclAnthology } from './hosts.ts';
import { abstractText, authorNames, mentionOf } from './mention.ts';
import type { Site } from './site.ts';
import { titleText } from './title-text.ts';

const LISTS = new Set(['volumes', 'events', 'people', 'sigs']);
/** `2021.naacl-main.208`, `P19-1001`. */
const PAPER = /^(?:\d{4}\.[\w-]+\.\d+|[A-Z]\d\d-\d{4,5})$/;

/** One paper of the ACL Anthology. Seen on a saved page. */
export const aclAnthologyPaper: Site = citedPaper({
  name: 'ACL Anthology paper',
  matches: (url) => isAclAnthology(url) && PAPER.test(pathParts(url)[0] ?? '') && pathParts(url).length === 1,
  heading: 'h2#title',
  shown: (page) => {
    const abstract = abstractText(page.querySelectorAll('.acl-abstract > span'));
    return abstract === undefined ? {} : { abstract };
  },
});

/** Its volumes, events and people. Not seen on a saved page: written after the templates that the site publishes (papers/list-entry). */
export const aclAnthologyList: Site = {
  name: 'ACL Anthology listing',

  matches(url) {
    const [section, name] = pathParts(url);
    return isAclAnthology(url) && LISTS.has(section ?? '') && name !== undefined ? 'listing' : undefined;
  },

  *titles(document) {
    for (const link of document.querySelectorAll('.d-block > strong > a[href]')) if (isPaper(link)) yield link;
  },

  entry(link) {
    const title = titleText(link);
    const item = link.closest('.d-block');
    if (title === '' || item === null) return undefined;
    return {
      main: false,
      anchor: link.parentElement ?? link,
      mention: mentionOf({ title, authors: authorNames(item.querySelectorAll('a[href*="/people/"]')), abstract: abstractAfter(item.parentElement) }),
    };
  },

  /** Lists of volumes are no lists of papers. */
  empty: (document) => document.querySelector('.d-block > strong > a[href]') === null,
};

/** A volume lists its own front matter first, under the number 0. */
function isPaper(link: Element): boolean {
  const id = (link.getAttribute('href') ?? '').split('/').findLast((part) => part !== '') ?? '';
  return PAPER.test(id) && !/\.0$|-\d0*00$/.test(id);
}

function abstractAfter(item: Element | null): string | undefined {
  const next = item?.nextElementSibling;
  return next?.classList.contains('abstract-collapse') === true ? abstractText(next.querySelectorAll('.card-body')) : undefined;
}
