import { BADGE_TAG } from './title-text.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/**
 * The element whose text names what a link leads to: the heading inside a link, else the link itself.
 * Null for links around a picture, an icon or several things.
 */
export function labelOf(link: Element): Element | null {
  const heading = link.querySelector(HEADINGS);
  if (heading === null && link.querySelector('div, ul, ol, table, time') !== null) return null;
  const label = heading ?? link;
  return label.textContent.trim() === '' ? null : label;
}

/** The heading that a label is or stands in. */
export function headingOf(label: Element): Element | null {
  return label.closest(HEADINGS);
}

/**
 * Where a badge beside a label may stand: at the end of its heading; else at the end of the line around it, where that
 * line has no other link and no text after this one; else in the label itself.
 */
export function badgePlace(label: Element): Element {
  const heading = headingOf(label);
  if (heading !== null) return heading;
  const line = label.parentElement;
  return line !== null && line.querySelectorAll('a[href]').length === 1 && !hasTextAfter(label) ? line : label;
}

function hasTextAfter(label: Element): boolean {
  for (let next = label.nextSibling; next !== null; next = next.nextSibling) {
    const isBadge = next.nodeName.toLowerCase() === BADGE_TAG;
    if (!isBadge && (next.textContent ?? '').trim() !== '') return true;
  }
  return false;
}

/** One label per paper in a card, however many links the card has for it. */
export function oncePerCard(labels: Iterable<Element>, paperOf: (label: Element) => string | undefined): Element[] {
  const seen = new Map<Element, Set<string>>();
  return [...labels].filter((label) => {
    const paper = paperOf(label);
    const card = label.closest('article, li, tr, .paper-card') ?? label;
    const papers = seen.get(card) ?? new Set();
    if (paper === undefined || papers.has(paper)) return false;
    seen.set(card, papers.add(paper));
    return true;
  });
}
