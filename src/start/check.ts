import type { BrowserName } from './browser.ts';
import { openBrowser } from './open-browser.ts';
import { BADGE_HOST, type Page } from './page.ts';
import { samplePages } from './sample-pages.ts';
import { until } from './wait.ts';

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
      let marked = 0;
      for (const { url } of samplePages()) {
        const page = await browser.page(url);
        const marks = await settled(page);
        console.log(`  ${url}: ${marks.length === 0 ? 'nothing marked' : ''}`);
        for (const { title, says } of marks) console.log(`    ${title}\n      ${says}`);
        marked += marks.length;
        await page.close();
      }
      console.log(`  ${marked} titles marked`);
      good &&= marked > 0;
    } finally {
      await browser.close();
    }
  }
  if (!good) console.error('Nothing was marked.');
  return good;
}

interface Mark {
  readonly title: string;
  /** The badge as a screen reader says it: its state and why. */
  readonly says: string;
}

/** The marks of a page, once they have stayed the same for a second or ten seconds are over. */
async function settled(page: Page): Promise<Mark[]> {
  let last = '';
  let since = performance.now();
  const start = since;
  return until('the marks to settle', async () => {
    const badges = await page.badges();
    const titles = await page.evaluate((host) => Array.from(document.querySelectorAll(host), (badge) => badge.parentElement?.textContent ?? ''), BADGE_HOST);
    const marks = badges.map((badge) => ({ title: (titles[badge.nth] ?? '').replaceAll(/\s+/g, ' ').trim(), says: badge.name }));
    const now = performance.now();
    const seen = JSON.stringify(marks);
    if (seen !== last) [last, since] = [seen, now];
    return now - since > (marks.length > 0 ? 1000 : 3000) || now - start > 10_000 ? marks : null;
  });
}
