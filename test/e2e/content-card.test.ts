import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BADGE_HOST, type Page } from '../../src/start/page.ts';
import { sleep, until } from '../../src/start/wait.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { abstractPage, KIN, listing, plainPage, PRIOR, STRANGER, WGAN } from './content-pages.ts';
import { ExtensionSide } from './extension-side.ts';
import { badgeNames } from './settle.ts';

const browser = browserUnderTest({
  pages: [
    listing('cs.LG/new', [PRIOR, KIN, { ...WGAN, id: '2611.00003' }], { before: '<a id="before" href="#">before</a>' }),
    listing('cs.LG/rtl', [KIN], { root: 'lang="he" dir="rtl"' }),
    abstractPage(PRIOR),
    abstractPage(STRANGER),
    plainPage('about', '<h1>About</h1><p id="words">Have you read Wasserstein GAN lately?</p><input id="field">'),
  ],
});

let side: ExtensionSide;
let page: Page;
beforeAll(async () => {
  side = await ExtensionSide.open(browser());
});
beforeEach(async () => {
  page = await browser().page('https://arxiv.org/list/cs.LG/new');
  await badgeNames(page, 3);
});
afterEach(() => page.close());

/** Text of the open card of a badge; null while it is closed. */
const cardText = (nth: number): Promise<string | null> =>
  page.driver.inRoot(BADGE_HOST, nth, (root) => {
    const card = root.querySelector<HTMLElement>('[role=dialog]');
    return card?.matches(':popover-open') ? card.textContent : null;
  });
const opened = (nth: number): Promise<string> => until('the card', async () => {
  const text = await cardText(nth);
  return text?.includes('Closest') ? text : null;
});
const closed = (nth: number): Promise<boolean> => until('the card to close', async () => (await cardText(nth)) === null);
const expanded = (nth: number): Promise<string | null> => page.driver.inRoot(BADGE_HOST, nth, (root) => root.querySelector('button')?.getAttribute('aria-expanded') ?? null);
const focused = (nth: number): Promise<string | null> => page.driver.inRoot(BADGE_HOST, nth, (root) => root.activeElement?.getAttribute('aria-label') ?? root.activeElement?.textContent ?? null);
const badge = async (nth: number) => (await page.badges())[nth] ?? expect.fail(`no badge ${nth}`);

describe('the card', () => {
  test('opens on hover and says why, in words', async () => {
    await page.hover(await badge(1));
    const text = await opened(1);
    expect(text).toMatch(/elated to \d+ papers?/);
    expect(text).toContain('shares ');
    expect(text).toContain('Wasserstein GAN');
    expect(text).not.toMatch(/0\.\d/);
    expect(await expanded(1)).toBe('true');
  });

  test('keeps its words in their order on a page from right to left, and stays with its badge there', async () => {
    await page.goto('https://arxiv.org/list/cs.LG/rtl');
    await badgeNames(page, 1);
    await page.hover(await badge(0));
    await opened(0);
    const [first, second, card, button] = await page.driver.inRoot(BADGE_HOST, 0, (root) => {
      const card = root.querySelector('[role=dialog]');
      const words = Array.from(card?.querySelectorAll('.chip') ?? [], (chip) => chip.textContent);
      // Where the first and the last word of the chip stand: "Strongly … paper".
      const chip = card?.querySelector('.chip');
      const texts: Text[] = [];
      const walker = document.createTreeWalker(chip ?? root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) if (walker.currentNode.nodeValue?.trim()) texts.push(walker.currentNode as Text);
      const left = (text: Text | undefined): number => {
        const range = document.createRange();
        if (text) range.selectNodeContents(text);
        return range.getBoundingClientRect().left;
      };
      return [words.length > 0 ? left(texts[0]) : Number.NaN, left(texts.at(-1)), card?.getBoundingClientRect().right ?? 0, root.querySelector('button')?.getBoundingClientRect().right ?? 0] as const;
    });
    expect(first).toBeLessThan(second);
    expect(Math.abs(card - button)).toBeLessThan(2);
  });

  test('marks the shared terms in both abstracts', async () => {
    await page.hover(await badge(1));
    await opened(1);
    const marked = await page.driver.inRoot(BADGE_HOST, 1, (root) => Array.from(root.querySelectorAll('.abstract'), (text) => text.querySelectorAll('mark').length));
    expect(marked.length).toBeGreaterThan(1);
    expect(Math.min(...marked.slice(0, 2))).toBeGreaterThan(0);
  });

  test('tells a paper of the collection with its certainty and its links', async () => {
    await page.hover(await badge(0));
    expect(await opened(0)).toMatch(/In your collection\W+same id/);
    const links = await page.driver.inRoot(BADGE_HOST, 0, (root) =>
      Array.from(root.querySelectorAll('a'), (link) => ({ url: link.protocol, rel: link.rel.split(' ').sort().join(' '), target: link.target })),
    );
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) expect(link).toEqual({ url: 'https:', rel: 'noopener noreferrer', target: '_blank' });
  });

  test('says of another paper with the same title that it is another', async () => {
    await page.hover(await badge(2));
    expect(await until('the card', () => cardText(2))).toContain('ame title, other paper');
  });

  test('closes a moment after the pointer has left', async () => {
    await page.hover(await badge(0));
    await opened(0);
    await page.hover('#before');
    await closed(0);
    expect(await expanded(0)).toBe('false');
  });

  test('stays open after a click, and closes on the next', async () => {
    await page.click(await badge(0));
    await opened(0);
    await page.hover('#before');
    await sleep(700);
    expect(await cardText(0)).not.toBeNull();
    await page.click(await badge(0));
    await closed(0);
    expect(await expanded(0)).toBe('false');
  });

  test('is one at a time, within the window', async () => {
    await page.click(await badge(1));
    await opened(1);
    await page.click(await badge(0));
    await opened(0);
    expect(await cardText(1)).toBeNull();
    const box = await page.driver.inRoot(BADGE_HOST, 0, (root) => {
      const card = root.querySelector('[role=dialog]')?.getBoundingClientRect();
      return card ? [card.left >= 0, card.top >= 0, card.right <= innerWidth, card.bottom <= innerHeight] : [];
    });
    expect(box).toEqual([true, true, true, true]);
  });
});

describe('by keyboard', () => {
  const tabTo = async (nth: number): Promise<void> => {
    await page.evaluate(() => document.querySelector<HTMLElement>('#before')?.focus());
    await until('the badge to have the focus', async () => {
      await page.press('Tab');
      return (await page.evaluate((nth) => document.querySelectorAll('paperkin-badge')[nth] === document.activeElement, nth)) && (await focused(nth))?.startsWith('In your collection');
    });
  };

  test('a badge is reached, opens, lets Tab into its card and Esc back out', async () => {
    await tabTo(0);
    await opened(0);
    await page.press('Tab');
    expect(await focused(0)).toMatch(/Whole abstract|arXiv/);
    await page.press('Tab');
    await page.press('Escape');
    await closed(0);
    expect(await focused(0)).toMatch(/^In your collection: Deep Image Prior/);
    await sleep(600);
    expect(await cardText(0)).toBeNull();
    await page.press('Enter');
    await opened(0);
  });

  test('an abstract unfolds', async () => {
    await tabTo(0);
    await opened(0);
    const unfold = async (): Promise<[string, number]> =>
      page.driver.inRoot(BADGE_HOST, 0, (root) => {
        const button = root.querySelector('[aria-expanded][aria-controls]');
        return [button?.getAttribute('aria-expanded') ?? '', root.getElementById(button?.getAttribute('aria-controls') ?? '')?.textContent.length ?? 0];
      });
    const [, before] = await unfold();
    await page.press('Tab');
    await page.press('Enter');
    const [state, after] = await until('more text', async () => {
      const [state, length] = await unfold();
      return length > before ? ([state, length] as const) : null;
    });
    expect([state, after > before]).toEqual(['true', true]);
  });

  test('Tab at the end of a card goes on in the page', async () => {
    await tabTo(0);
    await opened(0);
    const count = await page.driver.inRoot(BADGE_HOST, 0, (root) => root.querySelectorAll('[role=dialog] :is(a, button)').length);
    for (let i = 0; i <= count; i++) await page.press('Tab');
    expect(await page.evaluate(() => [document.activeElement?.localName, document.activeElement?.textContent])).toEqual(['a', 'Ada Sample']);
  });
});

describe('quick lookup', () => {
  const PANEL = 'paperkin-panel';
  const panelText = (): Promise<string> => page.inRoot(PANEL, (root) => root.textContent ?? '');
  const isOpen = (): Promise<boolean> => page.evaluate((host) => document.querySelector(host) !== null, PANEL);

  test('looks up what is selected', async () => {
    await page.goto('https://arxiv.org/about');
    await page.evaluate(() => {
      const words = document.querySelector('#words')?.firstChild;
      if (words) getSelection()?.setBaseAndExtent(words, 14, words, 29);
    });
    expect(await side.ask(page, 'quickLookup', null)).toBe(true);
    const text = await until('the paper', async () => {
      const text = await panelText();
      return text.includes('M. Arjovsky') ? text : null;
    });
    expect(text).toContain('In your collection');
    expect(await page.inRoot(PANEL, (root) => root.querySelector('input')?.value)).toBe('Wasserstein GAN');
  });

  test("tells this page's paper, known or not", async () => {
    await page.goto('https://arxiv.org/abs/1711.10925');
    await badgeNames(page, 1);
    await side.ask(page, 'quickLookup', null);
    expect(await until('the paper', async () => /In your collection\W+same id/.test(await panelText()))).toBe(true);
    await page.goto(`https://arxiv.org/abs/${STRANGER.id}`);
    await sleep(800);
    await side.ask(page, 'quickLookup', null);
    expect(await until('the paper', async () => (await panelText()).includes('Not in your collection'))).toBe(true);
    expect(await panelText()).toContain(STRANGER.title);
  });

  test('else is an empty search, and works by keyboard', async () => {
    await page.goto('https://arxiv.org/about');
    await page.click('#field');
    await side.ask(page, 'quickLookup', null);
    await until('the panel', isOpen);
    await page.type('deep image prior');
    await until('the paper first', () => page.inRoot(PANEL, (root) => root.querySelector('[role=option]')?.textContent.startsWith('Deep Image Prior')));
    await page.press('ArrowDown');
    const chosen = await until('a chosen option', () =>
      page.inRoot(PANEL, (root) => {
        const input = root.querySelector('input');
        const option = root.getElementById(input?.getAttribute('aria-activedescendant') ?? '');
        return option && [input?.getAttribute('role'), input?.getAttribute('aria-expanded'), option.getAttribute('aria-selected'), option.textContent.startsWith('Deep Image Prior')];
      }),
    );
    expect(chosen).toEqual(['combobox', 'true', 'true', true]);
    await page.press('Enter');
    await until('the paper', async () => (await panelText()).includes('Back to the results'));
    for (const open of [true, true, false]) {
      await page.press('Escape');
      await sleep(150);
      expect(await isOpen()).toBe(open);
    }
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
  });

  test('closes when called again', async () => {
    await side.ask(page, 'quickLookup', null);
    await until('the panel', isOpen);
    await side.ask(page, 'quickLookup', null);
    expect(await isOpen()).toBe(false);
  });
});
