import { arxivIdBehind, originalAddress, pathParts } from './address.ts';
import { pageOf } from './citation.ts';
import { contentHeadings } from './headings.ts';
import { isPapersWithCode } from './hosts.ts';
import { abstractText, mentionOf } from './mention.ts';
import type { Site } from './site.ts';
import { titleText } from './title-text.ts';

/** One paper on Papers with Code, live or archived. */
export const papersWithCodePaper: Site = {
  name: 'Papers with Code paper',

  matches(url) {
    const original = originalAddress(url);
    const [section, slug, ...more] = pathParts(original);
    return isPapersWithCode(original) && section === 'paper' && slug !== undefined && more.length === 0 ? 'paper' : undefined;
  },

  *titles(document) {
    const title = document.querySelector('.paper-title h1') ?? contentHeadings(document)[0];
    if (title !== undefined) yield title;
  },

  entry(element, url) {
    const title = titleText(element);
    if (title === '') return undefined;
    const page = pageOf(element);
    const abstract = abstractText([...page.querySelectorAll('.paper-abstract p')].slice(0, 1));
    return { main: true, anchor: element, mention: mentionOf({ title, arxivId: idOf(page, url), abstract }) };
  },
};

/** The id that the page's buttons ("PDF", "Abstract") agree on; links inside texts may lead to other papers. */
function idOf(page: Element, url: URL): string | undefined {
  const ids = new Set<string>();
  for (const link of page.querySelectorAll('a[href*="arxiv.org/"]')) {
    const isButton = /^(?:(?:view|read|download) )?(?:pdf|abstract|paper|arxiv)(?: page)?$/i.test(titleText(link));
    const id = isButton ? arxivIdBehind(link, url) : undefined;
    if (id !== undefined) ids.add(id);
  }
  return ids.size === 1 ? [...ids][0] : undefined;
}
