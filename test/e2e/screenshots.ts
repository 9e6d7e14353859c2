import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../../src/start/open-browser.ts';
import { pageReport } from '../../src/start/page-report.ts';
import type { Page } from '../../src/start/page.ts';
import { until } from '../../src/start/wait.ts';
import { PopupReader } from './popup-reader.ts';

/** `npm run screenshots`: the README's pictures, taken from the built extension in Chromium on the sample pages, light and dark. */

const FOLDER = fileURLToPath(new URL('../../.github/screenshots/', import.meta.url));
const LISTING = 'https://arxiv.org/list/cs.LG/recent';
const PAPER = 'https://arxiv.org/html/2611.04321v1';
const SCHEMES = ['light', 'dark'] as const;

mkdirSync(FOLDER, { recursive: true });
const browser = await openBrowser('chromium', { realKeys: true });
try {
  const own = await browser.extensionPage('src/popup/popup.html');
  for (const scheme of SCHEMES) {
    const keep = async (name: string, page: Page): Promise<void> => {
      // Cards and lists fill after they open.
      await new Promise((done) => setTimeout(done, 800));
      writeFileSync(`${FOLDER}${name}-${scheme}.png`, await page.screenshot());
      console.log(`${name}-${scheme}.png`);
    };
    const page = await browser.page(LISTING);
    await page.media({ scheme });
    await until('the listing to be marked', async () => (await pageReport(own, LISTING))?.busy === false && (await page.badges()).length > 0);
    await keep('listing', page);

    const badges = await page.badges();
    const first = badges.find(({ name }) => name.startsWith('Related to')) ?? badges[0];
    if (first) await page.click(first);
    await keep('card', page);
    await page.press('Escape');

    await browser.shortcut('Alt+Shift+L', page);
    await keep('panel', page);
    await page.close();

    const popup = await PopupReader.inTab(browser);
    await popup.page.media({ scheme });
    await popup.page.type('generatve adversarial');
    await keep('search', popup.page);
    await popup.page.press('ArrowDown');
    await popup.page.press('Enter');
    await keep('paper', popup.page);
    await popup.page.close();

    const paper = await browser.page(PAPER);
    await paper.media({ scheme });
    await until('the references to be marked', async () => (await paper.badges()).length > 2);
    await paper.evaluate(() => document.querySelector('.ltx_bibliography')?.scrollIntoView());
    await keep('references', paper);
    await paper.close();

    const library = await browser.extensionPage('src/manager/manager.html');
    await library.media({ scheme });
    await until('the papers to be listed', () => library.evaluate(() => document.querySelector('[role=option] .line-title') !== null));
    await library.evaluate(() => document.querySelector<HTMLElement>('[role=option] .line-text')?.click());
    await keep('library', library);
    await library.close();
  }
} finally {
  await browser.close();
}
