import browser from 'webextension-polyfill';
import type { AnywhereContract, AnywhereMessage } from '../messages/anywhere-contract.ts';
import { ANYWHERE_RULES } from '../messages/anywhere-rules.ts';
import { type Envelope, type Handlers, open, serve } from './messages.ts';

/** The script that is put into a page which the reader marks; see `build/script-plugin.ts`. */
const SCRIPT = 'anywhere.js';
/** Colours for `::highlight`, which no style sheet of the page has to know. */
const STYLE =
  '::highlight(paperkin){background-color:#ffe48a;color:#1d2733;text-decoration:underline #1f4f8f 2px}' +
  '::highlight(paperkin-current){background-color:#ffb347;color:#1d2733}' +
  '@media print{::highlight(paperkin),::highlight(paperkin-current){background-color:transparent;color:inherit;text-decoration:none}}';

/** Registers the one listener of the script on any page. */
export const servePageText = (handlers: Handlers<AnywhereContract>): (() => void) => serve('anywhere', ANYWHERE_RULES, handlers, () => Promise.resolve([]));

/** Asks the script in a tab's top frame; rejects where none runs. */
export const askAnywhere = <M extends AnywhereMessage>(tab: number, name: M, payload: AnywhereContract[M]['ask']): Promise<AnywhereContract[M]['reply']> =>
  open(browser.tabs.sendMessage(tab, { to: 'anywhere', name, ask: payload } satisfies Envelope, { frameId: 0 }));

/** Puts the script and its style into a tab that the reader has just called us on (activeTab). Throws where the browser does not let us. */
export async function enterPage(tab: number): Promise<void> {
  const isThere = await askAnywhere(tab, 'kept', null).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  await browser.scripting.executeScript({ target: { tabId: tab }, files: [SCRIPT] });
  await browser.scripting.insertCSS({ target: { tabId: tab }, css: STYLE });
}
