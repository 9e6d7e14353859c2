import { expect, test } from 'vitest';
import { filesOf } from '../../src/build/zip.ts';
import { builtFor } from '../../src/start/open-browser.ts';
import { browserUnderTest, UNDER_TEST } from './browser-under-test.ts';
import { sleep } from '../../src/start/wait.ts';

const BODY = '<!doctype html><html lang="en"><title>Help</title><link rel="icon" href="data:,"><p>No paper here.</p></html>';
/** The same page where the content script runs and where it does not. */
const SERVED = 'https://arxiv.org/help';
const ELSEWHERE = 'https://example.org/help';
const browser = browserUnderTest({ pages: [SERVED, ELSEWHERE].map((url) => ({ url, body: BODY })) });

test('a page cannot reach any packed file', async () => {
  const page = await browser().page(SERVED);
  const files = filesOf(builtFor(UNDER_TEST)).map((file) => `${browser().origin}/${file}`);
  expect(files.length).toBeGreaterThan(10);
  const reached = await page.evaluate(async (files) => {
    const loads = (element: HTMLImageElement | HTMLScriptElement, file: string): Promise<boolean> =>
      new Promise((done) => {
        element.addEventListener('load', () => done(true));
        element.addEventListener('error', () => done(false));
        element.src = file;
        document.head.append(element);
      });
    const answers = (file: string): Promise<boolean> =>
      fetch(file, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      );
    const reaches = async (file: string): Promise<boolean> =>
      (await answers(file)) || (await loads(new Image(), file)) || loads(document.createElement('script'), file);
    const found: string[] = [];
    for (const file of files) if (await reaches(file)) found.push(file);
    return found;
  }, files);
  expect(reached).toEqual([]);
  await page.close();
});

test('a page without papers looks as it looks without the extension', async () => {
  const look = async (url: string): Promise<object> => {
    const page = await browser().page(url);
    await sleep(1500);
    const seen = await page.evaluate(() => ({
      markup: document.documentElement.outerHTML,
      globals: Object.getOwnPropertyNames(globalThis).sort(),
      sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
      element: customElements.get('paperkin-badge') === undefined,
      resources: performance.getEntriesByType('resource').map((entry) => entry.name),
    }));
    await page.close();
    return seen;
  };
  expect(await look(SERVED)).toEqual(await look(ELSEWHERE));
});

test('the whole file asked the web for the opened pages and nothing else', () => {
  const { served, refused, reports } = browser().traffic();
  expect([...new Set(served)].sort()).toEqual([`GET ${SERVED}`, `GET ${ELSEWHERE}`].sort());
  expect(refused).toEqual([]);
  expect(reports).toEqual([]);
});
