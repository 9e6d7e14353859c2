import { arxivIdFromUrl } from '../paper/arxiv-url.ts';
import { parseDoi } from '../paper/doi.ts';
import { linkTarget, pathParts } from './address.ts';
import { isAclAnthology, isCvf, isGithub, isNeurips, isOpenReview, isPmlr } from './hosts.ts';
import { mentionOf } from './mention.ts';
import type { Site } from './site.ts';
import { titleText } from './title-text.ts';

/** What links to papers are called when they are not called by the title. */
const LABEL = /^[[({]?\s*(?:the |full |our |original )?(?:papers?|pdfs?|arxiv|abs(?:tract)?|html|link|here|preprint|article|openreview|doi|project|website|page|[a-z]{2,8}[ '’]?\d{2,4}|[\d.]+|🔗|📄|📝)(?:\s*(?:link|page|pdf))?\s*[\])}]?$/i;
/** Words of a link that say what it leads to are fewer. */
const LEAST_WORDS = 3;

/** A paper that a link of the page leads to. */
interface Target {
  /** What is the same for two links to one paper. */
  readonly key: string;
  readonly arxivId?: string | undefined;
  readonly doi?: string | undefined;
}

/**
 * Lists of papers in a repository's readme or another text file of it ("awesome" lists). Not seen on a saved page: the box
 * around the text (`article.markdown-body`) is as others report it, what is in it is anyone's Markdown.
 */
export const githubReadme: Site = {
  name: 'GitHub readme',

  matches(url) {
    const [owner, repository, section, ...rest] = pathParts(url);
    const isFile = (section === 'blob' || section === 'tree') && rest.length > 0;
    return isGithub(url) && owner !== undefined && repository !== undefined && (section === undefined || isFile) ? 'listing' : undefined;
  },

  titles: (document, url) => chosenLinks(document, url),

  entry(link, url) {
    const target = targetOf(link, url);
    if (target === undefined) return undefined;
    const title = titleOf(link) ?? titleBeside(link);
    const { arxivId, doi } = target;
    // A paper that is linked but not named is known by its id alone.
    const stand = arxivId !== undefined ? `arXiv:${arxivId}` : doi;
    if (title === undefined && stand === undefined) return undefined;
    return { main: false, anchor: link, mention: mentionOf({ title: title ?? stand ?? '', arxivId, doi }) };
  },

  /** A readme that lists no papers is no fault. */
  empty: (document, url) => chosenLinks(document, url).length === 0,
};

/** Of several links to one paper in one item, the one that is called by the title, else the first. */
function chosenLinks(document: Document, url: URL): Element[] {
  const chosen = new Map<Element, Map<string, Element>>();
  for (const link of document.querySelectorAll('.markdown-body a[href]')) {
    const target = targetOf(link, url);
    const item = itemOf(link);
    if (target === undefined || titleText(link) === '') continue;
    const ofItem = chosen.get(item) ?? new Map<string, Element>();
    chosen.set(item, ofItem);
    const before = ofItem.get(target.key);
    if (before === undefined || (titleOf(before) === undefined && titleOf(link) !== undefined)) ofItem.set(target.key, link);
  }
  return [...chosen.values()].flatMap((ofItem) => {
    const links = [...ofItem.values()];
    // What stands beside several papers names none of them.
    return links.filter((link) => titleOf(link) !== undefined || (links.length === 1 && (titleBeside(link) !== undefined || hasId(link, url))));
  });
}

function targetOf(link: Element, url: URL): Target | undefined {
  const target = linkTarget(link, url);
  if (target === undefined) return undefined;
  const arxivId = arxivIdFromUrl(target)?.id;
  if (arxivId !== undefined) return { key: arxivId, arxivId };
  const doi = target.hostname === 'doi.org' || target.hostname === 'dx.doi.org' ? parseDoi(target.href) : undefined;
  if (doi !== undefined) return { key: doi, doi };
  const isPaper = [isOpenReview, isAclAnthology, isPmlr, isNeurips, isCvf].some((is) => is(target)) && /paper|forum|\/html?\/|\d/.test(target.pathname);
  return isPaper ? { key: target.href } : undefined;
}

function hasId(link: Element, url: URL): boolean {
  const target = targetOf(link, url);
  return target?.arxivId !== undefined || target?.doi !== undefined;
}

const itemOf = (link: Element): Element => link.closest('li, tr, p, h1, h2, h3, h4, dd') ?? link;

/** The link's own words where they are a title. */
function titleOf(link: Element): string | undefined {
  const text = titleText(link);
  return isTitle(text) ? text : undefined;
}

/** The title in the same item, where the link is only called "paper": set off by weight or slant, or as another link. */
function titleBeside(link: Element): string | undefined {
  const item = itemOf(link);
  if (item === link) return undefined;
  for (const place of item.querySelectorAll('strong, b, em, i, a[href]')) {
    if (place.contains(link) || itemOf(place) !== item) continue;
    const text = titleText(place).replace(/^["“]|[.,:;"”]+$/g, '');
    if (isTitle(text)) return text;
  }
  return undefined;
}

function isTitle(text: string): boolean {
  return !LABEL.test(text) && text.split(' ').length >= LEAST_WORDS && /\p{Lu}/u.test(text) && !/^https?:|^arxiv:/i.test(text);
}
