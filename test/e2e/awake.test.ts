import { expect, test } from 'vitest';
import type { Page } from '../../src/start/page.ts';
import { until } from '../../src/start/wait.ts';
import { browserUnderTest } from './browser-under-test.ts';

const PAGE = 'https://arxiv.org/help';
const browser = browserUnderTest({ pages: [{ url: PAGE, body: '<!doctype html><html lang="en"><title>Help</title><p>No paper here.</p></html>' }] });

/** What a screen reader hears of the results. */
const options = async (popup: Page): Promise<string[]> => (await popup.accessible()).filter((node) => node.role === 'option').map((node) => node.name);

test('the worker ends when it is told to, and is back when the toolbar popup searches', async () => {
  const page = await browser().page(PAGE);
  await browser().killWorker();
  expect(await browser().workerAlive()).toBe(false);
  const popup = await browser().popup(page);
  await until('the search box to have the focus', () => popup.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox'));
  await browser().killWorker();
  await popup.type('deep image prior');
  await expect.poll(async () => (await options(popup))[0], { timeout: 15_000 }).toMatch(/^Deep Image Prior/);
  expect(await browser().workerAlive()).toBe(true);
  await popup.close();
});

test('a search is answered when the worker ends in the middle of it', async () => {
  const popup = await browser().extensionPage('src/popup/popup.html');
  for (const word of ['generative', 'adversarial', 'networks']) {
    await browser().killWorker();
    await popup.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('[role=combobox]');
      box?.focus();
      box?.select();
    });
    await popup.type(word);
    await expect.poll(async () => (await options(popup)).join('\n').toLowerCase(), { timeout: 15_000 }).toContain(word);
  }
  await popup.close();
});
