import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from '../../src/start/page.ts';
import { sleep, until } from '../../src/start/wait.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { abstractPage, HYPER, ITEM_FUNCTION, listing, PRIOR, STRANGER, WGAN } from './content-pages.ts';
import { ExtensionSide } from './extension-side.ts';
import { badgeNames, markedTitles } from './settle.ts';

/** An application that goes from paper to paper in one document. */
const HOPS = `const papers = [['1711.10925', 'Deep Image Prior'], ['2611.00001', 'Tidal Currents of an Invented Northern Strait'], ['1701.07875', 'Wasserstein GAN'], ['1609.09106', 'HyperNetworks']];
globalThis.hop = (n) => { const [id, title] = papers[n % papers.length]; history.pushState(null, '', '/abs/' + id); const old = document.querySelector('h1'); const h1 = old.cloneNode(false); h1.textContent = title; old.replaceWith(h1); };`;
const STORM = `${ITEM_FUNCTION}
globalThis.storm = (ms) => { const box = document.body.appendChild(document.createElement('div')); const end = performance.now() + ms;
  const gust = () => { for (let i = 0; i < 170; i++) box.append(document.createElement('p')); if (box.childNodes.length > 3000) box.replaceChildren(); if (performance.now() < end) setTimeout(gust, 16); }; gust(); };
globalThis.calm = () => document.querySelector('dl').append(item('Wasserstein GAN', '1701.07875'));`;

const browser = browserUnderTest({
  pages: [listing('cs.LG/new', [PRIOR, STRANGER, WGAN]), abstractPage(PRIOR, { script: HOPS }), abstractPage(HYPER), listing('cs.LG/storm', [PRIOR], { script: STORM })],
});
interface Doings {
  hop(n: number): void;
  storm(ms: number): void;
  calm(): void;
  kept?: boolean;
}
let side: ExtensionSide;
let page: Page;
beforeAll(async () => {
  side = await ExtensionSide.open(browser());
});
afterEach(() => page.close());

test('a hundred soft navigations leave one right badge', async () => {
  page = await browser().page('https://arxiv.org/abs/1711.10925');
  await badgeNames(page, 1);
  for (let n = 1; n <= 100; n++) {
    await page.evaluate((n) => (globalThis as unknown as Doings).hop(n), n);
    if (n % 10 === 0) await sleep(400);
  }
  expect(await badgeNames(page, 1)).toEqual(['In your collection: Deep Image Prior (same id)']);
  await page.evaluate(() => (globalThis as unknown as Doings).hop(1));
  await until('no badge', async () => (await markedTitles(page)).length === 0);
  await page.evaluate(() => (globalThis as unknown as Doings).hop(2));
  expect(await badgeNames(page, 1)).toEqual(['In your collection: Wasserstein GAN (same id)']);
});

test('Back and Forward, ten times, leave each title one badge', async () => {
  page = await browser().page('https://arxiv.org/list/cs.LG/new');
  await badgeNames(page, 2);
  await page.evaluate(() => addEventListener('pageshow', (event) => void ((globalThis as unknown as Doings).kept = event.persisted)));
  await page.goto('https://arxiv.org/abs/1609.09106');
  // A page that is left before it was ever idle is kept without its content script, which no browser runs later.
  await badgeNames(page, 1);
  for (let times = 0; times < 10; times++) {
    await page.back();
    await badgeNames(page, 2);
    // Out of the back/forward cache: the page that was left, with what was in its memory.
    expect(await page.evaluate(() => (globalThis as unknown as Doings).kept)).toBe(true);
    await page.forward();
    expect(await badgeNames(page, 1)).toEqual(['In your collection: HyperNetworks (same id)']);
  }
  await page.back();
  await badgeNames(page, 2);
  expect(await markedTitles(page)).toEqual([PRIOR.title, WGAN.title]);
});

test('a storm of changes does not keep a new title from being marked, and sends nothing', async () => {
  page = await browser().page('https://arxiv.org/list/cs.LG/storm');
  await badgeNames(page, 1);
  await side.heard();
  await page.evaluate(() => (globalThis as unknown as Doings).storm(4000));
  await sleep(4500);
  expect(await side.heard()).toEqual([]);
  await page.evaluate(() => (globalThis as unknown as Doings).calm());
  await badgeNames(page, 2);
  expect(await markedTitles(page)).toEqual([PRIOR.title, WGAN.title]);
});
