import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChromiumBrowser } from '../../src/start/chromium.ts';
import { openBrowser } from '../../src/start/open-browser.ts';
import type { Media, Page } from '../../src/start/page.ts';
import { samplePages } from '../../src/start/sample-pages.ts';
import { sleep, until } from '../../src/start/wait.ts';
import { axeInClosedRoots } from './axe-in-closed-roots.ts';
import type { LongListing } from './long-listing.ts';
import { CITATIONS, longPaper, REFERENCES } from './long-paper.ts';
import { tasksOfOurs } from './trace.ts';

/** No task of ours may be longer, in milliseconds. */
const LONGEST = 50;
const PAPER = 'https://arxiv.org/html/2611.04321v1';

let browser: ChromiumBrowser;
beforeAll(async () => {
  browser = await openBrowser('chromium', { pages: [...samplePages(), longPaper] });
});
afterAll(() => browser.close());

// A page is not told of an extension's long tasks, so that only a trace shows them.
test(`no task of ours is long on a paper with ${REFERENCES} references and ${CITATIONS} citations`, async () => {
  const page = await browser.page(longPaper.url);
  await sleep(1500);
  const tasks = await tasksOfOurs(browser.context, browser.origin, async () => {
    await page.evaluate(() => (globalThis as unknown as LongListing).begin());
    await until('all marks', () => page.evaluate((marked) => document.querySelectorAll('paperkin-citation').length >= marked, CITATIONS / 3));
    await sleep(500);
  });
  console.log(`${tasks.length} tasks of ours on ${REFERENCES} references and ${CITATIONS} citations; the longest: ${tasks.slice(0, 3).map((length) => length.toFixed(1)).join(', ')} ms`);
  expect(tasks.length).toBeGreaterThan(10);
  expect(tasks[0]).toBeLessThan(LONGEST);
  await page.close();
});

const LOOKS: readonly [string, 'light' | 'dark', Media][] = [
  ['light', 'light', {}],
  ['dark', 'dark', {}],
  ['forced colours', 'light', { forcedColors: true }],
];

describe.each(LOOKS)('in %s', (_, theme, media) => {
  const open = async (): Promise<Page> => {
    const page = await browser.page(PAPER);
    await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), theme);
    await page.media(media);
    await until('citations and summary', () => page.evaluate(() => document.querySelectorAll('paperkin-citation').length > 4 && document.querySelector('paperkin-summary') !== null));
    await sleep(500);
    return page;
  };

  test.each([
    ['paperkin-citation', 0],
    ['paperkin-citation', 3],
    ['paperkin-summary', 0],
  ] as const)('the card of %s %i, and all marks, are accessible', async (host, nth) => {
    const page = await open();
    await page.click({ host, nth, inside: 'button' });
    await until('the card', () => page.driver.inRoot(host, nth, (root) => root.querySelectorAll('[role=dialog] :is(a, button)').length > 0));
    const { violations, seen } = await axeInClosedRoots(browser);
    expect([violations, seen > 15]).toEqual([[], true]);
    await page.close();
  });
});
