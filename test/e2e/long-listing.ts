import type { StandInPage } from '../../src/start/stand-in.ts';
import { HYPER, type Item, listing, PRIOR, WGAN } from './content-pages.ts';

/** A listing as long as arXiv's longest, at rest before its titles become titles: what is spent and moved from then on is ours. */

export const TITLES = 2000;
/** Every tenth title is in the collection. */
export const MARKED = TITLES / 10;

const WORDS = 'sparse robust neural graph optimal latent causal kernel image speech video policy reward token prompt vision language model transport flow'.split(' ');
const items: Item[] = Array.from({ length: TITLES }, (_, i) =>
  i % (TITLES / MARKED) === 0
    ? ([PRIOR, WGAN, HYPER][i % 3] ?? PRIOR)
    : { title: `${[0, 1, 2, 3, 4, 5].map((k) => WORDS[(i * (k + 3) + k * k) % WORDS.length]).join(' ')} ${i}`, id: `2611.${10_000 + i}`, abstract: `We study ${WORDS[i % WORDS.length]} number ${i} at length, on invented data. `.repeat(12) },
);

const SCRIPT = `globalThis.shift = 0;
globalThis.begin = () => {
  try { new PerformanceObserver((list) => list.getEntries().forEach((entry) => { shift += entry.value; })).observe({ type: 'layout-shift' }); } catch {}
  for (const title of document.querySelectorAll('.later')) title.classList.replace('later', 'list-title');
  document.body.append(document.createElement('i'));
};
globalThis.boxes = () => [...document.querySelectorAll('dt, dd, dd > div > *')].map((e) => { const { x, y, width, height } = e.getBoundingClientRect(); return [x, y, width, height].join(); }).join(' ');`;
const STYLE = '.later{font-size:1.15em;font-weight:bold;line-height:1.3}';
const early = listing('cs.LG/2000', items, { script: SCRIPT, style: STYLE });

export const longListing: StandInPage = { ...early, body: early.body.toString().replaceAll('class="list-title', 'class="later') };

/** What the page's script offers. */
export interface LongListing {
  readonly begin: () => void;
  /** Every box of the page, as text. */
  readonly boxes: () => string;
  /** Layout shift since it began, where the browser tells. */
  readonly shift: number;
}
