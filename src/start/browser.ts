import type { Page } from './page.ts';

export type BrowserName = 'chromium' | 'firefox';

/** A real browser with Paperkin loaded, driven the same way whichever it is. */
export interface Browser {
  readonly name: BrowserName;
  readonly version: string;
  /** Where the extension's own pages live: `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
  /** Opens a tab and resolves when it has loaded. */
  page(url: string): Promise<Page>;
  /** Opens a page of the extension in a tab, by its path in the build. */
  extensionPage(path: string): Promise<Page>;
  /** Opens the real toolbar popup over a page. */
  popup(over: Page): Promise<Page>;
  /** The toolbar popup that opens now by something else: a shortcut, a message. */
  openedPopup(): Promise<Page>;
  /** Ends the background worker, as the browser does when it is idle. Resolves when it is gone. */
  killWorker(): Promise<void>;
  workerAlive(): Promise<boolean>;
  /** Loads the build anew from its folder, as an update does: under the pages that are open. */
  update(): Promise<void>;
  /**
   * Presses a shortcut of the extension for real, with the page in front. In Chromium this needs `realKeys`.
   * Written as the manifest writes it: `Alt+Shift+L`.
   */
  shortcut(keys: string, over: Page): Promise<void>;
  /** Takes from the extension, or gives back, the permission to see a site: `https://arxiv.org/*`. Firefox only. */
  permission(origin: string, granted: boolean): Promise<void>;
  /**
   * Answers the question that the browser itself asks when the extension wants one more permission. Chromium: with
   * `realKeys`. Firefox asks nothing here: its profile says yes to everything.
   */
  answer(yes: boolean): Promise<void>;
  /** Resolves when the browser has ended, by whomever. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
  /** Kills the browser's process at once, as a power cut would; its profile stays where one was given. */
  crash(): Promise<void>;
}

/** How to open a browser; both drivers understand it. */
export interface BrowserOptions {
  readonly executable: string;
  /** Absolute path of the unpacked build. */
  readonly extension: string;
  /** Without it the browser has a window on the screen. */
  readonly headless: boolean;
  /** The port of the proxy that all requests must take; without it the browser is on the real network. */
  readonly proxyPort?: number;
  /** Chromium: a window on a private virtual display, so that a real key can be pressed. */
  readonly realKeys?: boolean;
  /** A profile to use and to leave behind; without it a throw-away one. */
  readonly profile?: string;
}
