import { arxivIdAfter, linkTarget } from './address.ts';
import { isHuggingFace } from './hosts.ts';
import { badgePlace, headingOf, labelOf, oncePerCard } from './labels.ts';
import { mentionOf } from './mention.ts';
import type { Entry, Site } from './site.ts';
import { titleText } from './title-text.ts';

/** Boxes that may lie around a card within the grid. */
const MOST_BOXES = 2;

/** The lists of Hugging Face Papers: daily, of a date, week or month, trending, and search. */
export const huggingFace: Site = {
  name: 'Hugging Face Papers',

  matches(url) {
    const path = url.pathname.replace(/\/+$/, '');
    return isHuggingFace(url) && /^\/papers(?:\/(?:trending|(?:date|week|month)\/[\w-]+))?$/.test(path) ? 'listing' : undefined;
  },

  titles: (document, url) => paperLabels(document, url),
  entry: (label, url) => listedPaper(label, url),

  // Hydrated, and drawn anew from there: its nodes must stay where the page's own script believes them.
  list: {
    sort: 'order',
    row(label) {
      const card = label.closest('article');
      const cell = card && cellOf(card);
      return cell ? [cell] : [];
    },
  },

  empty(document) {
    return /\bno (?:papers|results)\b/i.test(document.querySelector('main')?.textContent.slice(0, 50_000) ?? '');
  },
};

/** The titles in the cards of a page: of a card's links to its paper, the one that goes with a heading. */
export function paperLabels(document: Document, url: URL): Element[] {
  const labels = [...document.querySelectorAll('a[href*="/papers/"]')].map(labelOf).filter((label) => label !== null);
  return oncePerCard(labels.filter((label) => headingOf(label) !== null), (label) => paperBehind(label, url));
}

/** The child of the grid that holds a card and no other: the card itself or a box or two around it. */
function cellOf(card: Element): Element | undefined {
  let cell = card;
  for (let boxes = 0; boxes <= MOST_BOXES; boxes++) {
    const { parentElement } = cell;
    if (parentElement === null) return undefined;
    if (parentElement.querySelectorAll('article').length > 1) return cell;
    cell = parentElement;
  }
  return undefined;
}

export function listedPaper(label: Element, url: URL): Entry | undefined {
  const title = titleText(label);
  const arxivId = paperBehind(label, url);
  return title === '' || arxivId === undefined ? undefined : { main: false, anchor: badgePlace(label), mention: mentionOf({ title, arxivId }) };
}

function paperBehind(label: Element, url: URL): string | undefined {
  const link = label.closest('a[href]');
  const target = link === null ? undefined : linkTarget(link, url);
  return target !== undefined && isHuggingFace(target) ? arxivIdAfter(target, 'papers') : undefined;
}
