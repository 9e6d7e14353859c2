import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BADGE_HOST, type Page } from '../../src/start/page.ts';
import { until } from '../../src/start/wait.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { abstractPage, KIN, listing, PRIOR, STRANGER } from './content-pages.ts';
import { PopupReader } from './popup-reader.ts';
import { badgeNames } from './settle.ts';

const TOLD = 'paperkin-told';
const list = listing('cs.LG/new', [STRANGER, KIN, PRIOR]);
const browser = browserUnderTest({ pages: [list, abstractPage(KIN)] });

let page: Page;
let other: Page;
beforeAll(async () => {
  other = await browser().page(abstractPage(KIN).url);
  page = await browser().page(list.url);
  await badgeNames(page, 2);
});
afterAll(async () => {
  await page.close();
  await other.close();
});

const told = (on: Page): Promise<string> => on.inRoot(TOLD, (root) => root.textContent).catch(() => '');
/** The names of a page's badges, once one of them begins so. */
const named = (on: Page, start: string, nth = 0): Promise<string> =>
  until(`a badge ${start}`, async () => {
    const names = (await on.badges()).map(({ name }) => name).filter((name) => name.startsWith(start));
    return names[nth];
  });

describe('saving while reading', () => {
  test('from a card: the badge turns at once, in every tab, and Undo turns it back', async () => {
    const kin = await until('a related badge', async () => (await page.badges()).find(({ name }) => name.startsWith('Related to')));
    await page.click(kin);
    // Whole, so that nothing in it moves any more.
    await until('the card', () => page.driver.inRoot(BADGE_HOST, kin.nth, (root) => root.querySelector('[role=dialog]')?.textContent?.includes('Closest') ?? false));
    await page.click({ host: BADGE_HOST, nth: kin.nth, inside: '.deed-save' });
    await until('word of it', async () => (await told(page)).includes('Undo'));
    expect(await named(page, `In your collection: ${KIN.title}`)).toContain('same id');
    expect(await named(other, `In your collection: ${KIN.title}`)).toContain('same id');
    await page.click({ host: TOLD, inside: 'button' });
    expect(await named(page, 'Related to')).toContain('Wasserstein GAN');
    expect(await named(other, 'Related to')).toContain('Wasserstein GAN');
  });

  test('by a key on a list: the marked title that the reader stands on', async () => {
    await page.front();
    await until('the bar', () => page.evaluate(() => document.querySelector('paperkin-lens') !== null));
    await page.press('j');
    await page.press('s');
    expect(await named(page, `In your collection: ${KIN.title}`)).toContain('same id');
    await page.click({ host: TOLD, inside: 'button' });
    expect(await named(page, 'Related to')).toContain('Wasserstein GAN');
  });

  test('the papers of a page into a new collection, from the popup', async () => {
    await page.front();
    const popup = await PopupReader.inToolbar(browser(), page);
    await popup.reads('Save papers of this page');
    await popup.page.evaluate(() => Array.from(document.querySelectorAll('button')).find((each) => each.textContent?.startsWith('Save papers'))?.click());
    await popup.reads('Save 2 papers', 'in your collection');
    await popup.page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('.collect select');
      if (!select) throw new Error('no choice of collection');
      select.value = 'new';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await until('the field for a name', () =>
      popup.page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('.collect input:not([type=checkbox])');
        if (!field) return false;
        field.value = 'Straits';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return true;
      }),
    );
    await popup.page.evaluate(() => document.querySelector<HTMLButtonElement>('.collect button[type=submit]')?.click());
    await popup.reads('Undo');
    expect(await named(page, `In your collection: ${STRANGER.title}`)).toContain('same id');
    await popup.page.close();
    const manager = await browser().extensionPage('src/manager/manager.html');
    await until('the new collection', () => manager.evaluate(() => document.querySelector('.side')?.textContent?.includes('Straits') ?? false));
    await manager.close();
  });

  test('the lens is chosen in the bar of a list, and marks name it', async () => {
    const manager = await browser().extensionPage('src/manager/manager.html');
    await manager.evaluate(async () => {
      interface Extension {
        readonly browser: { readonly runtime: { sendMessage(message: unknown): Promise<{ value: readonly { id: number; name: string }[] }> } };
      }
      const { runtime } = (globalThis as unknown as Extension).browser;
      const { value } = await runtime.sendMessage({ to: 'worker', name: 'collections', ask: null });
      const collection = value.find(({ name }) => name === 'Straits')?.id;
      await runtime.sendMessage({ to: 'worker', name: 'putLens', ask: { id: null, name: 'Straits only', scope: { kind: 'collection', collection } } });
    });
    await manager.close();
    await page.front();
    const lens = (): Promise<string> => page.inRoot('paperkin-lens', (root) => root.querySelector<HTMLElement>('[data-tool=lens]:not([hidden])')?.textContent ?? '').catch(() => '');
    await until('the choice of a lens', async () => (await lens()) === 'Lens: All');
    await page.click({ host: 'paperkin-lens', inside: '[data-tool=lens]' });
    expect(await named(page, 'In your collection · Straits only')).toContain(STRANGER.title);
    await until('the name of the lens', async () => (await lens()) === 'Lens: Straits only');
    await until('papers outside of the lens to lose their mark', async () => !(await page.badges()).some(({ name }) => name.includes(PRIOR.title)));
    await page.click({ host: 'paperkin-lens', inside: '[data-tool=lens]' });
    expect(await named(page, `In your collection: ${PRIOR.title}`)).toContain('same id');
  });
});
