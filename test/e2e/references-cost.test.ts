import { beforeAll, expect, test } from 'vitest';
import { sleep, until } from '../../src/start/wait.ts';
import { browserUnderTest, UNDER_TEST } from './browser-under-test.ts';
import { ExtensionSide } from './extension-side.ts';
import type { LongListing } from './long-listing.ts';
import { CITATIONS, longPaper, MINE, REFERENCES } from './long-paper.ts';

/** What the product promises for a page of many titles, in milliseconds. */
const MARKED_WITHIN = 3000;

const browser = browserUnderTest({ pages: [longPaper] });
let side: ExtensionSide;
beforeAll(async () => {
  side = await ExtensionSide.open(browser());
});

test(`a paper with ${REFERENCES} references and ${CITATIONS} citations is marked in time, and nothing on it moves`, async () => {
  const times: number[] = [];
  // Another program may take the processor for a while: the quickest of a few counts.
  while (times.length < 3 && !times.some((ms) => ms < MARKED_WITHIN)) times.push(await visit());
  console.log(`${UNDER_TEST}: ${REFERENCES} references and ${CITATIONS} citations marked within ${times.join(' ms, ')} ms`);
  expect(Math.min(...times)).toBeLessThan(MARKED_WITHIN);
});

async function visit(): Promise<number> {
  const page = await browser().page(longPaper.url);
  await sleep(1000);
  const before = await page.evaluate(() => (globalThis as unknown as LongListing).boxes());
  await page.evaluate(() => (globalThis as unknown as LongListing).begin());
  const began = performance.now();
  const report = await until('all answers', async () => {
    const report = await side.ask(page, 'pageReport', null);
    return report.busy || !report.references ? null : report;
  });
  const isMarked = (at: number): boolean => Boolean(report.references?.[at]?.identity ?? report.references?.[at]?.relation);
  const due = [REFERENCES, CITATIONS].map((length) => Array.from({ length }, (_, at) => at % REFERENCES).filter(isMarked).length);
  await until('all marks', async () => (await page.evaluate(() => [document.querySelectorAll('paperkin-badge').length, document.querySelectorAll('paperkin-citation').length].join())) === due.join());
  const took = Math.round(performance.now() - began);
  await sleep(500);
  const { shift, unmoved } = await page.evaluate((before) => {
    const { shift, boxes } = globalThis as unknown as LongListing;
    return { shift, unmoved: boxes() === before };
  }, before);
  expect(report.references).toHaveLength(REFERENCES);
  expect(report.references?.filter(({ identity }) => identity?.state === 'in collection')).toHaveLength(MINE);
  expect([shift, unmoved]).toEqual([0, true]);
  await page.close();
  return took;
}
