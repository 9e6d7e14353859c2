import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { builtFor } from '../../src/start/open-browser.ts';
import { BADGE_HOST, type Page } from '../../src/start/page.ts';
import { sleep, until } from '../../src/start/wait.ts';
import { browserUnderTest, UNDER_TEST } from './browser-under-test.ts';
import { abstractPage, HYPER, ITEM_FUNCTION, KIN, listing, PRIOR, STRANGER, WGAN } from './content-pages.ts';
import { ExtensionSide } from './extension-side.ts';
import { badgeNames, markedTitles } from './settle.ts';
import { uncaught } from './uncaught.ts';

/** A build that is this test's own, since its version is raised under the running browser. */
const build = mkdtempSync(join(tmpdir(), 'paperkin-update-'));
cpSync(builtFor(UNDER_TEST), build, { recursive: true });
afterAll(() => rmSync(build, { recursive: true, force: true }));

const LATE = `${ITEM_FUNCTION} globalThis.late = () => document.querySelector('dl').append(item('HyperNetworks', '1609.09106'));`;
const ERRORS = `globalThis.errors = []; addEventListener('error', (event) => errors.push(event.message)); addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));`;
interface Doings {
  late(): void;
  readonly errors: string[];
}

const pages: readonly { readonly page: ReturnType<typeof listing>; readonly marked: readonly string[] }[] = [
  { page: listing('cs.LG/new', [PRIOR, STRANGER, WGAN], { script: ERRORS + LATE }), marked: [PRIOR.title, WGAN.title] },
  { page: listing('cs.LG/kin', [KIN, STRANGER], { script: ERRORS }), marked: [KIN.title] },
  { page: abstractPage(PRIOR, { script: ERRORS }), marked: [PRIOR.title] },
  { page: abstractPage(HYPER, { script: ERRORS }), marked: [HYPER.title] },
  { page: abstractPage(STRANGER, { script: ERRORS }), marked: [] },
];
const browser = browserUnderTest({ pages: pages.map(({ page }) => page), extension: build });

test('an update under five open tabs: the old version leaves, the new one marks each title once, nobody complains', async () => {
  const tabs: { tab: Page; marked: readonly string[]; errors: () => readonly string[] }[] = [];
  for (const { page, marked } of pages) {
    const tab = await browser().page(page.url);
    const errors = await uncaught(browser());
    await badgeNames(tab, marked.length);
    tabs.push({ tab, marked, errors });
  }
  const old = await side(tabs);

  const file = join(build, 'manifest.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": "[^"]*"/, '"version": "0.1.99"'));
  await browser().update();

  const renewed = await ExtensionSide.open(browser());
  for (const { tab, marked, errors } of tabs) {
    // The new version answers in this tab, and its badges are what stands there: none is the old one's, and none twice.
    const entries = marked.length === 0 && (await tab.url()).includes('/abs/') ? 1 : marked.length;
    const report = await until('the new version to have read the page', async () => {
      const now = await renewed.ask(tab, 'pageReport', null);
      return now.busy || now.entries.length < entries ? null : now;
    });
    expect(report.entries.filter(({ identity, relation }) => identity ?? relation)).toHaveLength(marked.length);
    await badgeNames(tab, marked.length);
    expect(await markedTitles(tab)).toEqual(marked);
    await until('no more than one lens bar', async () => (await tab.evaluate(() => document.querySelectorAll('paperkin-lens').length)) <= 1);
    expect([await tab.evaluate(() => (globalThis as unknown as Doings).errors), errors()]).toEqual([[], []]);
  }
  expect(old).toBe(tabs.length);

  // What comes later is marked once, not by two versions; and a badge answers.
  const [first] = tabs;
  if (!first) throw new Error('no tab');
  await first.tab.front();
  await first.tab.evaluate(() => (globalThis as unknown as Doings).late());
  await badgeNames(first.tab, 3);
  await sleep(1000);
  expect(await markedTitles(first.tab)).toEqual([PRIOR.title, WGAN.title, HYPER.title]);
  const [badge] = await first.tab.badges();
  if (!badge) throw new Error('no badge');
  await first.tab.click(badge);
  await until('the card to tell of neighbours', () => first.tab.inRoot(BADGE_HOST, (root) => (root.querySelector('[role=dialog]')?.textContent ?? '').includes('abstract') || root.querySelectorAll('[role=dialog] li, [role=dialog] article').length > 0));
  expect(first.errors()).toEqual([]);
});

/** In how many tabs a content script answers. */
async function side(tabs: readonly { readonly tab: Page }[]): Promise<number> {
  const asker = await ExtensionSide.open(browser());
  let answering = 0;
  for (const { tab } of tabs) if (await asker.ask(tab, 'pageReport', null)) answering++;
  return answering;
}
