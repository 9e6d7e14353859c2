import type { Page } from '../../src/start/page.ts';
import { sleep, until } from '../../src/start/wait.ts';

/** Names of the page's badges in page order, once they are `count`; then a moment later still. */
export async function badgeNames(page: Page, count: number): Promise<string[]> {
  await until(`${count} badges`, async () => (await page.badges()).length === count);
  await sleep(400);
  return (await page.badges()).map(({ name }) => name);
}

/** Titles that carry a badge, each as often as it carries one. */
export async function markedTitles(page: Page): Promise<string[]> {
  // The page's own functions may be anything: it only hands over its text.
  const texts = await page.evaluate(() => {
    const texts: string[] = [];
    const badges = Document.prototype.querySelectorAll.call(document, 'paperkin-badge');
    for (let i = 0; i < badges.length; i++) texts[i] = badges[i]?.parentElement?.textContent ?? '';
    return texts;
  });
  return texts.map((text) => text.replace('Title:', '').trim());
}
