import type { PageContract, PageMessage, Reply } from '../../src/messages/contract.ts';
import type { Browser } from '../../src/start/browser.ts';
import type { Page } from '../../src/start/page.ts';

/** What of the extension's interface these functions use, in the page they run in. */
interface Browserish {
  readonly tabs: { query(what: object): Promise<{ id: number; url?: string }[]>; sendMessage(tab: number, message: object, options: object): Promise<unknown> };
  readonly storage: { readonly local: { get(): Promise<object>; remove(names: string[]): Promise<void> } };
  readonly runtime: { readonly onMessage: { addListener(hear: (message: object) => void): void } };
}
interface Side {
  readonly browser: Browserish;
  heard: { name: string }[];
}

/** The extension's side of a test: one of its own pages, which may ask content scripts and hears what they send. */
export class ExtensionSide {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  static async open(browser: Browser): Promise<ExtensionSide> {
    const page = await browser.extensionPage('src/popup/popup.html');
    await page.evaluate(() => {
      const side = globalThis as unknown as Side;
      side.heard = [];
      // Content scripts speak to the worker only; what the popup in this tab asks of the tab in front is not theirs.
      side.browser.runtime.onMessage.addListener((message) => {
        const sent = message as { to: string; name: string };
        if (sent.to === 'worker') side.heard.push(sent);
      });
    });
    return new ExtensionSide(page);
  }

  /** Asks the content script of the tab that is in front. */
  async ask<M extends PageMessage>(of: Page, name: M, ask: PageContract[M]['ask']): Promise<PageContract[M]['reply']> {
    await of.front();
    const reply = await this.#page.evaluate(
      async (name, ask) => {
        const { browser } = globalThis as unknown as Side;
        const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
        return (await browser.tabs.sendMessage(tab?.id ?? -1, { to: 'page', name, ask }, { frameId: 0 })) as Reply<never>;
      },
      name,
      ask,
    );
    if (!reply.ok) throw new Error(reply.error);
    return reply.value;
  }

  /** What the reader chose on any site is as if never chosen. */
  forgetChoices(): Promise<void> {
    return this.#page.evaluate(async () => {
      const { local } = (globalThis as unknown as Side).browser.storage;
      await local.remove(Object.keys(await local.get()).filter((name) => name.startsWith('lens ')));
    });
  }

  /** Names of the messages that content scripts have sent since the last call. */
  heard(): Promise<readonly string[]> {
    return this.#page.evaluate(() => {
      const side = globalThis as unknown as Side;
      return side.heard.splice(0).map(({ name }) => name);
    });
  }

  close = (): Promise<void> => this.#page.close();
}
