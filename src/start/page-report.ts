import type { Reply } from '../messages/contract.ts';
import type { PageReport } from '../messages/views.ts';
import type { Page } from './page.ts';

/** The part of the extension interface that is used here, inside a page of the extension. */
declare const browser: {
  readonly tabs: {
    query(all: object): Promise<readonly { readonly id?: number }[]>;
    sendMessage(tab: number, message: object, options: { readonly frameId: number }): Promise<Reply<PageReport> | undefined>;
  };
};

/**
 * What the content script found on the open page of an address, as it tells the popup; null where none runs.
 * @param own a page of the extension in a tab, from which to ask.
 */
export function pageReport(own: Page, url: string): Promise<PageReport | null> {
  return own.evaluate(async (url) => {
    for (const { id } of await browser.tabs.query({})) {
      const reply = id === undefined ? undefined : await browser.tabs.sendMessage(id, { to: 'page', name: 'pageReport', ask: null }, { frameId: 0 }).catch(() => undefined);
      if (reply?.ok && reply.value.url === url) return reply.value;
    }
    return null;
  }, url);
}
