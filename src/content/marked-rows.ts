import type { Badges } from './badges.ts';
import { page } from './document.ts';
import type { Row } from './rows.ts';

/** Pixels below the window's upper edge from which on an entry counts as ahead. */
const EDGE = 8;

/** Walks from one marked entry to the next as they stand on the page, whatever their order in it is. */
export class MarkedRows {
  #badges: Badges;
  #hush: (row: Row) => void;
  #last: Row | undefined;

  /** `hush` keeps a mark that takes the focus from opening its card. */
  constructor(badges: Badges, hush: (row: Row) => void) {
    this.#badges = badges;
    this.#hush = hush;
  }

  /** The entry whose mark has the focus, else the one last gone to. */
  current(rows: readonly Row[]): Row | undefined {
    const focused = page.activeElement;
    return rows.find((row) => this.#badges.get(row)?.host === focused) ?? (this.#last?.here ? this.#last : undefined);
  }

  /** Scrolls to the next (1) or previous (-1) of these rows and focuses its mark; false where there is none. */
  go(rows: readonly Row[], by: 1 | -1): boolean {
    const stops = rows.map((row) => ({ row, ...place(row) })).filter(({ shown }) => shown);
    stops.sort((a, b) => a.top - b.top || a.left - b.left);
    const at = stops.findIndex(({ row }) => row === this.current(rows));
    const stands = stops[at];
    // Whoever has scrolled on from where they were goes on from what they see.
    const seen = stands && stands.top > -EDGE && stands.top < innerHeight;
    const next = seen ? stops[at + by] : by > 0 ? stops.find(({ top }) => top > EDGE) : stops.findLast(({ top }) => top < -EDGE);
    if (!next) return false;
    this.#last = next.row;
    this.#hush(next.row);
    this.#badges.get(next.row)?.button.focus({ preventScroll: true });
    next.row.title.scrollIntoView({ block: 'center', behavior: 'instant' });
    return true;
  }
}

function place({ title }: Row): { readonly top: number; readonly left: number; readonly shown: boolean } {
  const { top, left, width } = title.getBoundingClientRect();
  return { top, left, shown: width > 0 };
}

/** Where an entry's own page is: where its title leads, else the link of its row that names it, else arXiv. */
export function addressOf({ title, mention: { arxivId } }: Row, elements: readonly Element[]): string | undefined {
  const links = [title.closest('a[href]'), ...title.querySelectorAll('a[href]'), ...elements.flatMap((element) => [...element.querySelectorAll('a[href]')].filter((link) => arxivId !== undefined && endsWith(link, arxivId)))];
  for (const link of links) {
    const href = link?.getAttribute('href');
    if (!href || !URL.canParse(href, location.href)) continue;
    const url = new URL(href, location.href);
    if (url.protocol === 'https:' || url.protocol === 'http:') return url.href;
  }
  return arxivId === undefined ? undefined : `https://arxiv.org/abs/${arxivId}`;
}

const endsWith = (link: Element, arxivId: string): boolean => new RegExp(`/(?:abs|papers)/${arxivId.replaceAll('.', '\\.')}(?:v\\d+)?/?$`).test(link.getAttribute('href') ?? '');
