import type { StandInPage } from '../../src/start/stand-in.ts';
import { HYPER, PRIOR, WGAN } from './content-pages.ts';

/** A paper with as many references as a long survey has, at rest before its entries become entries: what is spent and moved from then on is ours. */

export const REFERENCES = 300;
export const CITATIONS = 900;
/** Every third reference is in the collection, and so is every third citation. */
export const MINE = REFERENCES / 3;

const WORDS = 'sparse robust neural graph optimal latent causal kernel image speech video policy reward token prompt vision language model transport flow'.split(' ');
const AUTHORS = ['D. Ulyanov, A. Vedaldi, and V. Lempitsky', 'M. Arjovsky, S. Chintala, and L. Bottou', 'D. Ha, A. Dai, and Q. V. Le'];
const entry = (at: number): string => {
  const own = [PRIOR, WGAN, HYPER][(at / 3) % 3];
  const [authors, title] = at % 3 === 0 && own ? [AUTHORS[(at / 3) % 3] ?? '', own.title] : ['A. Sample and B. Instance', `${[0, 1, 2, 3, 4, 5].map((k) => WORDS[(at * (k + 3) + k * k) % WORDS.length]).join(' ')} ${at}`];
  // In one line, as some styles write them: the dearest to read.
  if (at % 2 === 1) return `<li id="bib.bib${at}" class="later"><span class="ltx_bibblock">${authors}, ${title}, Journal of Invented Coasts 12 (2017) 1–9.</span></li>`;
  return `<li id="bib.bib${at}" class="later"><span class="ltx_bibblock">${authors}.</span><span class="ltx_bibblock">${title}.</span><span class="ltx_bibblock">In <i>Proc. of an Invented Conference</i>, 2017.</span></li>`;
};
const range = (length: number): number[] => Array.from({ length }, (_, at) => at);
const text = range(CITATIONS / 3).map((at) => `<p>Much is known of this <cite class="ltx_cite">[${[0, 1, 2].map((k) => `<a href="#bib.bib${(at * 3 + k) % REFERENCES}">${(at * 3 + k) % REFERENCES}</a>`).join(', ')}]</cite>, and much is not, as any reader of many lines of such text will be ready to say at any time of the day.</p>`);

const SCRIPT = `globalThis.shift = 0;
globalThis.begin = () => {
  try { new PerformanceObserver((list) => list.getEntries().forEach((entry) => { shift += entry.value; })).observe({ type: 'layout-shift' }); } catch {}
  for (const item of document.querySelectorAll('.later')) item.classList.replace('later', 'ltx_bibitem');
  document.body.append(document.createElement('i'));
};
globalThis.boxes = () => [...document.querySelectorAll('p, cite, a, h2, li, span')].map((e) => { const { x, y, width, height } = e.getBoundingClientRect(); return [x, y, width, height].join(); }).join(' ');`;

export const longPaper: StandInPage = {
  url: 'https://arxiv.org/html/2611.30000v1',
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A survey</title><style>body{font:16px/1.5 Georgia,serif;max-width:46em;margin:2em auto}.ltx_bibblock{display:block}</style></head><body><article><h1 class="ltx_title_document">A survey of tides</h1>${text.join('\n')}<section class="ltx_bibliography"><h2 class="ltx_title_bibliography">References</h2><ul>${range(REFERENCES).map(entry).join('\n')}</ul></section></article><script>${SCRIPT}</script></body></html>`,
};
