import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from '../../src/start/page.ts';
import { sleep, until } from '../../src/start/wait.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { PopupReader } from './popup-reader.ts';

/** "Mark this page" on pages that no adapter serves and that the extension may not otherwise read. */
const html = (body: string, head = ''): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notes on networks</title>${head}</head><body>${body}</body></html>`;
const BLOG = {
  url: 'https://blog.example.org/notes',
  body: html(`<nav><form><input name="localName"><input name="children"><input name="firstChild"></form><a href="/">Deep learning</a></nav>
<h1>Notes on networks</h1>
<p>We liked <a href="/x">HyperNetworks</a> and “Deep Image Prior” (Ulyanov et al., 2018), the latter twice: see <a href="https://arxiv.org/abs/1711.10925">this one</a>.</p>
<p style="display:none">HyperNetworks</p>
<div style="height:3000px"></div>
<ul><li>Improved Training of <em>Wasserstein</em> GANs</li><li>Improved Training of Wasserstein GANs for Speech</li></ul>
<p>arXiv:1609.09106 is named by its number.</p>
<button id="next">next</button>
<script>document.getElementById('next').onclick = () => { document.querySelector('ul').textContent = 'Other words'; }</script>`),
};
const EMPTY = { url: 'https://blog.example.org/other', body: html('<h1>Deep learning</h1><p>Today generative adversarial networks and deep learning are everywhere. A Wasserstein GAN for speech is not.</p><p>Generative Adversarial Networks</p>') };
const STRICT = { url: 'https://strict.example.org/', body: html('<p>HyperNetworks. David Ha, Andrew Dai, Quoc Le.</p>', '<meta http-equiv="content-security-policy" content="default-src \'none\'">') };
const browser = browserUnderTest({ pages: [BLOG, EMPTY, STRICT] });

const pages: Page[] = [];
const open = async (url: string): Promise<Page> => {
  const page = await browser().page(url);
  pages.push(page);
  return page;
};
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close();
});

/** What the browser paints for us, in the page's own words. */
const painted = (page: Page, name = 'paperkin'): Promise<string[]> =>
  page.evaluate((name) => {
    const found: string[] = [];
    CSS.highlights.get(name)?.forEach((range) => found.push((range as Range).toString()));
    return found;
  }, name);

async function mark(page: Page): Promise<PopupReader> {
  const popup = await PopupReader.inToolbar(browser(), page);
  await popup.reads('Mark this page');
  await popup.page.evaluate(() => Array.from(document.querySelectorAll('button')).find((button) => button.textContent === 'Mark this page')?.setAttribute('id', 'wanted'));
  await popup.page.click('#wanted');
  return popup;
}

describe('a page that is marked', () => {
  test('has its papers painted and listed, and not one node changed', async () => {
    const page = await open(BLOG.url);
    const before = await page.evaluate(() => document.body.outerHTML);
    const popup = await mark(page);
    const said = await popup.reads('papers of your collection, in', 'Mark this page again');
    expect(said).toContain('3 papers of your collection, in 5 places');
    for (const title of ['HyperNetworks', 'Deep Image Prior', 'Improved Training of Wasserstein GANs']) expect(said).toContain(title);
    expect(await painted(page)).toEqual(['HyperNetworks', 'Deep Image Prior', 'this one', 'Improved Training of Wasserstein GANs', 'arXiv:1609.09106']);
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    await popup.page.close();
  });

  test('is walked through by its bar, which goes when it is closed', async () => {
    const page = await open(BLOG.url);
    const popup = await mark(page);
    await popup.reads('Mark this page again');
    await popup.page.close();
    const says = (): Promise<string> => page.inRoot('paperkin-bar', (root) => root.querySelector('span')?.textContent ?? '');
    expect(await says()).toBe('5 places marked');
    for (let times = 0; times < 4; times++) await page.click({ host: 'paperkin-bar', inside: 'button[aria-label=Next]' });
    expect(await says()).toBe('4 of 5');
    expect(await painted(page, 'paperkin-current')).toEqual(['Improved Training of Wasserstein GANs']);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await page.click({ host: 'paperkin-bar', inside: 'button[aria-label=Previous]' });
    expect(await says()).toBe('3 of 5');
    await page.click({ host: 'paperkin-bar', inside: 'button:last-of-type' });
    expect(await painted(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.outerHTML.includes('paperkin'))).toBe(false);
  });

  test('loses a mark when its words change', async () => {
    const page = await open(BLOG.url);
    const popup = await mark(page);
    await popup.reads('Mark this page again');
    await popup.page.close();
    await page.click('#next');
    await until('the mark to go', async () => (await painted(page)).length === 4);
    expect(await painted(page)).not.toContain('Improved Training of Wasserstein GANs');
  });

  test('keeps its list for a popup that is opened again, and marks again the same', async () => {
    const page = await open(BLOG.url);
    const popup = await mark(page);
    await popup.reads('Mark this page again');
    await popup.page.close();
    await browser().killWorker();
    const again = await PopupReader.inToolbar(browser(), page);
    await again.reads('3 papers of your collection, in 5 places');
    await again.page.evaluate(() => Array.from(document.querySelectorAll('button')).find((button) => button.textContent === 'Mark this page again')?.setAttribute('id', 'wanted'));
    await again.page.click('#wanted');
    await sleep(1000);
    await again.reads('3 papers of your collection, in 5 places');
    expect((await painted(page)).length).toBe(5);
    expect(await page.evaluate(() => document.querySelectorAll('paperkin-bar').length)).toBe(1);
    await again.page.close();
  });

  test('has nothing marked where it names none', async () => {
    const page = await open(EMPTY.url);
    const popup = await mark(page);
    await popup.reads('No paper of your collection is named in the text of this page.');
    expect(await painted(page)).toEqual([]);
    await popup.page.close();
  });

  test('is marked under the strictest policy too', async () => {
    const page = await open(STRICT.url);
    const popup = await mark(page);
    await popup.reads('1 paper of your collection, in 1 place');
    expect(await painted(page)).toEqual(['HyperNetworks']);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('p') ?? document.body, '::highlight(paperkin)').backgroundColor)).toBe('rgb(255, 228, 138)');
    await popup.page.close();
  });
});

test('asked the web for the opened pages and nothing else', () => {
  const { served, refused, reports } = browser().traffic();
  expect([...new Set(served)].filter((request) => !request.endsWith('/favicon.ico')).sort()).toEqual([BLOG, EMPTY, STRICT].map(({ url }) => `GET ${url}`).sort());
  expect(refused).toEqual([]);
  expect(reports).toEqual([]);
});
