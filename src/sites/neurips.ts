import { pathParts } from './address.ts';
import { citedPaper } from './cited-paper.ts';
import { isNeurips } from './hosts.ts';
import { abstractText, mentionOf } from './mention.ts';
import { namesShown } from './name-list.ts';
import type { Site } from './site.ts';
import { titleText } from './title-text.ts';

const TITLES = 'a[title="paper title"], .paper-list li a[href*="/hash/"], li > a[href*="-Abstract"]';

/** The parts of an address after `/paper` or `/paper_files/paper`. */
function place(url: URL): readonly string[] | undefined {
  const parts = pathParts(url);
  const at = parts.indexOf('paper');
  return isNeurips(url) && at >= 0 && at <= 1 ? parts.slice(at + 1) : undefined;
}

/** One paper of the NeurIPS proceedings. Not seen on a saved page: as others report it, with `citation_*` metadata. */
export const neuripsPaper: Site = citedPaper({
  name: 'NeurIPS paper',
  matches: (url) => place(url)?.[1] === 'hash',
  shown: (page) => {
    const label = [...page.querySelectorAll('h2, h3, h4')].find((heading) => /^abstract$/i.test(titleText(heading)));
    const abstract = abstractText(page.querySelectorAll('.paper-abstract')) ?? (label?.nextElementSibling ? abstractText([label.nextElementSibling]) : undefined);
    return abstract === undefined ? {} : { abstract };
  },
});

/** A year of the proceedings, or one of its volumes. Not seen on a saved page: as others report it, in its older and newer form. */
export const neuripsYear: Site = {
  name: 'NeurIPS proceedings',

  matches(url) {
    const [year, volume] = place(url) ?? [];
    return year !== undefined && volume !== 'hash' && volume !== 'file' ? 'listing' : undefined;
  },

  *titles(document) {
    yield* document.querySelectorAll(TITLES);
  },

  entry(link) {
    const title = titleText(link);
    if (title === '') return undefined;
    const authors = namesShown(link.parentElement?.querySelector('.paper-authors, i'));
    return { main: false, anchor: link, mention: mentionOf({ title, authors }) };
  },

  /** A search without results, and the list of the years. */
  empty: (document) => document.querySelector(TITLES) === null,
};
