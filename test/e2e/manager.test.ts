import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Media, Page } from '../../src/start/page.ts';
import { until } from '../../src/start/wait.ts';
import { violations } from './axe.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { listing, KIN, PRIOR, STRANGER } from './content-pages.ts';

const BIB = `@article{a, title={Moored Instruments of an Invented Strait}, author={Lo, Ada and Ray, Bo}, year={2019}, journal={Tides}, keywords={ice, tides}}
@misc{b, title={A Second Invented Paper}, author={Ray, Bo}, year={2021}, eprint={2111.00009}, archiveprefix={arXiv}, abstract={Nothing of the kind was ever measured.}}
@article{broken, title={Never closed
`;

const browser = browserUnderTest({ pages: [listing('cs.LG/new', [STRANGER, KIN, PRIOR])] });
let page: Page;
beforeAll(async () => {
  page = await browser().extensionPage('src/manager/manager.html');
});
afterAll(() => page.close());

/** The page's text, once all of these are in it. */
const reads = (...texts: string[]): Promise<string> =>
  until(texts.join(', '), async () => {
    const text = await page.evaluate(() => document.querySelector<HTMLElement>('#manager')?.innerText ?? '');
    if (texts.every((part) => text.includes(part))) return text;
    throw new Error(`the page reads ${text.slice(0, 600)}`);
  });
const go = (place: string): Promise<void> =>
  page.evaluate((place) => {
    location.hash = place;
  }, place);
/** Clicks the first button or link whose name has these words. */
const press = (name: string): Promise<void> =>
  until(`a button ${name}`, () =>
    page.evaluate((name) => {
      const found = Array.from(document.querySelectorAll<HTMLElement>('button, a, label.button')).find((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').includes(name) && !each.hasAttribute('disabled'));
      found?.click();
      return found !== undefined;
    }, name),
  ).then(() => undefined);
const fill = (selector: string, text: string): Promise<void> =>
  until(selector, () =>
    page.evaluate(
      (selector, text) => {
        const field = document.querySelector<HTMLTextAreaElement>(selector);
        if (!field) return false;
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return true;
      },
      selector,
      text,
    ),
  ).then(() => undefined);
const titles = (): Promise<string[]> => page.evaluate(() => Array.from(document.querySelectorAll('[role=option] .line-title'), (title) => title.textContent ?? ''));

describe('the reader’s library', () => {
  test('begins with the papers that ship', async () => {
    await reads('207 papers', 'All papers');
    expect((await titles()).length).toBeGreaterThan(5);
  });

  test('an import is looked at before anything changes, and lists what it skips', async () => {
    await go('import');
    await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
    await fill('.import textarea', BIB);
    await press('Look at it');
    expect(await reads('New 2', 'Skipped 1', 'line 1', 'Moored Instruments')).not.toContain('line 3');
    await press('Skipped 1');
    await reads('line 3');
    await press('Import 2 papers');
    await reads('Imported 2 new papers', 'skipped 1 entry');
  });

  test('the papers are there, found by words, and stay when the worker dies', async () => {
    await go('papers');
    await reads('209 papers');
    await browser().killWorker();
    await fill('input[type=search]', 'invented strait');
    await until('the found paper', async () => (await titles())[0] === 'Moored Instruments of an Invented Strait');
    expect(await reads('ice', 'tides')).toContain('Lo');
  });

  test('a note is saved while it is written; a tag and the read mark by key; deleting is undone', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('[role=option] .line-text')?.click());
    await fill('.detail textarea', 'Ask Ada about the moorings.');
    await reads('Saved');
    await page.reload();
    await fill('input[type=search]', 'moorings');
    await reads('note', 'Moored Instruments');
    await page.evaluate(() => document.querySelector<HTMLElement>('[role=listbox]')?.focus());
    await page.press('ArrowDown');
    await page.press('Delete');
    await reads('Undo');
    await press('Undo');
    await until('the paper to be back', async () => (await titles()).length > 0);
    expect(await titles()).toContain('Moored Instruments of an Invented Strait');
  });

  test('a snapshot brings the library back', async () => {
    await go('keep');
    await press('Take a snapshot now');
    await reads('2 papers');
    await go('papers');
    await fill('input[type=search]', 'second invented');
    await until('the second paper', async () => (await titles())[0] === 'A Second Invented Paper');
    await page.evaluate(() => document.querySelector<HTMLElement>('[role=listbox]')?.focus());
    await page.press('ArrowDown');
    await page.press('Delete');
    await until('the second paper to be gone', async () => (await titles())[0] !== 'A Second Invented Paper');
    await go('keep');
    await press('Restore…');
    await reads('A Second Invented Paper');
    await page.evaluate(() => Array.from(document.querySelectorAll<HTMLElement>('dialog button')).find((each) => each.textContent === 'Restore')?.click());
    await reads('The library is as it was');
    await go('papers');
    await fill('input[type=search]', 'second invented');
    await until('the second paper to be back', async () => (await titles()).length > 0);
    expect(await titles()).toContain('A Second Invented Paper');
  });
});

describe('for everybody', () => {
  const LOOKS: Readonly<Record<string, Media>> = { light: { scheme: 'light' }, dark: { scheme: 'dark' }, 'forced colours': { scheme: 'dark', forcedColors: true } };
  const STATES: Readonly<Record<string, () => Promise<unknown>>> = {
    papers: async () => {
      await go('papers');
      await fill('input[type=search]', '');
      await reads('209 papers');
    },
    'chosen papers and an open one': async () => {
      await page.evaluate(() => document.querySelector<HTMLElement>('[role=option] .line-box')?.click());
      await page.evaluate(() => document.querySelector<HTMLElement>('[role=option] .line-text')?.click());
      await reads('1 paper chosen', 'Copy BibTeX');
    },
    'a dialog': async () => {
      await press('Tags…');
      await reads('Tags, parted by commas');
    },
    import: async () => {
      await page.press('Escape');
      await go('import');
      await reads('Imported 2 new papers');
    },
    snapshots: async () => {
      await go('keep');
      await reads('Papers of yours');
    },
  };
  test.each(Object.entries(STATES))('axe finds nothing: %s', async (_, reach) => {
    await reach();
    for (const [look, media] of Object.entries(LOOKS)) {
      await page.media(media);
      expect((await violations(page)).map((violation) => `${look}: ${violation}`)).toEqual([]);
    }
    await page.media({ scheme: 'light' });
  });
});
