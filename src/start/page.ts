import type { Key } from './keys.ts';
import { chord } from './keys.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A node of the accessibility tree, as a screen reader gets it; roles by their ARIA names in both browsers. */
export interface Accessible {
  readonly role: string;
  readonly name: string;
}

/** The control inside one badge. `nth` counts the badges of the page in document order. */
export interface Badge extends Accessible {
  readonly nth: number;
  /** In the viewport, CSS pixels. */
  readonly box: Box;
}

/** An element inside a closed shadow root: of the nth element that matches `host`, the first that matches `inside`. */
export interface Inside {
  readonly host: string;
  readonly nth?: number;
  readonly inside: string;
}

/** Something to click or hover: a selector in the page's own tree, a place in a closed root, a badge. */
export type Target = string | Inside | Badge;

export interface Media {
  readonly scheme?: 'light' | 'dark';
  readonly forcedColors?: boolean;
  readonly reducedMotion?: boolean;
  readonly print?: boolean;
}

/** What each browser does its own way; everything else is built on it. */
export interface PageDriver {
  url(): Promise<string>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** -1 is Back, 1 is Forward. */
  travel(steps: number): Promise<void>;
  /** Runs in the page's own world; arguments and result travel as JSON. */
  evaluate<A extends readonly unknown[], R>(fn: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Runs `fn(root, ...args)` on the closed shadow root of the nth element that matches `host`. */
  inRoot<A extends readonly unknown[], R>(host: string, nth: number, fn: (root: ShadowRoot, ...args: A) => R, ...args: A): Promise<Awaited<R>>;
  accessible(): Promise<readonly Accessible[]>;
  badges(): Promise<readonly Badge[]>;
  mouse(x: number, y: number, click: boolean): Promise<void>;
  keys(keys: readonly Key[]): Promise<void>;
  media(media: Media): Promise<void>;
  screenshot(): Promise<Buffer>;
  /** Makes its tab the active one. */
  front(): Promise<void>;
  close(): Promise<void>;
}

/** The element that carries a badge on a page. */
export const BADGE_HOST = 'paperkin-badge';

/** A page in a real browser: a tab, or the toolbar popup. */
export class Page {
  readonly driver: PageDriver;

  constructor(driver: PageDriver) {
    this.driver = driver;
  }

  url = (): Promise<string> => this.driver.url();
  goto = (url: string): Promise<void> => this.driver.goto(url);
  reload = (): Promise<void> => this.driver.reload();
  back = (): Promise<void> => this.driver.travel(-1);
  forward = (): Promise<void> => this.driver.travel(1);
  accessible = (): Promise<readonly Accessible[]> => this.driver.accessible();
  badges = (): Promise<readonly Badge[]> => this.driver.badges();
  media = (media: Media): Promise<void> => this.driver.media(media);
  screenshot = (): Promise<Buffer> => this.driver.screenshot();
  front = (): Promise<void> => this.driver.front();
  close = (): Promise<void> => this.driver.close();

  evaluate<A extends readonly unknown[], R>(fn: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return this.driver.evaluate(fn, ...args);
  }

  /** Runs `fn(root, ...args)` on the closed shadow root of the first element that matches `host`. */
  inRoot<A extends readonly unknown[], R>(host: string, fn: (root: ShadowRoot, ...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return this.driver.inRoot(host, 0, fn, ...args);
  }

  /** A real, trusted click in the middle of the target, scrolled into view. */
  async click(target: Target): Promise<void> {
    const { x, y } = await this.#middle(target);
    await this.driver.mouse(x, y, true);
  }

  async hover(target: Target): Promise<void> {
    const { x, y } = await this.#middle(target);
    await this.driver.mouse(x, y, false);
  }

  /** Presses one key or chord as the page gets it: `Enter`, `a`, `Shift+Tab`. It does not reach the browser's own shortcuts. */
  press = (keys: string): Promise<void> => this.driver.keys(chord(keys));

  /** Types text key by key. */
  async type(text: string): Promise<void> {
    for (const letter of text) await this.driver.keys(chord(letter));
  }

  /** The text of the first element that matches, inside an extension page or a page's own tree. */
  text = (selector: string): Promise<string | null> => this.driver.evaluate((selector) => document.querySelector(selector)?.textContent ?? null, selector);

  async #middle(target: Target): Promise<{ x: number; y: number }> {
    const found =
      typeof target === 'string'
        ? await this.driver.evaluate(middleOf, null, target)
        : 'inside' in target
          ? await this.driver.inRoot(target.host, target.nth ?? 0, middleOf, target.inside)
          : await this.driver.inRoot(BADGE_HOST, target.nth, middleOf, 'button, [role=button]');
    if (!found) throw new Error(`nothing there to point at: ${JSON.stringify(target)}`);
    return found;
  }
}

/** Runs in the page. */
function middleOf(root: ShadowRoot | null, selector: string): { x: number; y: number } | null {
  const element = (root ?? document).querySelector(selector);
  if (!element) return null;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
