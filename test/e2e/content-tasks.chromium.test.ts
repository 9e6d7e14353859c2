import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChromiumBrowser } from '../../src/start/chromium.ts';
import { openBrowser } from '../../src/start/open-browser.ts';
import { sleep, until } from '../../src/start/wait.ts';
import { longListing, type LongListing, MARKED, TITLES } from './long-listing.ts';
import { tasksOfOurs } from './trace.ts';

/** No task of ours may be longer, in milliseconds. */
const LONGEST = 50;

let browser: ChromiumBrowser;
beforeAll(async () => {
  browser = await openBrowser('chromium', { pages: [longListing] });
});
afterAll(() => browser.close());

// A page is not told of an extension's long tasks, so that only a trace shows them.
test(`no task of ours is long on a listing of ${TITLES} titles`, async () => {
  const page = await browser.page(longListing.url);
  await sleep(1500);
  const tasks = await tasksOfOurs(browser.context, browser.origin, async () => {
    await page.evaluate(() => (globalThis as unknown as LongListing).begin());
    await until('all marks', () => page.evaluate((marked) => document.querySelectorAll('paperkin-badge').length >= marked, MARKED));
    await sleep(500);
  });
  console.log(`${tasks.length} tasks of ours on ${TITLES} titles; the longest: ${tasks.slice(0, 3).map((length) => length.toFixed(1)).join(', ')} ms`);
  expect(tasks.length).toBeGreaterThan(10);
  expect(tasks[0]).toBeLessThan(LONGEST);
});
