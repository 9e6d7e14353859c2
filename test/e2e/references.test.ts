import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../../src/start/page.ts';
import { samplePages } from '../../src/start/sample-pages.ts';
import { sleep, until } from '../../src/start/wait.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { ExtensionSide } from './extension-side.ts';
import { PopupReader } from './popup-reader.ts';

const URL_OF_PAPER = 'https://arxiv.org/html/2611.04321v1';
const CITATION = 'paperkin-citation';
const SUMMARY = 'paperkin-summary';
/** Citations in page order: of the abstract, then of the first section; two links to one entry are marked once. */
const CITED = ['In your collection: Deep Image Prior', 'In your collection: Deep Image Prior', 'In your collection: Wasserstein GAN', 'Related to', 'In your collection: HyperNetworks'];

const browser = browserUnderTest({ pages: samplePages() });
let side: ExtensionSide;
let page: Page;
beforeAll(async () => {
  side = await ExtensionSide.open(browser());
});
beforeEach(async () => {
  page = await browser().page(URL_OF_PAPER);
  await until('citations and summary', () => page.evaluate((citation, summary, count) => document.querySelectorAll(citation).length === count && document.querySelector(summary) !== null, CITATION, SUMMARY, CITED.length));
});
afterEach(() => page.close());

const nameOf = (host: string, nth: number): Promise<string> => page.driver.inRoot(host, nth, (root) => root.querySelector('button')?.getAttribute('aria-label') ?? '');
/** Text of the open card of a mark; null while it is closed. */
const cardText = (host: string, nth: number): Promise<string | null> =>
  page.driver.inRoot(host, nth, (root) => {
    const card = root.querySelector<HTMLElement>('[role=dialog]');
    return card?.matches(':popover-open') ? card.textContent : null;
  });
const opened = (host: string, nth: number, says: string): Promise<string> =>
  until(`a card that says ${says}`, async () => {
    const text = await cardText(host, nth);
    return text?.includes(says) ? text : null;
  });
const scrolled = (): Promise<number> => page.evaluate(() => scrollY);

describe('references', () => {
  test('are told apart from the paper itself', async () => {
    const report = await side.ask(page, 'pageReport', null);
    expect(report.entries.map(({ title }) => title)).toEqual(['Untrained Networks and What They Prefer']);
    expect(report.problem).toBeNull();
    expect(report.references?.map(({ identity, relation }) => identity?.state ?? (relation ? 'related' : null))).toEqual(['in collection', 'in collection', 'related', null, 'in collection', null, null, null]);
  });

  test('bear their mark at the end of the line that has the title', async () => {
    const places = await page.evaluate(() => Array.from(document.querySelectorAll('.ltx_bibitem paperkin-badge'), (badge) => [badge.closest('li')?.id, badge.parentElement?.className, badge.nextSibling === null]));
    expect(places).toEqual([
      ['bib.bib1', 'ltx_bibblock', true],
      ['bib.bib2', 'ltx_bibblock', true],
      ['bib.bib3', 'ltx_bibblock', true],
      ['bib.bib5', 'ltx_bibblock', true],
    ]);
  });

  test('bear it at their own end where the line goes on behind the title', async () => {
    await page.goto('https://ar5iv.labs.arxiv.org/html/1701.07875');
    const place = await until('the mark', () => page.evaluate(() => document.querySelector('#bib paperkin-badge')?.parentElement?.id));
    expect(place).toBe('bib.bib1');
  });

  test('are counted in one line beside the heading, which unfolds to the closest others', async () => {
    const line = '3 of 8 references are in your collection; the closest other is …';
    expect(await nameOf(SUMMARY, 0)).toBe(line);
    expect(await page.driver.inRoot(SUMMARY, 0, (root) => root.querySelector('button')?.textContent)).toBe(line);
    await page.click({ host: SUMMARY, nth: 0, inside: 'button' });
    const text = await opened(SUMMARY, 0, 'Gradient penalties');
    expect(text).toContain('3 of 8 references are in your collection; the closest other is:');
    expect(text).toContain('Save to your library');
    await page.click({ host: SUMMARY, nth: 0, inside: '.deed[aria-label^="Show in the list"]' });
    await until('its mark to have the focus', () => page.evaluate(() => document.activeElement?.closest('li')?.id === 'bib.bib3'));
  });

  test('are counted in the popup', async () => {
    const popup = await PopupReader.inToolbar(browser(), page);
    await until('the count', async () => (await popup.page.text('.place-head'))?.includes('3 of 8 references are in your collection; the closest other is listed below.'));
    expect((await popup.options()).filter((name) => /Deep Image Prior|Gradient penalties/.test(name))).toHaveLength(2);
    await popup.page.close();
  });
});

describe('citations of marked references', () => {
  test('bear the same mark, smaller, once each', async () => {
    const names = await Promise.all(CITED.map((_, nth) => nameOf(CITATION, nth)));
    names.forEach((name, nth) => expect(name).toMatch(new RegExp(`^${CITED[nth] ?? ''}`)));
    const before = await page.evaluate(() => Array.from(document.querySelectorAll('paperkin-citation'), (host) => host.previousElementSibling?.getAttribute('href')?.replace(/.*#/, '')));
    expect(before).toEqual(['bib.bib1', 'bib.bib1', 'bib.bib2', 'bib.bib3', 'bib.bib5']);
  });

  test('take no room: without them every line stands where it stood', async () => {
    const moved = await page.evaluate(() => {
      const boxes = (): string => Array.from(document.querySelectorAll('p, a, cite, h2, li, span'), (element) => Object.values(element.getBoundingClientRect().toJSON() as object).join()).join(' ');
      const marked = boxes();
      for (const host of document.querySelectorAll('paperkin-citation, paperkin-badge, paperkin-summary')) host.remove();
      return boxes() !== marked;
    });
    expect(moved).toBe(false);
  });

  test('show on hover of the link the reference, how it stands and its abstract; the page stays where it is', async () => {
    await page.hover('#p1 a[href$="#bib.bib1"]');
    const before = await scrolled();
    const text = await opened(CITATION, 1, 'Closest');
    expect(text).toContain('Deep Image Prior');
    expect(text).toMatch(/In your collection\W+same title/);
    const abstract = await page.driver.inRoot(CITATION, 1, (root) => root.querySelector('.abstract')?.textContent ?? '');
    expect(abstract.length).toBeGreaterThan(60);
    expect(await scrolled()).toBe(before);
    await page.hover('h1');
    await until('the card to close', async () => (await cardText(CITATION, 1)) === null);
  });

  test('tell of a related reference its own title too, and why', async () => {
    await page.hover({ host: CITATION, nth: 3, inside: 'button' });
    const text = await opened(CITATION, 3, 'Closest');
    expect(text).toContain('Gradient penalties for Wasserstein critics: do generative adversarial networks need them?');
    expect(text).toContain('A. Sample and B. Instance');
    expect(text).toContain('shares ');
  });

  test('work by keyboard: behind their link, Esc gives the focus back', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('#p1 a')?.focus({ preventScroll: true }));
    const before = await scrolled();
    await page.press('Tab');
    await opened(CITATION, 1, 'Deep Image Prior');
    await page.press('Escape');
    await until('the card to close', async () => (await cardText(CITATION, 1)) === null);
    expect(await page.evaluate(() => document.activeElement === document.querySelectorAll('paperkin-citation')[1])).toBe(true);
    await page.press('Enter');
    await opened(CITATION, 1, 'Deep Image Prior');
    expect(await scrolled()).toBe(before);
  });

  test('leave the page\'s own link alone: it still jumps to its entry', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('a[href="#bib.bib5"]')?.click());
    expect(await page.evaluate(() => location.hash)).toBe('#bib.bib5');
  });

  test('come back where the page writes its paragraph anew', async () => {
    await page.evaluate(() => {
      const paragraph = document.querySelector('#p1');
      paragraph?.replaceWith(Object.assign(paragraph.cloneNode(true)));
    });
    await sleep(300);
    await until('all citations', () => page.evaluate((count) => document.querySelectorAll('#p1 paperkin-citation').length === count, CITED.length - 1));
    expect(await nameOf(CITATION, 1)).toMatch(/^In your collection: Deep Image Prior/);
  });
});
