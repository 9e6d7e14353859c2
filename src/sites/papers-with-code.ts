import { parseArxivId } from '../paper/arxiv-id.ts';
import { arxivIdBehind, linkTarget, originalAddress, pathParts } from './address.ts';
import { lettersOf } from './headings.ts';
import { isPapersWithCode } from './hosts.ts';
import { badgePlace, headingOf, labelOf, oncePerCard } from './labels.ts';
import { mentionOf } from './mention.ts';
import type { Site } from './site.ts';
import { columnOf } from './table-column.ts';
import { titleText } from './title-text.ts';

/** First parts of addresses whose pages list papers: by themselves, or once something is named (`/task/image-generation`). */
const LISTS = new Set([undefined, 'latest', 'greatest', 'social', 'top-social', 'search']);
const LISTS_OF_ONE = new Set(['author', 'conference', 'dataset', 'lib', 'method', 'sota', 'task']);
/** No title is cut to fewer letters than this for its address. */
const SHORTEST_CUT = 20;

/**
 * The lists of Papers with Code, live or archived: cards, and the tables on pages of methods, tasks, benchmarks and datasets.
 * The heading of such a page names a method or a task, never a paper.
 */
export const papersWithCode: Site = {
  name: 'Papers with Code listing',

  matches(url) {
    const original = originalAddress(url);
    if (!isPapersWithCode(original)) return undefined;
    const [section, name] = pathParts(original);
    return LISTS.has(section) || (section !== undefined && LISTS_OF_ONE.has(section) && name !== undefined) ? 'listing' : undefined;
  },

  titles(document, url) {
    const links = [...document.querySelectorAll('a[href*="/paper/"]')];
    const labels = links.map(labelOf).filter((label) => label !== null);
    return oncePerCard(labels.filter((label) => namesItsPaper(label, url)), (label) => slugBehind(label, url));
  },

  entry(label, url) {
    const title = titleText(label);
    if (title === '' || slugBehind(label, url) === undefined) return undefined;
    return { main: false, anchor: badgePlace(label), mention: mentionOf({ title, arxivId: idInCard(label) ?? idOfMethod(label, url) }) };
  },

  empty(document) {
    return /\bno (?:papers|results)\b/i.test(document.querySelector('.content, main')?.textContent.slice(0, 50_000) ?? '');
  },
};

function slugBehind(label: Element, url: URL): string | undefined {
  const link = label.closest('a[href]');
  const target = link === null ? undefined : linkTarget(link, url);
  if (target === undefined || target.hash !== '' || !isPapersWithCode(target)) return undefined;
  const [section, slug, ...more] = pathParts(target);
  return section === 'paper' && more.length === 0 ? slug : undefined;
}

/**
 * Links to papers are also called by the name of a model, "Paper" or "Code". A title stands in a heading, in a table's
 * column of papers, or reads like the address it leads to, which was made from it.
 */
function namesItsPaper(label: Element, url: URL): boolean {
  const slug = slugBehind(label, url);
  if (slug === undefined) return false;
  if (headingOf(label) !== null) return true;
  const text = titleText(label);
  if (wasMadeInto(slug, text) || wasMadeInto(slug.replace(/-\d+$/, ''), text)) return true;
  return /^(?:papers?|paper title|title)$/i.test(columnOf(label) ?? '') && !/^(?:(?:view|read|see) )?(?:paper|pdf|code|abstract|link|all|more)$/i.test(text);
}

/** Addresses hold a title's letters and digits, of a long one only the first words; a number tells equal ones apart. */
function wasMadeInto(slug: string, title: string): boolean {
  const letters = lettersOf(title);
  const kept = lettersOf(slug);
  return letters !== '' && (letters === kept || (kept.length >= SHORTEST_CUT && letters.startsWith(kept)));
}

/** Cards name no id but in the address of their picture: `…/thumbnails/paper/1909.11211.jpg`. */
function idInCard(label: Element): string | undefined {
  const picture = label.closest('.paper-card, .infinite-item, article')?.querySelector('[style*="/thumbnails/paper/"], img[src*="/thumbnails/paper/"]');
  const address = picture?.getAttribute('src') ?? picture?.getAttribute('style') ?? '';
  const [, name] = /\/thumbnails\/paper\/([\w.-]{9,40})\.(?:jpe?g|png|gif|webp)/i.exec(address) ?? [];
  return name === undefined ? undefined : parseArxivId(name)?.id;
}

/** "Introduced by … in A title" on a page of a method: its "Read Paper" button leads to that paper. */
function idOfMethod(label: Element, url: URL): string | undefined {
  if (label.closest('.method-subtitle') === null) return undefined;
  const buttons = [...(label.closest('body')?.querySelectorAll('.method-content a[href*="arxiv.org/"]') ?? [])];
  return arxivIdBehind(buttons.find((link) => /^read paper$/i.test(titleText(link))), url);
}
