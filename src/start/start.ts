import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAll } from '../build/build.ts';
import type { Browser, BrowserName } from './browser.ts';
import { check } from './check.ts';
import { openChromium } from './chromium.ts';
import { findBrowser, OVERRIDES, type FoundBrowser } from './find-browser.ts';
import { openFirefox } from './firefox.ts';
import { builtFor, openBrowser } from './open-browser.ts';
import { samplePages } from './sample-pages.ts';

/** Where a first look begins: a listing full of titles. */
const LISTING = 'https://arxiv.org/list/cs.LG/recent';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, browser: { type: 'string' } } });
const kinds: readonly BrowserName[] = ['chromium', 'firefox'];
const wanted = kinds.filter((name) => name === (values.browser ?? name));
if (wanted.length === 0) {
  console.error(`--browser takes chromium or firefox, not ${String(values.browser)}.`);
  process.exit(1);
}
const found = wanted.map((name) => findBrowser(name)).filter((browser) => browser !== undefined);
if (found.length === 0) {
  console.error(`No ${wanted.join(' or ')} found here. Install one, or name one in ${wanted.map((name) => OVERRIDES[name]).join(' or ')}.`);
  process.exit(1);
}

console.log('Building Paperkin …');
await buildAll(fileURLToPath(new URL('../../dist', import.meta.url)));
if (values.check) {
  process.exitCode = (await check(found.map((browser) => browser.name))) ? 0 : 1;
} else {
  const [first] = found;
  if (first) await show(first);
}

/** Opens the browser on a listing and stays until the reader closes it or presses Ctrl-C. */
async function show(found: FoundBrowser): Promise<void> {
  const online = await reachable(LISTING);
  console.log(`Opening ${found.executable} with a throw-away profile; your own profile is not touched.`);
  console.log(online ? `It shows ${LISTING}.` : 'arxiv.org does not answer: it shows the sample pages of this project, served on this machine under the real addresses.');
  const browser = online
    ? await (found.name === 'chromium' ? openChromium : openFirefox)({ executable: found.executable, extension: builtFor(found.name), headless: false })
    : await openBrowser(found.name, { headless: false });

  let closing: Promise<void> | undefined;
  const stop = (): Promise<void> => (closing ??= browser.close());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  try {
    await open(browser, online);
    console.log(`
What to look at
  · Small marks beside the titles: "in your collection" or "related". Rest on one to see why; click it to keep the card open.
  · The Paperkin button in the toolbar (it may hide behind the puzzle piece): what was found on this page, and a search over the collection.
  · Alt+Shift+L: looks up the text you selected, or the paper you are reading.

Close the browser or press Ctrl-C here to stop; the throw-away profile is then deleted.`);
    await browser.closed;
  } finally {
    await stop();
  }
  console.log('Closed, and cleaned up.');
}

async function open(browser: Browser, online: boolean): Promise<void> {
  if (online) {
    await browser.page(LISTING);
    return;
  }
  const urls = samplePages().map((page) => page.url);
  await browser.page(urls.find((url) => url === LISTING) ?? urls.find((url) => url.includes('/list/')) ?? '');
  console.log(`Other sample pages, to type into the address bar:\n${urls.map((url) => `  ${url}`).join('\n')}`);
}

async function reachable(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}
