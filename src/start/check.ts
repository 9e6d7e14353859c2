import type { PageReport } from '../messages/views.ts';
import type { BrowserName } from './browser.ts';
import { openBrowser } from './open-browser.ts';
import { BADGE_HOST, type Page } from './page.ts';
import { pageReport } from './page-report.ts';
import { samplePages } from './sample-pages.ts';
import { until } from './wait.ts';

interface Mark {
  readonly title: string;
  /** The badge as a screen reader says it: its state and why. */
  readonly says: string;
}

/**
 * Opens the sample pages in each browser without a window and without the network, and prints every title that was
 * marked. True when each browser marked something.
 */
export async function check(names: readonly BrowserName[]): Promise<boolean> {
  let good = true;
  for (const name of names) {
    const browser = await openBrowser(name);
    try {
      console.log(`\n${name} ${browser.version}`);
      const own = await browser.extensionPage('src/popup/popup.html');
      let marked = 0;
      for (const { url } of samplePages()) {
        const page = await browser.page(url);
        const marks = await marksOf(page, () => pageReport(own, url));
        console.log(`  ${url}${marks.length === 0 ? ': nothing marked' : ''}`);
        for (const { title, says } of marks) console.log(`    ${title}\n      ${says}`);
        marked += marks.length;
        await page.close();
      }
      console.log(`  ${marked} titles marked in ${name}`);
      good &&= marked > 0;
    } finally {
      await browser.close();
    }
  }
  if (!good) console.error('Nothing was marked.');
  return good;
}

/** The marks of a page, once it says that all is answered and they have stayed the same for a moment. */
async function marksOf(page: Page, report: () => Promise<PageReport | null>): Promise<Mark[]> {
  await until('all titles to be answered', async () => {
    const now = await report();
    return now === null || !now.busy;
  });
  let last = '';
  return until('the marks to settle', async () => {
    const marks = await seenOn(page);
    const settled = JSON.stringify(marks) === last;
    last = JSON.stringify(marks);
    return settled ? marks : null;
  });
}

async function seenOn(page: Page): Promise<Mark[]> {
  const badges = await page.badges();
  const titles = await page.evaluate((host) => Array.from(document.querySelectorAll(host), (badge) => badge.parentElement?.textContent ?? ''), BADGE_HOST);
  return badges.map((badge) => ({ title: (titles[badge.nth] ?? '').replaceAll(/\s+/g, ' ').trim().replace(/^Title: /, ''), says: badge.name }));
}
