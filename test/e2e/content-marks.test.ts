import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../../src/start/page.ts';
import { sleep, until } from '../../src/start/wait.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { abstractPage, HYPER, ITEM_FUNCTION, KIN, listing, plainPage, PRIOR, STRANGER, WGAN } from './content-pages.ts';
import { ExtensionSide } from './extension-side.ts';
import { badgeNames, markedTitles } from './settle.ts';

const onClick = (id: string, code: string): string => `document.getElementById('${id}').onclick = () => { ${code} };`;
const button = (id: string): string => `<button id="${id}">${id}</button>`;

const browser = browserUnderTest({
  pages: [
    listing('cs.LG/new', [PRIOR, STRANGER, KIN, { ...WGAN, id: '2611.00003' }, { title: 'Wasserstein GAMs', id: '2611.00004' }]),
    abstractPage(PRIOR),
    abstractPage(STRANGER),
    plainPage('about', '<h1>About arXiv</h1><p>Deep Image Prior is a paper. <a href="/abs/1711.10925">1711.10925</a></p>'),
    listing('cs.LG/scroll', [PRIOR], {
      before: button('more'),
      script: `${ITEM_FUNCTION}${onClick('more', `document.querySelector('dl').append(item('Wasserstein GAN', '1701.07875'))`)}`,
    }),
    listing('cs.LG/late', [], { script: `${ITEM_FUNCTION}setTimeout(() => document.querySelector('dl').append(item('', '1711.10925')), 800);
      setTimeout(() => document.querySelector('.list-title').append('Deep Image Prior'), 1600);` }),
    listing('cs.LG/hydrate', [PRIOR, STRANGER], {
      before: button('hydrate'),
      script: onClick('hydrate', `const dl = document.querySelector('dl'); const html = dl.innerHTML.replace(/<paperkin-badge><\\/paperkin-badge>/g, ''); dl.innerHTML = html;`),
    }),
    // What MathJax does: each formula's text gives way to its drawing and a script with the TeX.
    listing('cs.LG/math', [{ title: 'Deep Image $\\mathcal{P}$rior', id: '1711.10925' }], {
      before: button('typeset'),
      script: onClick('typeset', `const title = document.querySelector('.list-title'); const text = [...title.childNodes].find((node) => node.nodeType === 3 && node.data.includes('$'));
        const [before, tex, after] = text.data.split('$'); const drawn = document.createElement('span'); drawn.className = 'MathJax_Preview'; const span = document.createElement('span'); span.className = 'MathJax'; span.textContent = 'P';
        const script = document.createElement('script'); script.type = 'math/tex'; script.textContent = tex; text.replaceWith(before, drawn, span, script, after);`),
    }),
    // An application: one address after another in one document, its one heading used again.
    abstractPage({ ...HYPER, abstract: 'Hyper.' }, {
      before: button('next') + button('gone'),
      script: `const h1 = document.querySelector('h1'); const say = (path, title) => { history.pushState(null, '', path); setTimeout(() => h1.lastChild.nodeValue = title, 300); };
        h1.replaceChildren('HyperNetworks');
        ${onClick('next', `say('/abs/1701.07875', 'Wasserstein GAN'); h1.firstChild.nodeValue = 'HyperNetworks'; setTimeout(() => { h1.firstChild.nodeValue = 'Wasserstein GAN' }, 300)`)}
        ${onClick('gone', `history.pushState(null, '', '/about')`)}`,
    }),
  ],
});

let side: ExtensionSide;
beforeAll(async () => {
  side = await ExtensionSide.open(browser());
});
const pages: Page[] = [];
const open = async (url: string): Promise<Page> => {
  const page = await browser().page(url);
  pages.push(page);
  return page;
};
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close();
});

describe('a listing', () => {
  test('is marked where the collection has or comes close to a title, and nowhere else', async () => {
    const page = await open('https://arxiv.org/list/cs.LG/new');
    const names = await badgeNames(page, 3);
    expect(names[0]).toBe('In your collection: Deep Image Prior (same id)');
    expect(names[1]).toMatch(/^Related to .+: .+/);
    expect(names[2]).toBe('Related to Wasserstein GAN: same title, other paper');
    expect(await markedTitles(page)).toEqual([PRIOR.title, KIN.title, WGAN.title]);
  });

  test('is told to the popup in page order', async () => {
    const page = await open('https://arxiv.org/list/cs.LG/new');
    await badgeNames(page, 3);
    const report = await side.ask(page, 'pageReport', null);
    expect(report).toMatchObject({ url: 'https://arxiv.org/list/cs.LG/new', site: 'arXiv listing', busy: false, problem: null });
    expect(report.entries.map(({ title, identity, relation }) => [title, identity?.state ?? null, relation !== null])).toEqual([
      [PRIOR.title, 'in collection', false],
      [STRANGER.title, null, false],
      [KIN.title, null, true],
      [WGAN.title, 'other paper', false],
      ['Wasserstein GAMs', null, false],
    ]);
  });

  test('can be scrolled to a title by the popup', async () => {
    const page = await open('https://arxiv.org/list/cs.LG/new');
    await badgeNames(page, 3);
    expect(await side.ask(page, 'reveal', { index: 2 })).toBe(true);
    expect(await side.ask(page, 'reveal', { index: 99 })).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.parentElement?.textContent.includes('Gradient Penalties'))).toBe(true);
  });

  test('keeps the words and nodes of its titles', async () => {
    const page = await open('https://arxiv.org/list/cs.LG/new');
    await badgeNames(page, 3);
    const seen = await page.evaluate(() => {
      const title = document.querySelector('.list-title');
      return [title?.firstElementChild?.className, title?.childNodes.length, title?.lastElementChild?.localName, title?.lastElementChild?.attributes.length, title?.lastElementChild?.shadowRoot, title?.innerHTML.includes('In coll')];
    });
    expect(seen).toEqual(['descriptor', 3, 'paperkin-badge', 0, null, false]);
  });
});

test('a page about one paper is marked at its heading', async () => {
  const page = await open('https://arxiv.org/abs/1711.10925');
  expect(await badgeNames(page, 1)).toEqual(['In your collection: Deep Image Prior (same id)']);
});

test('a page without papers is left alone: no element, no message', async () => {
  await side.heard();
  const page = await open('https://arxiv.org/about');
  await sleep(1500);
  expect(await page.evaluate(() => document.documentElement.outerHTML.includes('paperkin'))).toBe(false);
  expect(await side.heard()).toEqual([]);
  expect(await side.ask(page, 'pageReport', null)).toMatchObject({ busy: false, problem: null, entries: [] });
});

describe('a page that changes', () => {
  test('has what is added by scrolling marked, once', async () => {
    const page = await open('https://arxiv.org/list/cs.LG/scroll');
    await badgeNames(page, 1);
    await page.click('#more');
    await badgeNames(page, 2);
    expect(await markedTitles(page)).toEqual([PRIOR.title, WGAN.title]);
  });

  test('is marked when its titles come late', async () => {
    const page = await open('https://arxiv.org/list/cs.LG/late');
    expect(await badgeNames(page, 1)).toEqual(['In your collection: Deep Image Prior (same id)']);
  });

  test('that ends up empty is reported', async () => {
    const page = await open('https://arxiv.org/list/cs.LG/late');
    await page.evaluate(() => document.querySelector('main')?.remove());
    expect(await until('the report', async () => (await side.ask(page, 'pageReport', null)).problem)).toBe('0 titles found on a listing page');
  });

  test('is marked once when its nodes are replaced', async () => {
    const page = await open('https://arxiv.org/list/cs.LG/hydrate');
    await badgeNames(page, 1);
    for (let times = 0; times < 3; times++) {
      await page.click('#hydrate');
      await badgeNames(page, 1);
    }
    expect(await markedTitles(page)).toEqual([PRIOR.title]);
  });

  test('keeps its mark when a formula is typeset', async () => {
    const page = await open('https://arxiv.org/list/cs.LG/math');
    await badgeNames(page, 1);
    await page.evaluate(() => document.querySelector('paperkin-badge')?.setAttribute('data-before', ''));
    await page.click('#typeset');
    await sleep(1000);
    expect(await badgeNames(page, 1)).toEqual(['In your collection: Deep Image Prior (same id)']);
    expect(await page.evaluate(() => document.querySelector('paperkin-badge')?.hasAttribute('data-before'))).toBe(true);
  });
});

describe('soft navigation', () => {
  test('never marks the old title for the new address, and then marks the new one', async () => {
    const page = await open('https://arxiv.org/abs/1609.09106');
    expect(await badgeNames(page, 1)).toEqual(['In your collection: HyperNetworks (same id)']);
    await page.click('#next');
    const seen = new Set<string>();
    const end = performance.now() + 4000;
    while (performance.now() < end) {
      const [title] = await markedTitles(page);
      for (const { name } of await page.badges()) seen.add(`${title} | ${name}`);
      await sleep(50);
    }
    expect([...seen].filter((pair) => !/^(HyperNetworks \| .*HyperNetworks|Wasserstein GAN \| .*Wasserstein GAN)/.test(pair))).toEqual([]);
    expect(await badgeNames(page, 1)).toEqual(['In your collection: Wasserstein GAN (same id)']);
  });

  test('takes the marks along when the new address is no paper', async () => {
    const page = await open('https://arxiv.org/abs/1609.09106');
    await badgeNames(page, 1);
    await page.click('#gone');
    await until('no badge', async () => (await page.badges()).length === 0);
    expect(await page.evaluate(() => document.querySelectorAll('paperkin-badge').length)).toBe(0);
  });

  test('marks again on Back, without duplicates', async () => {
    const page = await open('https://arxiv.org/list/cs.LG/new');
    await badgeNames(page, 3);
    await page.goto('https://arxiv.org/abs/1711.10925');
    await badgeNames(page, 1);
    await page.back();
    await badgeNames(page, 3);
    expect(await markedTitles(page)).toEqual([PRIOR.title, KIN.title, WGAN.title]);
    await page.forward();
    expect(await badgeNames(page, 1)).toEqual(['In your collection: Deep Image Prior (same id)']);
  });
});
