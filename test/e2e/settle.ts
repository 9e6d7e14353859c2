import type { Page } from '../../src/start/page.ts';
import { sleep, until } from '../../src/start/wait.ts';

/** Names of the page's badges in page order, once they are `count`; then a moment later still. */
export async function badgeNames(page: Page, count: number): Promise<string[]> {
  await until(`${count} badges`, async () => (await page.badges()).length === count);
  await sleep(400);
  return (await page.badges()).map(({ name }) => name);
}

/** Titles that carry a badge, each as often as it carries one. */
export const markedTitles = (page: Page): Promise<string[]> =>
  page.evaluate(() => Array.from(document.querySelectorAll('paperkin-badge'), (host) => (host.parentElement?.textContent ?? '').replace('Title:', '').trim()));
