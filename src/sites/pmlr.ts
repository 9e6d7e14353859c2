import { pathParts } from './address.ts';
import { citedPaper } from './cited-paper.ts';
import { isPmlr } from './hosts.ts';
import { abstractText, mentionOf } from './mention.ts';
import { namesShown } from './name-list.ts';
import type { Site } from './site.ts';
import { titleText } from './title-text.ts';

/** `v253`; reissues are `r5`. */
const VOLUME = /^[vr]\d+$/;

/** One paper in the Proceedings of Machine Learning Research. Seen on a page made by the site's own theme. */
export const pmlrPaper: Site = citedPaper({
  name: 'PMLR paper',
  matches: (url) => isPmlr(url) && VOLUME.test(pathParts(url)[0] ?? '') && (pathParts(url)[1] ?? '').endsWith('.html') && pathParts(url)[1] !== 'index.html',
  shown: (page) => {
    const abstract = abstractText(page.querySelectorAll('#abstract'));
    return abstract === undefined ? {} : { abstract };
  },
});

/** One volume of it. Seen on a page made by the site's own theme. */
export const pmlrVolume: Site = {
  name: 'PMLR volume',

  matches(url) {
    const [volume = '', file] = pathParts(url);
    return isPmlr(url) && VOLUME.test(volume) && (file === undefined || file === 'index.html') ? 'listing' : undefined;
  },

  *titles(document) {
    yield* document.querySelectorAll('.paper > .title');
  },

  entry(element) {
    const title = titleText(element);
    if (title === '') return undefined;
    return { main: false, anchor: element, mention: mentionOf({ title, authors: namesShown(element.closest('.paper')?.querySelector('.authors')) }) };
  },
};
