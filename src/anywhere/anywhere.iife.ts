import { servePageText } from '../browser/anywhere.ts';
import { page } from '../content/document.ts';
import { inSlices } from '../content/slices.ts';
import type { MarkedPage } from '../messages/anywhere-contract.ts';
import { Highlights, type Place } from './highlights.ts';
import { MarkBar } from './mark-bar.ts';
import { rangeOf, type ReadText, readText } from './page-text.ts';

// Put into any page by the reader's own wish. It reads the page's text for the worker, paints what the worker found, and
// asks nothing of anyone.
const RUNNING = Symbol.for('paperkin-anywhere');
const world = globalThis as { [RUNNING]?: true };
if (!world[RUNNING]) {
  world[RUNNING] = true;
  markAnywhere();
}

/** Milliseconds of rest before marks are looked after on a page that changes. */
const REST = 500;

function markAnywhere(): void {
  const highlights = new Highlights();
  let read: ReadText | null = null;
  /** By the number the worker knows them by. */
  let numbered = new Map<number, Place>();
  let kept: MarkedPage | null = null;
  let bar: MarkBar | null = null;
  let at = -1;

  const clear = (): void => {
    observer.disconnect();
    highlights.clear();
    bar?.remove();
    [bar, kept, at, numbered] = [null, null, -1, new Map()];
  };
  const say = (): void => {
    const { length } = highlights.places;
    bar?.say(length === 0 ? 'No paper of your collection is on this page' : at < 0 ? `${length} ${length === 1 ? 'place' : 'places'} marked` : `${at + 1} of ${length}`);
  };
  const step = (by: number): void => {
    highlights.tidy();
    const { length } = highlights.places;
    if (length === 0) return say();
    at = at < 0 ? (by > 0 ? 0 : length - 1) : (at + by + length) % length;
    const place = highlights.places[at];
    if (place) highlights.go(place);
    say();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!highlights.tidy()) return;
      at = -1;
      say();
    }, REST);
  });
  // Another page in the same document has other words.
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', clear);
  addEventListener('popstate', clear);

  servePageText({
    text: async () => {
      clear();
      const isHtml = page.contentType === 'text/html' || page.contentType === 'application/xhtml+xml' || page.contentType === 'text/plain';
      const worked = isHtml && page.body ? await inSlices(readText(page.body, location.href), () => true) : null;
      read = worked?.result ?? null;
      return read === null ? { isText: false, text: '', links: [], isCut: false } : { isText: true, text: read.text, links: read.links, isCut: read.isCut };
    },
    mark: ({ places }) => {
      numbered = new Map();
      for (const [number, { start, end }] of places.entries()) {
        const range = read === null ? undefined : rangeOf(read, start, end);
        if (range !== undefined && isSeen(range)) numbered.set(number, { range, said: range.toString() });
      }
      read = null;
      highlights.show([...numbered.values()]);
      observer.observe(document, { childList: true, characterData: true, subtree: true });
      bar?.remove();
      bar = new MarkBar({ next: () => step(1), previous: () => step(-1), close: clear });
      at = -1;
      say();
      return { shown: [...numbered.keys()], isHighlighted: highlights.canPaint };
    },
    keep: ({ page: marked }) => {
      kept = marked;
      return true;
    },
    kept: () => (kept !== null && kept.url === location.href ? kept : null),
    go: ({ place }) => {
      const found = numbered.get(place);
      if (found === undefined || !highlights.go(found)) return false;
      at = highlights.places.indexOf(found);
      say();
      return true;
    },
  });
}

/** What nobody sees is not counted: menus that are folded, copies for other screens. */
function isSeen(range: Range): boolean {
  return range.startContainer.parentElement?.checkVisibility({ visibilityProperty: true }) === true && range.getClientRects().length > 0;
}
