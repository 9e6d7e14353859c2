import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ChromiumBrowser } from '../../src/start/chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Checked {
  /** Rule and element of each violation inside our hosts. */
  readonly violations: readonly string[];
  /** Elements inside our hosts that axe looked at at all: it silently passes over what it cannot see. */
  readonly seen: number;
}

/**
 * Runs axe over the newest page, closed roots included: in the extension's own world, where the browser opens closed
 * roots for it. The page's world is not touched.
 */
export async function axeInClosedRoots(browser: ChromiumBrowser): Promise<Checked> {
  const tab = browser.context.pages().at(-1);
  if (!tab) throw new Error('no page is open');
  const session = await browser.context.newCDPSession(tab);
  const worlds: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const world = worlds.find(({ origin }) => origin === browser.origin);
  if (!world) throw new Error('no content script runs here');
  const run = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, contextId: world.id, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await run(`Object.defineProperty(Element.prototype, 'shadowRoot', { configurable: true, get() { return this instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(this) : null } }); 0`);
  await run(`${AXE}; 0`);
  const checked = await run(`axe.run(document, { resultTypes: ['violations', 'passes', 'incomplete'] }).then((result) => {
    const ours = (rules) => rules.flatMap((rule) => rule.nodes.map((node) => rule.id + ' ' + JSON.stringify(node.target)).filter((line) => line.includes('paperkin-')));
    return { violations: ours(result.violations), seen: new Set(ours([...result.violations, ...result.passes, ...result.incomplete]).map((line) => line.slice(line.indexOf(' ')))).size };
  })`);
  await session.detach();
  return checked as Checked;
}
