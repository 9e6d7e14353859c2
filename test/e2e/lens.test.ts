import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../../src/start/page.ts';
import { sleep, until } from '../../src/start/wait.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { ITEM_FUNCTION, itemHtml, KIN, listing, plainPage, PRIOR, STRANGER, WGAN } from './content-pages.ts';
import { ExtensionSide } from './extension-side.ts';
import { LensReader } from './lens-reader.ts';
import { badgeNames } from './settle.ts';

const FAR = { title: 'Lichens on the Roofs of an Invented Town', id: '2611.00009', abstract: 'Lichens were counted on roofs.' };
/** Close by its title alone. */
const CLOSE = { title: 'Stable Training of Wasserstein GANs by Gradient Penalties', id: '2611.00010' };
const numbered = (items: readonly { title: string; id: string }[], from: number): string => items.map((item, i) => itemHtml(item).replace('<dt>', `<dt><a name="item${from + i}">[${from + i}]</a> `)).join('\n');
const dayList = `<main><h1>Machine Learning</h1><div class="paging">1-6 of 6</div>
<dl id="articles"><h3>Monday</h3>\n${numbered([STRANGER, KIN, FAR], 1)}\n</dl><p>Between the days</p><dl id="articles"><h3>Tuesday</h3>${numbered([{ title: FAR.title, id: '2611.10001' }, { title: STRANGER.title, id: '2611.10002' }, PRIOR], 4)}</dl></main>`;
const result = ({ title, id }: { title: string; id: string }): string => `<li class="arxiv-result"><p class="list-title"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a></p><p class="title is-5">${title}</p></li>`;
const card = ({ title, id }: { title: string; id: string }): string => `<div><article><a href="/papers/${id}"></a><h3><a href="/papers/${id}">${title}</a></h3></article></div>`;
const tall = '<div style="height:4000px"></div>';

const browser = browserUnderTest({
  pages: [
    { url: 'https://arxiv.org/list/cs.LG/new', body: listing('x', []).body.toString().replace(/<main>.*<\/main>/s, `${dayList}<p>End</p>${tall}<input id="field"><button id="keys">keys</button><script>document.getElementById('keys').onkeydown = (e) => { if (e.key === 'j') { e.stopPropagation(); e.target.textContent = 'page j'; } }</script>`) },
    plainPage('search/?query=gan', `<main><ol class="breathe-horizontal" start="51">\n${[STRANGER, PRIOR, CLOSE, FAR].map(result).join('\n')}\n</ol></main>`),
    plainPage('search/?query=one', `<main><ol start="1">${result(PRIOR)}</ol></main>`),
    listing('cs.LG/scroll', [STRANGER, KIN], {
      before: '<button id="more">more</button>',
      script: `${ITEM_FUNCTION}document.getElementById('more').onclick = () => document.querySelector('dl').append(item('Wasserstein GAN', '1701.07875'), item('${FAR.title}', '${FAR.id}'))`,
    }),
    { url: 'https://huggingface.co/papers', body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Papers</title></head><body><main><h1>Daily</h1><div id="grid" style="display:grid;grid-template-columns:1fr 1fr">${[STRANGER, FAR, WGAN, CLOSE].map(card).join('')}</div></main></body></html>` },
    plainPage('about', '<h1>About</h1>'),
  ],
});

let side: ExtensionSide;
beforeAll(async () => {
  side = await ExtensionSide.open(browser());
});
beforeEach(() => side.forgetChoices());
const opened: Page[] = [];
const open = async (url: string): Promise<LensReader> => {
  const page = await browser().page(url);
  opened.push(page);
  const lens = new LensReader(page);
  await lens.ready();
  return lens;
};
afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});

const LIST = 'https://arxiv.org/list/cs.LG/new';
const SEARCH = 'https://arxiv.org/search/?query=gan';
const FEED = 'https://huggingface.co/papers';

describe('the bar', () => {
  test('says how much is close, in one line', async () => {
    const lens = await open(LIST);
    expect(await lens.summary()).toBe('1 of 5 new papers is close to your collection · 1 you have');
    expect(await lens.height()).toBeLessThan(48);
  });

  test.each(['https://arxiv.org/about', 'https://arxiv.org/search/?query=one'])('is not on %s', async (url) => {
    const page = await browser().page(url);
    opened.push(page);
    await sleep(1500);
    expect(await page.evaluate(() => document.querySelector('paperkin-lens'))).toBeNull();
  });

  test('is a toolbar with one stop for Tab and arrows within', async () => {
    const lens = await open(LIST);
    expect(await lens.roles()).toEqual(['region Paperkin', 'toolbar Listing lens']);
    await lens.press('sort');
    await lens.page.press('ArrowRight');
    expect(await lens.focused()).toBe('dim');
    await lens.page.press('End');
    expect([await lens.focused(), await lens.stops()]).toEqual(['close', 1]);
    await lens.page.press('ArrowRight');
    expect(await lens.focused()).toBe('sort');
  });

  test('acts on nobody but the reader', async () => {
    const lens = await open(LIST);
    const before = await lens.titles();
    await lens.page.inRoot('paperkin-lens', (root) => root.querySelectorAll('button').forEach((button) => button.click()));
    await sleep(500);
    expect([await lens.titles(), await lens.stands()]).toEqual([before, true]);
  });

  test('stays closed on its site, gives the page back, and comes back from the popup', async () => {
    let lens = await open(LIST);
    const before = await lens.html();
    await lens.press('sort', 'dim');
    await lens.changed(before);
    await lens.press('close');
    await until('the bar to be gone', async () => !(await lens.stands()));
    expect(await lens.html()).toBe(before);
    await lens.page.reload();
    await badgeNames(lens.page, 2);
    expect([await lens.stands(), (await side.ask(lens.page, 'pageReport', null)).lens]).toEqual([false, 'closed']);
    expect(await side.ask(lens.page, 'showLens', null)).toBe(true);
    await lens.ready();
    expect(await lens.pressed()).toEqual(['sort', 'dim']);
    lens = await open(FEED);
    expect(await lens.pressed()).toEqual([]);
  });

  test('is not printed', async () => {
    const lens = await open(LIST);
    await lens.press('hide');
    await lens.page.media({ print: true });
    expect(await lens.page.inRoot('paperkin-lens', (root) => getComputedStyle(root.querySelector('.lens') ?? root.host).display)).toBe('none');
    expect(await lens.page.evaluate(() => [...document.querySelectorAll('dd')].every((dd) => getComputedStyle(dd).display !== 'none'))).toBe(true);
  });
});

describe.each([
  ['an arXiv listing, day by day', LIST, [KIN, STRANGER, FAR, PRIOR, STRANGER, FAR]],
  ['an arXiv search', SEARCH, [PRIOR, CLOSE, STRANGER, FAR]],
  ['a Hugging Face feed', FEED, [WGAN, CLOSE, STRANGER, FAR]],
])('%s', (_, url, expected) => {
  test('is sorted by closeness where it is seen, and given back to the byte', async () => {
    const lens = await open(url);
    const [before, order] = [await lens.html(), await lens.titles()];
    await lens.press('sort');
    // What is close comes first; of the others only that they come after.
    const close = expected.filter((item) => item !== STRANGER && item !== FAR).map(({ title }) => title);
    const sorted = await until('the order', async () => {
      const titles = await lens.titles();
      return titles.join() === order.join() ? null : titles;
    });
    expect(sorted.filter((title) => close.includes(title))).toEqual(close);
    expect([...sorted].sort()).toEqual([...order].sort());
    await lens.press('dim', 'hide', 'reasons');
    await lens.changed(before);
    await sleep(300);
    await lens.press('sort', 'dim', 'hide', 'reasons');
    await until('the page as it was', async () => (await lens.html()) === before);
    expect(await lens.titles()).toEqual(order);
  });

  test('is sorted again on return, and dims and hides what it should', async () => {
    const lens = await open(url);
    const before = await lens.titles();
    await lens.press('sort', 'dim', 'hide');
    await until('sorting', async () => (await lens.titles()).join() !== before.join());
    await lens.page.reload();
    await lens.ready();
    const seen = await until('looks', async () => {
      const looks = await lens.looks();
      return looks.some(({ hidden }) => hidden) ? looks : null;
    });
    expect(seen.filter(({ hidden }) => hidden).map(({ title }) => title)).toEqual(expected.filter((item) => item === PRIOR || item === WGAN).map(({ title }) => title));
    expect(seen.filter(({ faint }) => faint).every(({ title }) => title === STRANGER.title || title === FAR.title)).toBe(true);
    expect(seen.find(({ title }) => title === KIN.title || title === CLOSE.title)).toMatchObject({ faint: false, hidden: false });
  });

  test('has a reason for every title when asked', async () => {
    const lens = await open(url);
    await lens.press('reasons');
    const reasons = await until('reasons', async () => {
      const reasons = await lens.reasons();
      return reasons.length === expected.filter((item) => item !== PRIOR && item !== WGAN).length ? reasons : null;
    });
    expect(reasons.find((reason) => reason.startsWith('Close to “'))).toMatch(/“.*GAN.*” · both: .+/);
    expect(reasons.every((reason) => /^(Close to “|Not close; nearest is “|Shares no telling words)/.test(reason))).toBe(true);
  });
});

test('numbers and links to them keep working while sorted', async () => {
  const lens = await open(LIST);
  await lens.press('sort');
  await until('sorting', async () => (await lens.titles())[0] === KIN.title);
  expect(await lens.page.evaluate(() => [...document.querySelectorAll('dt > a[name]')].map((a) => `${a.getAttribute('name')} ${a.textContent} ${a.parentElement?.nextElementSibling?.querySelector('.list-title')?.textContent?.trim().slice(-8)}`))).toContain('item2 [2] ted Kind');
  await lens.page.evaluate(() => (location.hash = '#item6'));
  const top = await lens.page.evaluate(() => document.querySelector(':target')?.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(-1);
  expect(await lens.page.evaluate(() => document.querySelector(':target')?.parentElement?.nextElementSibling?.textContent?.includes('Deep Image Prior'))).toBe(true);
  // Hidden entries are shown to whoever follows a link to them.
  await lens.press('hide');
  await sleep(300);
  expect(await lens.page.evaluate(() => document.querySelector(':target')?.parentElement?.getClientRects().length)).toBe(1);
});

test('opened at an entry, a remembered order keeps that entry before the reader', async () => {
  const lens = await open(LIST);
  await lens.press('sort');
  await until('sorting', async () => (await lens.titles())[0] === KIN.title);
  await lens.page.goto('https://arxiv.org/about');
  await lens.page.goto(`${LIST}#item2`);
  await lens.ready();
  await until('sorting', async () => (await lens.titles())[0] === KIN.title);
  const top = await lens.page.evaluate(() => document.querySelector('[name=item2]')?.getBoundingClientRect().top);
  expect(Math.abs(top ?? 99)).toBeLessThan(3);
});

test('the items of a numbered list keep their numbers, sorted or with some hidden', async () => {
  const lens = await open(SEARCH);
  await lens.press('sort', 'hide');
  await until('sorting', async () => (await lens.titles())[0] === PRIOR.title);
  const numbers = await lens.page.evaluate(() => [...document.querySelectorAll('li')].map((li) => `${li.value} ${li.querySelector('.title')?.textContent?.slice(0, 8)}`));
  expect(numbers.slice(0, 2)).toEqual(['52 Deep Ima', '53 Stable T']);
});

test('nodes that a script owns stay where they are', async () => {
  const lens = await open(FEED);
  const nodes = await lens.page.evaluate(() => [...document.querySelectorAll('#grid > div')].map((cell) => cell.textContent));
  await lens.press('sort');
  await until('sorting', async () => (await lens.titles())[0] === WGAN.title);
  expect(await lens.page.evaluate(() => [...document.querySelectorAll('#grid > div')].map((cell) => cell.textContent))).toEqual(nodes);
});

test('what comes later moves nothing, and is sorted in when asked', async () => {
  const lens = await open('https://arxiv.org/list/cs.LG/scroll');
  await lens.press('sort');
  await until('sorting', async () => (await lens.titles())[0] === KIN.title);
  await lens.page.click('#more');
  await badgeNames(lens.page, 2);
  expect(await lens.titles()).toEqual([KIN.title, STRANGER.title, WGAN.title, FAR.title]);
  await until('the offer', async () => (await lens.tools()).includes('Sort 2 new in'));
  await lens.press('now');
  await until('all sorted', async () => (await lens.titles())[0] === WGAN.title);
  await lens.press('sort');
  await until('the page’s order', async () => (await lens.titles()).join() === [STRANGER, KIN, WGAN, FAR].map(({ title }) => title).join());
});

describe('keys', () => {
  test('go from mark to mark and leave fields and the page’s own keys alone', async () => {
    const lens = await open(LIST);
    await badgeNames(lens.page, 2);
    const at = (): Promise<string> => lens.page.evaluate(() => (document.activeElement?.localName === 'paperkin-badge' ? (document.activeElement.parentElement?.textContent ?? '').replace('Title:', '').trim() : ''));
    await lens.page.press('j');
    expect(await at()).toBe(KIN.title);
    await lens.page.press('j');
    expect(await at()).toBe(PRIOR.title);
    await lens.page.press('k');
    expect(await at()).toBe(KIN.title);
    await sleep(500);
    expect(await lens.page.inRoot('paperkin-badge', (root) => root.querySelector('[role=dialog]') === null)).toBe(true);
    await lens.page.click('#field');
    await lens.page.type('jok');
    expect(await lens.page.evaluate(() => document.querySelector('input')?.value)).toBe('jok');
    await lens.page.evaluate(() => document.getElementById('keys')?.focus());
    await lens.page.press('j');
    expect([await lens.page.text('#keys'), await at()]).toEqual(['page j', '']);
  });

  test('are the page’s own while the bar is closed', async () => {
    const lens = await open(LIST);
    await lens.press('close');
    await until('the bar to be gone', async () => !(await lens.stands()));
    await lens.page.evaluate(() => {
      addEventListener('keydown', (event) => (document.title = `${event.key} ${event.defaultPrevented}`));
      (document.activeElement as HTMLElement | null)?.blur();
    });
    await lens.page.press('j');
    expect(await lens.page.evaluate(() => [document.title, document.activeElement?.localName])).toEqual(['j false', 'body']);
  });
});

test('a page’s style sheets of its own stay', async () => {
  const lens = await open(LIST);
  await lens.page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('h1 { letter-spacing: 3px }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  await lens.press('dim');
  await until('dimming', async () => (await lens.looks()).some(({ faint }) => faint));
  expect(await lens.page.evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).letterSpacing)).toBe('3px');
});
