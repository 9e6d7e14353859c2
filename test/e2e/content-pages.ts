import type { StandInPage } from '../../src/start/stand-in.ts';

/** Pages with the marks of arXiv's own, made for these tests. */

export interface Item {
  readonly title: string;
  readonly id: string;
  readonly abstract?: string;
}

/** In the bundled collection, by id. */
export const PRIOR: Item = { title: 'Deep Image Prior', id: '1711.10925' };
export const WGAN: Item = { title: 'Wasserstein GAN', id: '1701.07875' };
export const HYPER: Item = { title: 'HyperNetworks', id: '1609.09106' };
/** In no collection, and close to nothing in this one. */
export const STRANGER: Item = { title: 'Tidal Currents of an Invented Northern Strait', id: '2611.00001', abstract: 'Moored instruments recorded tides beneath sea ice for two winters.' };
/** In no collection, but close to Wasserstein GAN. */
export const KIN: Item = {
  title: 'Gradient Penalties for Wasserstein Critics of an Invented Kind',
  id: '2611.00002',
  abstract:
    'Generative adversarial networks are hard to train. We study Wasserstein GANs whose critic is held to a Lipschitz constraint by a gradient penalty instead of weight clipping, and show that training is stable without tuning.',
};

const STYLE = `body{font:14px Helvetica,Arial,sans-serif;margin:1em 1.5em;color:#000;background:#fff}
dd{margin:0 0 1em 2.5em}.list-title{font-size:1.15em;font-weight:bold;line-height:1.3}.descriptor{display:none}h1.title{font-size:1.8em;line-height:1.2}`;

export const itemHtml = ({ title, id, abstract }: Item): string => `<dt><a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a></dt>
<dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span>
          ${title}
        </div><div class="list-authors"><a href="#">Ada Sample</a>, <a href="#">Bo Instance</a></div>${abstract ? `<p class="mathjax">${abstract}</p>` : ''}</div></dd>`;

export interface PageParts {
  readonly style?: string;
  readonly script?: string;
  readonly root?: string;
  readonly before?: string;
}

const page = (title: string, body: string, { style = '', script = '', root = 'lang="en"', before = '' }: PageParts): string =>
  `<!doctype html><html ${root}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}${style}</style></head><body>${before}${body}${script ? `<script>${script}</script>` : ''}</body></html>`;

export const listing = (path: string, items: readonly Item[], parts: PageParts = {}): StandInPage => ({
  url: `https://arxiv.org/list/${path}`,
  body: page('Machine Learning', `<main><h1>Machine Learning</h1><dl id="articles">${items.map(itemHtml).join('\n')}</dl></main>`, parts),
});

export const abstractPage = ({ title, id, abstract = '' }: Item, parts: PageParts = {}): StandInPage => ({
  url: `https://arxiv.org/abs/${id}`,
  body: page(
    `[${id}] ${title}`,
    `<main id="content"><div id="abs"><h1 class="title mathjax"><span class="descriptor">Title:</span>${title}</h1><div class="authors"><a href="#">Ada Sample</a></div><blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>${abstract}</blockquote></div></main>`,
    parts,
  ),
});

export const plainPage = (path: string, body: string, parts: PageParts = {}): StandInPage => ({ url: `https://arxiv.org/${path}`, body: page('A page', body, parts) });

/** A script's item, for pages that write themselves: `item('Title', 'id')` gives its two elements. */
export const ITEM_FUNCTION = `function item(title, id) {
  const t = document.createElement('template');
  t.innerHTML = ${JSON.stringify(itemHtml({ title: '%t', id: '%i' }))}.replaceAll('%t', title).replaceAll('%i', id);
  return t.content;
}`;
