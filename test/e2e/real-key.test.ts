import { expect, test } from 'vitest';
import type { Page } from '../../src/start/page.ts';
import { until } from '../../src/start/wait.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { abstractPage, plainPage, PRIOR, STRANGER } from './content-pages.ts';
import { ExtensionSide } from './extension-side.ts';

/** The shortcut as the browser gets it from the keyboard: nothing here goes through the page. */
const paper = abstractPage(PRIOR);
const other = plainPage('help', '<p>Our library also holds “Wasserstein GAN”.</p>');
const elsewhere = { url: 'https://example.org/', body: '<!doctype html><html lang="en"><title>Elsewhere</title><p>Not a site of papers.</p></html>' };
const stranger = abstractPage(STRANGER);
const browser = browserUnderTest({ pages: [paper, other, elsewhere, stranger], realKeys: true });
const LOOKUP = 'Alt+Shift+L';

const PANEL = 'paperkin-panel';
const hasPanel = (page: Page): Promise<boolean> => page.evaluate((panel) => document.querySelector(panel) !== null, PANEL);
const panelText = (page: Page): Promise<string> => page.inRoot(PANEL, (root) => root.textContent).catch(() => '');
const patient = { timeout: 15_000 };

test('on a paper it tells of the paper, and closes when pressed again', async () => {
  const page = await browser().page(paper.url);
  await expect.poll(async () => (await page.badges()).length, patient).toBe(1);
  await browser().shortcut(LOOKUP, page);
  await expect.poll(() => panelText(page), patient).toMatch(/Deep Image Prior/);
  await browser().shortcut(LOOKUP, page);
  await expect.poll(() => hasPanel(page), patient).toBe(false);
  await page.close();
});

test('it looks up what is selected, with the worker asleep', async () => {
  const page = await browser().page(other.url);
  await page.evaluate(() => {
    const text = document.querySelector('p')?.firstChild;
    const start = text?.textContent?.indexOf('Wasserstein') ?? -1;
    if (text && start >= 0) getSelection()?.setBaseAndExtent(text, start, text, start + 'Wasserstein GAN'.length);
  });
  await browser().killWorker();
  await browser().shortcut(LOOKUP, page);
  await expect.poll(() => panelText(page), patient).toMatch(/Wasserstein GAN/);
  await page.close();
});

test('where no site of papers is open it opens the popup, ready to search', async () => {
  const page = await browser().page(elsewhere.url);
  await browser().killWorker();
  await browser().shortcut(LOOKUP, page);
  const popup = await browser().openedPopup();
  await expect.poll(() => popup.evaluate(() => document.activeElement?.getAttribute('role')), patient).toBe('combobox');
  await popup.close();
});

test('the other key opens the popup over a page of papers', async () => {
  const page = await browser().page(paper.url);
  await browser().shortcut('Alt+Shift+K', page);
  const popup = await browser().openedPopup();
  await expect.poll(async () => (await popup.accessible()).map(({ name }) => name).join('\n'), patient).toMatch(/Deep Image Prior/);
  await popup.close();
});

test('the key for saving saves the paper of the page, which is marked at once', async () => {
  const page = await browser().page(stranger.url);
  const side = await ExtensionSide.open(browser());
  await until('the content script to have read the page', () => side.ask(page, 'pageReport', null).then(({ entries }) => entries.length === 1, () => false));
  await page.front();
  await browser().killWorker();
  await browser().shortcut('Alt+Shift+U', page);
  await expect.poll(async () => (await page.badges()).map(({ name }) => name).join(), patient).toMatch(/^In your collection: Tidal Currents/);
  expect(await page.inRoot('paperkin-told', (root) => root.textContent)).toContain('Undo');
  await page.close();
});
