import type { Browser } from '../../src/start/browser.ts';
import type { Page } from '../../src/start/page.ts';
import { sleep, until } from '../../src/start/wait.ts';
import * as inside from './inside.ts';
import type { Point } from './steps.ts';

/** Papers that nothing confuses, each with an id. */
export const papersFrom = (first: number, count: number): { title: string; arxivId: string; abstract: string; authors: string[] }[] =>
  Array.from({ length: count }, (_, at) => {
    const number = first + at;
    return { title: `Study ${number} of kept records`, arxivId: `${2001 + Math.floor(number / 90_000)}.${String(10_000 + (number % 90_000)).padStart(5, '0')}`, abstract: `What study ${number} found. `.repeat(20), authors: [`Author Number${number}`] };
  });
export const titlesOf = (papers: readonly { readonly title: string }[]): string[] => papers.map(({ title }) => title);

/** The library of a real browser, driven from one of the extension's own pages. */
export class LibraryUnderTest {
  readonly browser: Browser;
  readonly #page: Page;

  private constructor(browser: Browser, page: Page) {
    this.browser = browser;
    this.#page = page;
  }

  static async open(browser: Browser): Promise<LibraryUnderTest> {
    return new LibraryUnderTest(browser, await browser.extensionPage('LICENCES.txt').catch(() => browser.extensionPage('src/popup/popup.html')));
  }

  /** Asks the worker, again where it was killed under the question. */
  async ask<T>(name: string, payload: unknown): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return (await this.#page.evaluate(inside.ask, name, payload)) as T;
      } catch (problem) {
        if (tries === 5) throw problem;
        await sleep(100 * tries);
      }
    }
  }

  askAndLeave = (name: string, payload: unknown): Promise<boolean> => this.#page.evaluate(inside.askAndLeave, name, payload);
  raw = (): Promise<inside.Raw> => this.#page.evaluate(inside.readRaw);
  keep = (papers: readonly object[]): Promise<number> => this.#page.evaluate(inside.keepText, papers.map((paper) => JSON.stringify(paper)).join('\n'), 'papers.jsonl');
  keepText = (text: string, name: string): Promise<number> => this.#page.evaluate(inside.keepText, text, name);
  timeImport = (source: number, format: string): ReturnType<typeof inside.timeImport> => this.#page.evaluate(inside.timeImport, source, format);
  putPlainly = (records: readonly object[]): Promise<number> => this.#page.evaluate(inside.putPlainly, records);
  drive = (source: number): Promise<boolean> => this.#page.evaluate(inside.driveImport, source);
  isCopied = (): Promise<boolean> => this.#page.evaluate(inside.isCopied);
  driving = (): Promise<string> => this.#page.evaluate(inside.driving);
  arm = (point: Point | null): Promise<boolean> => this.#page.evaluate(inside.arm, point);
  kill = (): Promise<void> => this.browser.killWorker();

  /** Kills the worker where it waits; false where it never came to the point. */
  async killAt(ms = 10_000): Promise<boolean> {
    const isThere = await until('the point', () => this.#page.evaluate(inside.isReached), ms).then(() => true, () => false);
    await this.kill();
    await this.arm(null);
    return isThere;
  }

  /** An empty library, or one of version 1 with these papers. */
  async startAnew(old: readonly { readonly id: number; readonly title: string; readonly abstract: string }[] | null = null): Promise<void> {
    await this.kill();
    await this.#page.evaluate(inside.startAnew, old);
    if (old === null) await this.ask('standing', null);
  }

  /** Goes on with an import to its end, starting again where it stopped. */
  async finish(source: number): Promise<void> {
    await this.drive(source);
    await until('the import to end', async () => {
      const state = await this.driving();
      if (state.startsWith('stopped')) await this.drive(source);
      return state === 'done';
    }, 60_000);
  }
}
