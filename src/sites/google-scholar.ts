import { parseArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import { arxivIdBehind, linkTarget, pathParts } from './address.ts';
import { isScholar } from './hosts.ts';
import { mentionOf } from './mention.ts';
import { namesIn } from './name-list.ts';
import type { Site } from './site.ts';
import { titleText, visibleText } from './title-text.ts';

/** "[PDF][B]": what kind of thing a result is, before its title. */
const LABELS = /^(?:\[[A-Z]{1,12}\]\s*)+/;

/** Results of a search, of "Cited by" and of "All versions". Seen on saved pages of 2016 and 2017; the names in them are still reported. */
export const scholarResults: Site = {
  name: 'Google Scholar results',

  matches(url) {
    return isScholar(url) && pathParts(url)[0] === 'scholar' ? 'listing' : undefined;
  },

  *titles(document) {
    yield* document.querySelectorAll('.gs_r h3.gs_rt');
  },

  entry(heading, url) {
    const link = heading.querySelector('a[href]');
    const { title, isCut } = uncut(titleText(link ?? heading).replace(LABELS, ''));
    if (title === '') return undefined;
    const line = heading.closest('.gs_r')?.querySelector('.gs_a');
    const [names = '', ...rest] = line ? visibleText(line, 1000).split(/\s[-–]\s/) : [];
    const about = rest.join(' - ');
    return {
      main: false,
      anchor: heading,
      mention: mentionOf({
        title,
        isCut,
        arxivId: arxivIdBehind(link, url) ?? arxivIdIn(about),
        doi: link === null ? undefined : parseDoi(linkTarget(link, url)?.href ?? ''),
        authors: namesIn(names),
        year: yearIn(rest[0] ?? ''),
      }),
    };
  },

  /** No result, or the question whether one is a robot. */
  empty(document) {
    return document.querySelector('#gs_captcha_f, #recaptcha, form[action*="sorry"]') !== null || document.querySelector('.gs_r') === null;
  },
};

/** The papers of a person, or one of them. Not seen on a saved page: as many others report it. */
export const scholarProfile: Site = {
  name: 'Google Scholar profile',

  matches(url) {
    return isScholar(url) && pathParts(url)[0] === 'citations' && url.searchParams.has('user') ? 'listing' : undefined;
  },

  *titles(document) {
    yield* document.querySelectorAll('.gsc_a_tr .gsc_a_at');
  },

  entry(link) {
    const { title, isCut } = uncut(titleText(link));
    const row = link.closest('.gsc_a_tr');
    if (title === '' || row === null) return undefined;
    const [names, source] = row.querySelectorAll('.gs_gray');
    const year = row.querySelector('.gsc_a_y');
    return {
      main: false,
      anchor: link,
      mention: mentionOf({
        title,
        isCut,
        arxivId: source ? arxivIdIn(visibleText(source, 500)) : undefined,
        authors: names ? namesIn(visibleText(names, 2000)) : [],
        year: year === null ? undefined : yearIn(visibleText(year, 100)),
      }),
    };
  },

  empty: (document) => document.querySelector('.gsc_a_tr .gsc_a_at') === null,
};

/** Scholar cuts long titles: "Deep learning for the … ", and then they are the beginning of a title only. */
function uncut(shown: string): { title: string; isCut: boolean } {
  const title = shown.replace(/\s*(?:…|\.\.\.)$/, '');
  return { title, isCut: title !== shown };
}

/** "arXiv preprint arXiv:1711.10925, 2017" */
function arxivIdIn(line: string): string | undefined {
  const [, id] = /\barxiv:\s?([a-z.-]{0,20}\/?\d[\d.]{3,10}\d)(?![\d…])/i.exec(line) ?? [];
  return id === undefined ? undefined : parseArxivId(id)?.id;
}

/** The year at the end of "Physical Review, 1959". */
function yearIn(source: string): number | undefined {
  const [, year] = /(?:^|[\s,])((?:1[89]|20)\d\d)\s*$/.exec(source) ?? [];
  return year === undefined ? undefined : Number(year);
}
