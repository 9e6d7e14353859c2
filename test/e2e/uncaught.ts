import type { BrowserContext } from 'playwright-core';
import type { Browser } from '../../src/start/browser.ts';

/** Collects what nobody caught in the newest page, in the page's world and in ours. Only Chromium tells; elsewhere it stays empty. */
export async function uncaught(browser: Browser & { readonly context?: BrowserContext }): Promise<() => readonly string[]> {
  const errors: string[] = [];
  const tab = browser.context?.pages().at(-1);
  if (!browser.context || !tab) return () => errors;
  const session = await browser.context.newCDPSession(tab);
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text));
  session.on('Runtime.consoleAPICalled', ({ type, args }) => errors.push(`console.${type}: ${args.map(({ value }) => String(value)).join(' ')}`));
  await session.send('Runtime.enable');
  return () => errors;
}
