import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Media, Page } from '../../src/start/page.ts';
import { violations } from './axe.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { KIN, listing, PRIOR, STRANGER } from './content-pages.ts';
import { PopupReader } from './popup-reader.ts';

const SHELL = '<!doctype html><html lang="en"><title>arXiv</title>';
const at = (path: string): string => `https://arxiv.org/${path}`;
const browser = browserUnderTest({
  pages: [
    listing('cs.LG/new', [STRANGER, KIN, PRIOR]),
    listing('cs.LG/foreign', [STRANGER]),
    { url: at('list/cs.LG/recent'), body: `${SHELL}<dl id="articles"><dt>A row of a new kind</dt></dl>` },
    { url: at('help'), body: `${SHELL}<p>No paper here.</p>` },
    { url: 'https://example.org/', body: `${SHELL}<p>Elsewhere.</p>` },
  ],
});

/** A state of the popup: the page it stands over, what to do there, and the words that tell it has been reached. */
interface State {
  readonly over: string;
  /** Read before anything is done: the page has answered. */
  readonly first?: string;
  readonly act?: (popup: PopupReader) => Promise<void>;
  readonly remembered?: object;
  readonly reads: string;
}

const STATES: Readonly<Record<string, State>> = {
  'this page': { over: at('list/cs.LG/new'), reads: '1 in your collection, 1 close to it' },
  'an abstract shown': { over: at('list/cs.LG/new'), first: '1 close to it', act: (popup) => popup.press('ArrowDown', 'ArrowDown', 'ArrowRight'), reads: 'hard to train' },
  'all titles of the page': { over: at('list/cs.LG/new'), first: '1 close to it', act: (popup) => popup.page.click('.rest'), reads: 'Other titles on this page' },
  'nothing close': { over: at('list/cs.LG/foreign'), reads: 'Not close to your collection' },
  'titles missing': { over: at('list/cs.LG/recent'), reads: '0 titles found' },
  'a page without papers': { over: at('help'), reads: 'No papers on this page' },
  'a page nobody reads': { over: 'https://example.org/', reads: 'Reload it' },
  'search results': { over: at('help'), act: (popup) => popup.paste('texture synthesis'), reads: 'Similar to' },
  'a paper named': { over: at('help'), act: (popup) => popup.paste('1711.10925'), reads: 'This paper is in your collection (same id)' },
  'nothing found': { over: at('help'), act: (popup) => popup.paste('qqqqzzzz'), reads: 'No paper of yours matches' },
  'a paper': { over: at('help'), remembered: { 'popup.open': 'arxiv:1711.10925' }, reads: 'Similar abstracts' },
  'a title of the page': { over: at('list/cs.LG/new'), first: '1 close to it', act: (popup) => popup.press('ArrowDown', 'ArrowDown', 'Enter'), reads: 'Nearest in your collection' },
  'a paper that is not there': { over: at('help'), remembered: { 'popup.open': 'arxiv:none' }, reads: 'This paper could not be opened' },
  help: { over: at('help'), act: (popup) => popup.press('?'), reads: 'Alt+Shift+L' },
};
const LOOKS: Readonly<Record<string, Media>> = { light: { scheme: 'light' }, dark: { scheme: 'dark' }, 'forced colours': { scheme: 'dark', forcedColors: true } };

let popup: PopupReader;
let page: Page | undefined;
beforeAll(async () => {
  popup = await PopupReader.inTab(browser());
});
afterAll(() => popup.page.close());

/** The popup in a tab of its own, while the page it tells about is the one in front. */
async function reach({ over, first = '', act, remembered = {}, reads }: State): Promise<void> {
  await page?.close();
  page = await browser().page(over);
  await page.front();
  await popup.remember(remembered);
  await popup.reload();
  await popup.reads(first);
  await act?.(popup);
  await popup.reads(reads);
  // Browsers let a tab behind another run at a crawl.
  await popup.page.front();
}

/** Elements whose content reaches out of the window's width, or is cut off inside them; a mark may stand out by a hair. */
const clipped = (): Promise<string[]> =>
  popup.page.evaluate(() => {
    const hair = 3;
    const width = document.documentElement.getBoundingClientRect().right;
    return Array.from(document.querySelectorAll<HTMLElement>('#popup *'))
      .filter((element) => !element.matches('.sr-only, .abstract-cut, .toast, svg *, input'))
      .filter((element) => element.getBoundingClientRect().right > width + hair || (element.scrollWidth > element.clientWidth + hair && getComputedStyle(element).display !== 'inline'))
      .map((element) => `${element.tagName}.${element.className}: ${(element.textContent ?? '').slice(0, 60)}`);
  });

describe.each(Object.entries(STATES))('%s', (_, state) => {
  test('has nothing that axe finds wrong, in any look or direction', async () => {
    await reach(state);
    for (const [look, media] of Object.entries(LOOKS)) {
      await popup.page.media(media);
      expect({ look, found: await violations(popup.page) }).toEqual({ look, found: [] });
    }
    await popup.page.media({});
    await popup.page.evaluate(() => (document.documentElement.dir = 'rtl'));
    expect(await violations(popup.page)).toEqual([]);
    expect(await clipped()).toEqual([]);
  });

  test('loses nothing at 200 % zoom, nor in a narrow window', async () => {
    for (const [width, zoom] of [[400, 2], [240, 1]] as const) {
      await popup.page.evaluate(
        (width, zoom) => {
          const { style, dir } = document.documentElement;
          if (dir) document.documentElement.dir = '';
          style.setProperty('zoom', String(zoom));
          style.setProperty('width', `${width}px`);
        },
        width,
        zoom,
      );
      expect({ width, zoom, found: await clipped() }).toEqual({ width, zoom, found: [] });
    }
  });
});

test('axe and the search for clipped text find what is planted', async () => {
  await popup.page.evaluate(() => {
    const image = document.createElement('img');
    const wide = document.createElement('p');
    wide.style.setProperty('width', '9999px');
    document.querySelector('main')?.append(image, wide);
  });
  expect(await violations(popup.page)).toEqual([expect.stringMatching(/^image-alt/)]);
  expect(await clipped()).not.toEqual([]);
});
