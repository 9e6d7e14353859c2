import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../../src/start/page.ts';
import { sleep, until } from '../../src/start/wait.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { HYPER, KIN, listing, PRIOR, STRANGER } from './content-pages.ts';
import { PopupReader } from './popup-reader.ts';

const browser = browserUnderTest({ pages: [listing('cs.LG/new', [STRANGER, KIN, PRIOR, HYPER])] });
const LISTING = 'https://arxiv.org/list/cs.LG/new';

describe('the toolbar popup, over a listing', () => {
  let page: Page;
  let popup: PopupReader;
  beforeAll(async () => {
    page = await browser().page(LISTING);
    popup = await PopupReader.inToolbar(browser(), page);
  });
  afterAll(() => page.close());

  test('shows what was found on the page, the collection’s own first, and takes the keys at once', async () => {
    await popup.reads('4 titles, 2 in your collection, 1 close to it');
    const options = await popup.options();
    expect(options).toHaveLength(3);
    expect(options[0]).toMatch(/^Deep Image Prior .*In your collection.*same id/);
    expect(options[1]).toMatch(/^HyperNetworks .*In your collection.*same id/);
    expect(options[2]).toMatch(/^Gradient Penalties for Wasserstein Critics.*related to \d+ paper/i);
    await popup.hears('combobox', /^Search your collection$/);
    await popup.hears('listbox', /^Papers on this page$/);
    await until('the focus', () => popup.page.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox'));
  });

  test('a row shows its abstract with the shared terms marked', async () => {
    await popup.press('End', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight');
    await popup.reads('Generative adversarial networks are hard to train');
    expect(await popup.page.evaluate(() => document.querySelectorAll('.item-active .abstract mark').length)).toBeGreaterThan(0);
  });

  test('a search by keyboard alone: type, choose, open, copy', async () => {
    await popup.page.type('generative adversrial');
    await popup.reads('Generative Adversarial Networks');
    await popup.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'PageDown');
    const { active } = await popup.place();
    await popup.press('Enter');
    await until('the paper', async () => (await popup.place()).title === active);
    await popup.press('c');
    expect(await popup.reads('Copied the BibTeX')).toContain(active);
  });

  test('closing loses nothing: the paper is open, Back leads to the same query, row and scroll', async () => {
    await popup.press('Escape');
    await until('the list', async () => (await popup.place()).active);
    const before = await popup.place();
    expect(before.scroll).toBeGreaterThan(0);
    await popup.press('Enter');
    await until('the paper', async () => (await popup.place()).title === before.active);
    await sleep(300);
    await popup.page.close();
    await sleep(500);
    popup = await PopupReader.inToolbar(browser(), page);
    await until('the paper', async () => (await popup.place()).title === before.active);
    await popup.press('Backspace');
    await until('the same place', async () => JSON.stringify(await popup.place()) === JSON.stringify(before));
  });

  test('Escape clears the search and keeps the popup open', async () => {
    await popup.press('Escape');
    await popup.reads('This page', '4 titles');
    expect(await popup.place()).toMatchObject({ query: '', scroll: 0 });
  });

  test('a title of the page is shown there', async () => {
    await popup.press('ArrowDown', 'ArrowDown', 'Enter');
    await popup.reads('Show on page');
    // The popup closes itself over the key.
    await popup.press('p').catch(() => undefined);
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.closest('.list-title')?.textContent ?? '');
    await expect.poll(focused).toContain('HyperNetworks');
  });
});

describe('what names a paper', () => {
  let popup: PopupReader;
  beforeAll(async () => {
    popup = await PopupReader.inTab(browser());
  });
  afterAll(() => popup.page.close());

  test.each([
    ['an address', 'https://arxiv.org/abs/1711.10925', 'same id'],
    ['a PDF’s address with a version', 'http://export.arxiv.org/pdf/1711.10925v3.pdf', 'same id'],
    ['an id', 'arXiv:1711.10925', 'same id'],
    ['a title', 'deep image prior', 'same title'],
    ['a title with line breaks', 'Deep\n  Image\r\nPrior', 'same title'],
    ['a title with a ligature and quotes', '“Deep Image Prior.”', 'same title'],
  ])('%s', async (_, text, certainty) => {
    await popup.paste(text);
    await popup.reads(`This paper is in your collection (${certainty})`);
    expect((await popup.options())[0]).toMatch(new RegExp(`^Deep Image Prior .*${certainty}`));
  });

  test('an id that is nobody’s names nothing', async () => {
    await popup.paste('2611.99999');
    expect(await popup.reads('No paper of yours matches')).not.toContain('This paper is');
  });
});

describe('asked when the worker has just ended', () => {
  test('everything is answered', async () => {
    const page = await browser().page(LISTING);
    let popup = await PopupReader.inTab(browser());
    await page.close();
    const killed = (): Promise<void> => browser().killWorker();
    await killed();
    await popup.page.type('wasserstein');
    await popup.reads('Wasserstein GAN');
    await killed();
    await popup.press('ArrowDown', 'Enter');
    await popup.reads('Similar abstracts');
    await killed();
    await popup.page.evaluate(() => document.querySelector<HTMLElement>('.neighbours .row-button')?.click());
    await popup.reads('Copy BibTeX');
    await killed();
    await popup.press('c');
    await popup.reads('Copied the BibTeX');
    await killed();
    await popup.reload();
    await popup.reads('Copy BibTeX');
    await popup.page.close();
    await killed();
    popup = await PopupReader.inTab(browser(), { 'popup.open': 'arxiv:1609.09106' });
    await popup.hears('heading', /^HyperNetworks$/);
    expect(await browser().workerAlive()).toBe(true);
    await popup.page.close();
  });
});

test('the web was asked for the listing and nothing else', () => {
  const { served, refused } = browser().traffic();
  expect([...new Set(served.filter((request) => !request.endsWith('/favicon.ico')))]).toEqual([`GET ${LISTING}`]);
  expect(refused).toEqual([]);
});
