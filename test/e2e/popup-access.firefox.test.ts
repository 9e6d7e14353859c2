import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { PopupReader } from './popup-reader.ts';

const PAGE = 'https://arxiv.org/help';
const browser = browserUnderTest({ pages: [{ url: PAGE, body: '<!doctype html><html lang="en"><title>Help</title><p>No paper here.</p>' }] });

test('sites that the reader has taken back are asked for; searching works all the same', async () => {
  for (const origin of ['https://arxiv.org/*', 'https://*.arxiv.org/*']) await browser().permission(origin, false);
  const page = await browser().page(PAGE);
  const popup = await PopupReader.inTab(browser());
  await page.front();
  await popup.reload();
  await popup.reads('Paperkin may not read the paper sites yet', 'Allow the paper sites');
  expect(await violations(popup.page)).toEqual([]);
  await popup.paste('deep image prior');
  await popup.reads('This paper is in your collection (same title)');
  await popup.page.close();
  await page.close();
});
