import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from '../../src/start/page.ts';
import { sleep, until } from '../../src/start/wait.ts';
import { browserUnderTest, UNDER_TEST } from './browser-under-test.ts';
import { ExtensionSide } from './extension-side.ts';
import { PopupReader } from './popup-reader.ts';
import { badgeNames } from './settle.ts';

/** A site that the reader enables with a click in the toolbar popup, and the browser's own question after it. */
const note = (title: string): string => `<div class="note"><h4><a href="/forum?id=1">${title}</a></h4><div class="note-authors">David Ha</div></div>`;
const list = (id: string, host = 'openreview.net'): { url: string; body: string } => ({
  url: `https://${host}/group?id=${id}`,
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Venue</title><h1>Venue</h1>${note('HyperNetworks')}${note('Snow Albedo from Consumer Cameras')}</html>`,
});
const browser = browserUnderTest({ pages: [list('A'), list('B'), list('A', 'openreview.example.org')], realKeys: true });
const A = 'https://openreview.net/group?id=A';
const B = 'https://openreview.net/group?id=B';
const MINE = 'In your collection: HyperNetworks (same title)';

const pages: Page[] = [];
const open = async (url: string): Promise<Page> => {
  const page = await browser().page(url);
  pages.push(page);
  return page;
};
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close();
});

const untouched = async (page: Page): Promise<boolean> => {
  await sleep(1500);
  return page.evaluate(() => !document.documentElement.outerHTML.includes('paperkin'));
};
/** Clicks a button of the popup by its words. */
const press = async (popup: PopupReader, words: string): Promise<void> => {
  await popup.reads(words);
  const nth = await popup.page.evaluate((words) => {
    const buttons = Array.from(document.querySelectorAll('button'));
    const found = buttons.findIndex((button) => button.textContent.trim() === words);
    buttons[found]?.setAttribute('id', 'wanted');
    return found;
  }, words);
  expect(nth).toBeGreaterThanOrEqual(0);
  await popup.page.click('#wanted');
};

describe('a site that has to be enabled', () => {
  test('is left alone until then, and so is every other after', async () => {
    expect(await untouched(await open(A))).toBe(true);
    expect(await untouched(await open('https://openreview.example.org/group?id=A'))).toBe(true);
  });

  test('is offered by the popup, and left alone when the reader says no to the browser', async () => {
    const page = await open(A);
    const popup = await PopupReader.inToolbar(browser(), page);
    await popup.reads('Titles on OpenReview are not marked', 'Enable on OpenReview');
    if (UNDER_TEST === 'chromium') {
      await press(popup, 'Enable on OpenReview');
      await browser().answer(false);
    } else await popup.page.close();
    expect(await untouched(page)).toBe(true);
    await popup.page.close().catch(() => undefined);
  });

  test('is marked from the moment the reader says yes: this tab, new ones, and after the worker has slept', async () => {
    const page = await open(A);
    const popup = await PopupReader.inToolbar(browser(), page);
    await press(popup, 'Enable on OpenReview');
    await browser().answer(true);
    expect(await badgeNames(page, 1)).toEqual([MINE]);
    await popup.page.close().catch(() => undefined);
    await browser().killWorker();
    const other = await open(B);
    expect(await badgeNames(other, 1)).toEqual([MINE]);
    await other.reload();
    expect(await badgeNames(other, 1)).toEqual([MINE]);
    expect(await untouched(await open('https://openreview.example.org/group?id=A'))).toBe(true);
  });

  test('is left again when the reader takes it back, in open tabs too, and can be enabled once more', async () => {
    const page = await open(A);
    await badgeNames(page, 1);
    const popup = await PopupReader.inToolbar(browser(), page);
    await press(popup, 'Stop marking on OpenReview');
    await until('no badge', async () => (await page.badges()).length === 0);
    expect(await untouched(page)).toBe(true);
    await popup.page.close().catch(() => undefined);
    expect(await untouched(await open(B))).toBe(true);
    const side = await ExtensionSide.open(browser());
    await expect(side.ask(page, 'pageReport', null)).rejects.toThrow(/receiving end/i);
    await side.close();

    await page.front();
    const again = await PopupReader.inToolbar(browser(), page);
    await press(again, 'Enable on OpenReview');
    // Chromium remembers that the reader has said yes before and does not ask a second time.
    if (UNDER_TEST === 'firefox') await browser().answer(true);
    expect(await badgeNames(page, 1)).toEqual([MINE]);
    await again.page.close().catch(() => undefined);
  });
});
