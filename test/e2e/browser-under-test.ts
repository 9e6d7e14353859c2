import { afterAll, beforeAll } from 'vitest';
import type { BrowserName } from '../../src/start/browser.ts';
import { openBrowser, type LocalBrowser, type LocalOptions } from '../../src/start/open-browser.ts';

/** The browser this run is about; the suite runs once for each. */
export const UNDER_TEST: BrowserName = process.env['PAPERKIN_BROWSER'] === 'firefox' ? 'firefox' : 'chromium';

/** Opens the browser under test before the tests of a file or block and closes it after them. Call the result inside tests. */
export function browserUnderTest(options?: LocalOptions): () => LocalBrowser {
  let browser: LocalBrowser | undefined;
  beforeAll(async () => {
    browser = await openBrowser(UNDER_TEST, options);
  });
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error('the browser is open inside tests only');
    return browser;
  };
}
