import { beforeAll, expect, test } from 'vitest';
import { sleep, until } from '../../src/start/wait.ts';
import { browserUnderTest, UNDER_TEST } from './browser-under-test.ts';
import { ExtensionSide } from './extension-side.ts';
import { longListing, type LongListing, MARKED, TITLES } from './long-listing.ts';

/** What the product promises for a listing of this length, in milliseconds. */
const ANSWERED_WITHIN = 3000;

const browser = browserUnderTest({ pages: [longListing] });
let side: ExtensionSide;
beforeAll(async () => {
  side = await ExtensionSide.open(browser());
});

test(`a listing of ${TITLES} titles is answered and marked in time without scrolling, and nothing on it moves`, async () => {
  const times: number[] = [];
  // Another program may take the processor for a while: the quickest of a few counts.
  while (times.length < 3 && !times.some((ms) => ms < ANSWERED_WITHIN)) times.push(await visit());
  console.log(`${UNDER_TEST}: ${TITLES} titles answered and marked within ${times.join(' ms, ')} ms`);
  expect(Math.min(...times)).toBeLessThan(ANSWERED_WITHIN);
});

/** Milliseconds until everything is answered and marked. */
async function visit(): Promise<number> {
  const page = await browser().page(longListing.url);
  await sleep(1000);
  const before = await page.evaluate(() => (globalThis as unknown as LongListing).boxes());
  await page.evaluate(() => (globalThis as unknown as LongListing).begin());
  const began = performance.now();
  const report = await until('all answers', async () => {
    const report = await side.ask(page, 'pageReport', null);
    return report.busy || report.entries.length === 0 ? null : report;
  });
  const due = report.entries.filter(({ identity, relation }) => identity ?? relation).length;
  await until('all marks', async () => (await page.evaluate(() => document.querySelectorAll('paperkin-badge').length)) === due);
  const took = Math.round(performance.now() - began);
  await sleep(500);
  const { shift, unmoved } = await page.evaluate((before) => {
    const { shift, boxes } = globalThis as unknown as LongListing;
    return { shift, unmoved: boxes() === before };
  }, before);
  expect(report.entries).toHaveLength(TITLES);
  expect(report.entries.filter(({ identity }) => identity?.state === 'in collection')).toHaveLength(MARKED);
  expect([shift, unmoved]).toEqual([0, true]);
  await page.close();
  return took;
}
