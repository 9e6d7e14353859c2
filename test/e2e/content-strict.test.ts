import { beforeAll, expect, test } from 'vitest';
import { BADGE_HOST } from '../../src/start/page.ts';
import { until } from '../../src/start/wait.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { abstractPage, KIN, listing, PRIOR, STRANGER } from './content-pages.ts';
import { ExtensionSide } from './extension-side.ts';
import { badgeNames } from './settle.ts';

/** No style or script of the page's own: whatever is reported would be ours. */
const bare = (page: { url: string; body: string | Buffer }) => ({ ...page, body: page.body.toString().replace(/<style>.*?<\/style>/s, '') });

const browser = browserUnderTest({ policy: 'strict', pages: [bare(listing('cs.LG/new', [PRIOR, STRANGER, KIN])), bare(abstractPage(PRIOR))] });
let side: ExtensionSide;
beforeAll(async () => {
  side = await ExtensionSide.open(browser());
});
/** The browsers ask for an icon by themselves. */
const reports = (): readonly string[] => browser().traffic().reports.filter((report) => !report.includes('favicon'));

test('under the strictest policy badges stand and are dressed', async () => {
  const page = await browser().page('https://arxiv.org/list/cs.LG/new');
  await badgeNames(page, 2);
  const look = await page.inRoot(BADGE_HOST, (root) => {
    const button = root.querySelector('button');
    return button ? [getComputedStyle(button).position, getComputedStyle(button).height] : [];
  });
  expect(look).toEqual(['absolute', '18px']);
  await page.close();
  expect(reports()).toEqual([]);
});

test('a card opens, is dressed, and offers its links', async () => {
  const page = await browser().page('https://arxiv.org/list/cs.LG/new');
  await badgeNames(page, 2);
  await page.click({ host: BADGE_HOST, inside: 'button' });
  const look = await until('the card', () =>
    page.inRoot(BADGE_HOST, (root) => {
      const card = root.querySelector<HTMLElement>('[role=dialog]');
      return card?.querySelector('a') ? [getComputedStyle(card).position, card.style.left !== '', card.matches(':popover-open')] : null;
    }),
  );
  expect(look).toEqual(['fixed', true, true]);
  await page.close();
  expect(reports()).toEqual([]);
});

test('the lens bar stands, is dressed, and dims', async () => {
  const page = await browser().page('https://arxiv.org/list/cs.LG/new');
  await badgeNames(page, 2);
  expect(await page.inRoot('paperkin-lens', (root) => getComputedStyle(root.querySelector('.lens') ?? root.host).position)).toBe('fixed');
  await page.click({ host: 'paperkin-lens', inside: '[data-tool=dim]' });
  await page.click({ host: 'paperkin-lens', inside: '[data-tool=sort]' });
  const dim = await until('dimming', () => page.evaluate(() => [...document.querySelectorAll('dd')].filter((dd) => getComputedStyle(dd).opacity === '0.45').length));
  expect(dim).toBe(1);
  await page.click({ host: 'paperkin-lens', inside: '[data-tool=dim]' });
  await page.click({ host: 'paperkin-lens', inside: '[data-tool=sort]' });
  await page.close();
  expect(reports()).toEqual([]);
});

test('the panel opens and searches', async () => {
  const page = await browser().page('https://arxiv.org/abs/1711.10925');
  await badgeNames(page, 1);
  expect(await side.ask(page, 'quickLookup', null)).toBe(true);
  await until('the panel', () => page.inRoot('paperkin-panel', (root) => root.querySelector('input') !== null));
  await page.type('wasserstein');
  const options = await until('hits', () => page.inRoot('paperkin-panel', (root) => root.querySelectorAll('[role=option]').length));
  expect(options).toBeGreaterThan(0);
  await page.close();
  expect(reports()).toEqual([]);
});
