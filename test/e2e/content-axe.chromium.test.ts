import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChromiumBrowser } from '../../src/start/chromium.ts';
import { openBrowser } from '../../src/start/open-browser.ts';
import { BADGE_HOST, type Media, type Page } from '../../src/start/page.ts';
import { until } from '../../src/start/wait.ts';
import { axeInClosedRoots } from './axe-in-closed-roots.ts';
import { KIN, listing, PRIOR, STRANGER, WGAN } from './content-pages.ts';
import { ExtensionSide } from './extension-side.ts';
import { badgeNames } from './settle.ts';

const items = [PRIOR, STRANGER, KIN, { ...WGAN, id: '2611.00003' }];
let browser: ChromiumBrowser;
let side: ExtensionSide;
beforeAll(async () => {
  browser = await openBrowser('chromium', {
    pages: [
      listing('cs.LG/light', items),
      listing('cs.LG/dark', items, { style: 'body { background: #16181d; color: #e6e6e6 } a { color: #8ab4f8 }' }),
      listing('cs.LG/rtl', items, { root: 'lang="en" dir="rtl"' }),
    ],
  });
  side = await ExtensionSide.open(browser);
});
afterAll(() => browser.close());

const LOOKS: readonly [string, string, Media][] = [
  ['light', 'light', {}],
  ['dark', 'dark', {}],
  ['right to left', 'rtl', {}],
  ['forced colours', 'light', { forcedColors: true }],
];

describe.each(LOOKS)('in %s', (_, path, media) => {
  const open = async (): Promise<Page> => {
    const page = await browser.page(`https://arxiv.org/list/cs.LG/${path}`);
    await page.media(media);
    await badgeNames(page, 3);
    return page;
  };

  test('badges', async () => {
    const page = await open();
    const { violations, seen } = await axeInClosedRoots(browser);
    expect([violations, seen >= 3]).toEqual([[], true]);
    await page.close();
  });

  test.each([0, 1, 2])('the card of badge %i', async (nth) => {
    const page = await open();
    await page.click({ host: BADGE_HOST, nth, inside: 'button' });
    await until('the card', () => page.driver.inRoot(BADGE_HOST, nth, (root) => root.querySelectorAll('[role=dialog] a').length > 0));
    await page.driver.inRoot(BADGE_HOST, nth, (root) => root.querySelector<HTMLElement>('button[aria-controls]')?.click());
    const { violations, seen } = await axeInClosedRoots(browser);
    expect([violations, seen > 10]).toEqual([[], true]);
    await page.close();
  });

  test('the lens bar, with something pressed, and reasons', async () => {
    const page = await open();
    await until('the bar', () => page.evaluate(() => document.querySelector('paperkin-lens') !== null));
    await page.click({ host: 'paperkin-lens', inside: '[data-tool=reasons]' });
    await until('reasons', () => page.evaluate(() => document.querySelector('paperkin-reason') !== null));
    const { violations, seen } = await axeInClosedRoots(browser);
    expect([violations, seen > 10]).toEqual([[], true]);
    await page.click({ host: 'paperkin-lens', inside: '[data-tool=reasons]' });
    await page.close();
  });

  test('the panel, empty, with results and with one paper', async () => {
    const page = await open();
    await side.ask(page, 'quickLookup', null);
    await until('the panel', () => page.inRoot('paperkin-panel', (root) => root.querySelector('input') !== null));
    const empty = await axeInClosedRoots(browser);
    await page.type('adversarial');
    await until('hits', () => page.inRoot('paperkin-panel', (root) => root.querySelectorAll('[role=option]').length > 0));
    await page.press('ArrowDown');
    const results = await axeInClosedRoots(browser);
    await page.press('Enter');
    await until('the paper', () => page.inRoot('paperkin-panel', (root) => root.querySelectorAll('a').length > 0));
    const paper = await axeInClosedRoots(browser);
    expect([empty.violations, results.violations, paper.violations]).toEqual([[], [], []]);
    expect(Math.min(empty.seen, results.seen, paper.seen)).toBeGreaterThan(3);
    await page.close();
  });
});
