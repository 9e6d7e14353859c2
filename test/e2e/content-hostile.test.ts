import { afterEach, describe, expect, test } from 'vitest';
import { BADGE_HOST, type Page } from '../../src/start/page.ts';
import { sleep, until } from '../../src/start/wait.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { KIN, PRIOR } from './content-pages.ts';
import * as hostile from './hostile-pages.ts';
import { badgeNames, markedTitles } from './settle.ts';
import { uncaught } from './uncaught.ts';

const browser = browserUnderTest({
  pages: [...hostile.CLOBBERING, ...hostile.PROTOTYPES, ...hostile.TAMPERING, hostile.NAMESAKE, hostile.DISGUISE, hostile.FADED, hostile.FADED_TWICE, hostile.COVERED, hostile.COVERED_LATER, hostile.PLAIN],
});

let page: Page;
let errors: () => readonly string[];
const open = async (url: string): Promise<Page> => {
  page = await browser().page('https://arxiv.org/nothing');
  errors = await uncaught(browser());
  await page.goto(url);
  return page;
};
afterEach(async () => {
  const uncaught = errors();
  await page.close();
  if (uncaught.length > 0) throw new Error(`not caught: ${uncaught.join('; ')}`);
});

const state = (nth = 0): Promise<{ expanded: string | null; said: string; card: boolean }> =>
  page.driver.inRoot(BADGE_HOST, nth, (root) => ({
    expanded: root.querySelector('button')?.getAttribute('aria-expanded') ?? null,
    said: root.querySelector('[role=status]')?.textContent ?? '',
    card: root.querySelector('[role=dialog]') !== null,
  }));
const CLOSED = { expanded: 'false', said: '', card: false };
const COPY = { host: BADGE_HOST, inside: 'button[aria-label^="Copy link"]' };
const ready = (): Promise<unknown> => until('the card', () => page.inRoot(BADGE_HOST, (root) => root.querySelector('button[aria-label^="Copy link"]') !== null));

describe('a page that hides what we need', () => {
  test.each([...hostile.CLOBBERING, ...hostile.PROTOTYPES].map(({ url }) => url))('%s is marked all the same', async (url) => {
    await open(url);
    expect(await badgeNames(page, 2)).toEqual(['In your collection: Deep Image Prior (same id)', expect.stringMatching(/^Related to /)]);
    expect(await markedTitles(page)).toEqual([PRIOR.title, KIN.title]);
    await page.press('Escape');
  });

  test('has our name: it keeps it', async () => {
    await open(hostile.NAMESAKE.url);
    await sleep(1500);
    expect(await page.evaluate(() => document.querySelectorAll('paperkin-badge').length)).toBeLessThanOrEqual(2);
  });
});

describe('a page that lays hands on a badge', () => {
  test.each(hostile.TAMPERING.map(({ url }) => url))('%s wins, and nothing is left lying about', async (url) => {
    await open(url);
    await sleep(3500);
    const deeds = await page.evaluate(() => (globalThis as unknown as { deeds: number }).deeds);
    await sleep(1500);
    const left = await page.evaluate(() => ({
      deeds: (globalThis as unknown as { deeds: number }).deeds,
      stray: document.querySelectorAll('paperkin-badge:not(.list-title > *)').length,
      dressed: [...document.querySelectorAll('paperkin-badge')].filter((badge) => badge.attributes.length > 0 || badge.firstChild !== null).length,
      most: Math.max(...Array.from(document.querySelectorAll('.list-title'), (title) => title.querySelectorAll('paperkin-badge').length)),
    }));
    expect(deeds).toBeGreaterThan(0);
    // Given up after a few times for each of two badges: the page has nothing more to do.
    expect(left.deeds).toBe(deeds);
    expect(deeds).toBeLessThan(30);
    expect(left).toMatchObject({ stray: 0, dressed: 0 });
    expect(left.most).toBeLessThanOrEqual(1);
  });
});

describe('a page that plays the reader', () => {
  test.each<[string, string]>([
    ['clicks', `badge.click(); badge.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))`],
    ['presses keys', `for (const type of ['keydown', 'keyup']) badge.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', bubbles: true, composed: true }))`],
    ['points', `for (const type of ['pointerenter', 'pointerover', 'mouseover', 'mouseenter', 'pointerdown']) badge.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }))`],
    ['moves the focus', `badge.focus(); badge.dispatchEvent(new FocusEvent('focus')); badge.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }))`],
  ])('by %s gets no card', async (_, deed) => {
    await open(hostile.PLAIN.url);
    await badgeNames(page, 2);
    await page.evaluate((deed) => {
      const script = document.createElement('script');
      script.textContent = `{ const badge = document.querySelector('paperkin-badge'); ${deed} }`;
      document.body.append(script);
    }, deed);
    await sleep(800);
    expect(await state()).toEqual(CLOSED);
  });
});

describe('a page that leads clicks astray', () => {
  test('cannot hide a badge by its styles', async () => {
    await open(hostile.DISGUISE.url);
    await badgeNames(page, 2);
    const look = await page.inRoot(BADGE_HOST, (root) => {
      const { opacity, pointerEvents, display, visibility, position } = getComputedStyle(root.host);
      return { opacity, pointerEvents, display, visibility, position };
    });
    expect(look).toEqual({ opacity: '1', pointerEvents: 'auto', display: 'inline', visibility: 'visible', position: 'relative' });
    await page.click({ host: BADGE_HOST, inside: 'button' });
    expect((await state()).expanded).toBe('true');
  });

  test.each([
    ['half clear', hostile.FADED],
    ['clear in two steps', hostile.FADED_TWICE],
  ])('%s: a card opens, and does nothing', async (_, { url }) => {
    await open(url);
    await badgeNames(page, 2);
    await page.click({ host: BADGE_HOST, inside: 'button' });
    await ready();
    await page.click(COPY);
    await sleep(500);
    expect((await state()).said).toBe('');
  });

  test('under a cover no click gets through', async () => {
    await open(hostile.COVERED.url);
    await badgeNames(page, 2);
    await page.click({ host: BADGE_HOST, inside: 'button' });
    await sleep(500);
    expect(await state()).toEqual(CLOSED);
  });

  test('a cover laid over the card takes the click', async () => {
    await open(hostile.COVERED_LATER.url);
    await badgeNames(page, 2);
    await page.click({ host: BADGE_HOST, inside: 'button' });
    await ready();
    await page.evaluate(() => (globalThis as unknown as { cover: () => void }).cover());
    await page.click(COPY).catch(() => undefined);
    await sleep(500);
    expect((await state()).said).toBe('');
  });

  test('and one that does not: the same click works', async () => {
    await open(hostile.PLAIN.url);
    await badgeNames(page, 2);
    await page.click({ host: BADGE_HOST, inside: 'button' });
    await ready();
    await page.click(COPY);
    expect(await until('a word about it', async () => (await state()).said)).toMatch(/Copied|copying/);
  });
});
