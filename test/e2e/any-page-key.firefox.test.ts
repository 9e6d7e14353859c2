import { expect, test } from 'vitest';
import { until } from '../../src/start/wait.ts';
import { browserUnderTest } from './browser-under-test.ts';

/** Only Firefox lets a key be set by script; by the key the reader has set, a page is marked without the popup. */
const PAGE = 'https://blog.example.org/key';
const browser = browserUnderTest({ pages: [{ url: PAGE, body: '<!doctype html><html lang="en"><title>Key</title><ul><li>HyperNetworks</li></ul></html>' }] });

test('a page is marked by the key that the reader has set', async () => {
  const own = await browser().extensionPage('src/popup/popup.html');
  const keys = await own.evaluate(async () => {
    const { commands } = (globalThis as unknown as { browser: { commands: { update(change: object): Promise<void>; getAll(): Promise<{ name: string; shortcut: string }[]> } } }).browser;
    const before = (await commands.getAll()).find(({ name }) => name === 'mark-page')?.shortcut;
    await commands.update({ name: 'mark-page', shortcut: 'Alt+Shift+U' });
    return before;
  });
  expect(keys ?? '').toBe('');
  const page = await browser().page(PAGE);
  await browser().shortcut('Alt+Shift+U', page);
  await until('the page to be marked', () => page.evaluate(() => (CSS.highlights.get('paperkin')?.size ?? 0) === 1));
  await page.close();
  await own.close();
});
