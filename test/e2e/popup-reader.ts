import type { Browser } from '../../src/start/browser.ts';
import type { Page } from '../../src/start/page.ts';
import { until } from '../../src/start/wait.ts';

interface SessionStore {
  readonly browser: { readonly storage: { readonly session: { clear(): Promise<void>; set(values: object): Promise<void> } } };
}

/** The popup as its reader sees it, in the toolbar or in a tab. */
export class PopupReader {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Over a page, as a click on the toolbar button opens it. */
  static async inToolbar(browser: Browser, over: Page): Promise<PopupReader> {
    const reader = new PopupReader(await browser.popup(over));
    await reader.#shown();
    return reader;
  }

  /** In a tab of its own, with nothing remembered. */
  static async inTab(browser: Browser, remembered: object = {}): Promise<PopupReader> {
    const reader = new PopupReader(await browser.extensionPage('src/popup/popup.html'));
    await reader.remember(remembered);
    await reader.reload();
    return reader;
  }

  /** Puts values in place of all that the session has remembered. */
  remember(values: object): Promise<void> {
    return this.page.evaluate(async (values) => {
      const { session } = (globalThis as unknown as SessionStore).browser.storage;
      await session.clear();
      await session.set(values);
    }, values);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.#shown();
  }

  /** Accessible names of the options, once there are some. */
  async options(): Promise<string[]> {
    return until('options', async () => {
      const names = (await this.page.accessible()).filter(({ role }) => role === 'option').map(({ name }) => name);
      return names.length > 0 ? names : undefined;
    });
  }

  async hears(role: string, name: RegExp): Promise<void> {
    await until(`${role} ${String(name)}`, async () => (await this.page.accessible()).some((node) => node.role === role && name.test(node.name)));
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.press(key);
  }

  /** The popup's text, once all of these are in it. */
  async reads(...texts: string[]): Promise<string> {
    return until(texts.join(', '), async () => {
      const text = (await this.page.text('#popup')) ?? '';
      if (texts.every((part) => text.includes(part))) return text;
      throw new Error(`the popup reads ${text.slice(0, 300)}`);
    });
  }

  /** What would be lost when the popup were closed now. */
  place() {
    return this.page.evaluate(() => ({
      query: document.querySelector<HTMLInputElement>('[role=combobox]')?.value,
      active: document.querySelector('[aria-selected=true] .row-title')?.textContent,
      title: document.querySelector('h1')?.textContent,
      scroll: Math.round(scrollY),
    }));
  }

  /** Pastes as the clipboard would. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((text) => {
      const box = document.querySelector<HTMLInputElement>('[role=combobox]');
      if (!box) throw new Error('no search box');
      box.focus();
      box.select();
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      // A made-up paste changes no field by itself: what the popup leaves to the browser is done here.
      if (!box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))) return;
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
  }

  async #shown(): Promise<void> {
    await until('the popup to be drawn', () => this.page.evaluate(() => document.querySelector('main') !== null));
  }
}
