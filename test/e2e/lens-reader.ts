import type { Page } from '../../src/start/page.ts';
import { until } from '../../src/start/wait.ts';

const LENS = 'paperkin-lens';

/** A listing as its reader sees it, with the lens bar. */
export class LensReader {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The bar stands and all answers have come. */
  async ready(): Promise<void> {
    await until('the bar', () => this.stands());
    await until('the summary', async () => !(await this.summary()).startsWith('Comparing'));
  }

  stands = (): Promise<boolean> => this.page.evaluate((lens) => document.querySelector(lens) !== null, LENS);
  summary = (): Promise<string> => this.page.inRoot(LENS, (root) => root.querySelector('.summary')?.textContent || 'Comparing');
  height = (): Promise<number> => this.page.inRoot(LENS, (root) => root.querySelector('.lens')?.getBoundingClientRect().height ?? 0);
  roles = (): Promise<string[]> => this.page.inRoot(LENS, (root) => [...root.querySelectorAll('[role=region], [role=toolbar]')].map((element) => `${element.getAttribute('role')} ${element.getAttribute('aria-label')}`));
  focused = (): Promise<string | undefined> => this.page.inRoot(LENS, (root) => (root.activeElement as HTMLElement | null)?.dataset['tool']);
  stops = (): Promise<number> => this.page.inRoot(LENS, (root) => root.querySelectorAll('button[tabindex="0"]').length);
  tools = (): Promise<string[]> => this.page.inRoot(LENS, (root) => [...root.querySelectorAll<HTMLElement>('button:not([hidden])')].map((button) => button.textContent));
  pressed = (): Promise<(string | undefined)[]> => this.page.inRoot(LENS, (root) => [...root.querySelectorAll<HTMLElement>('[aria-pressed=true]')].map((button) => button.dataset['tool']));

  /** Clicks tools, for real. */
  async press(...tools: string[]): Promise<void> {
    for (const tool of tools) await this.page.click({ host: LENS, inside: `[data-tool=${tool}]` });
  }

  /** The page's own content, marks included. */
  html = (): Promise<string> => this.page.evaluate(() => document.querySelector('main')?.outerHTML ?? '');

  async changed(before: string): Promise<void> {
    await until('a change', async () => (await this.html()) !== before);
  }

  /** Titles in the order they are seen: top to bottom, then left to right. */
  async titles(): Promise<string[]> {
    return (await this.looks()).map(({ title }) => title);
  }

  looks = (): Promise<{ title: string; hidden: boolean; faint: boolean }[]> =>
    this.page.evaluate(() => {
      const rows = Array.from(document.querySelectorAll('.list-title:not(p), p.title, article h3'), (title) => {
        const row = title.closest('dd, li, article');
        const { top, left, width } = title.getBoundingClientRect();
        const faint = Number(getComputedStyle(row?.localName === 'article' ? (row.parentElement ?? row) : (row ?? title)).opacity) < 1;
        return { title: (title.textContent ?? '').replace('Title:', '').trim(), hidden: width === 0, faint, top, left };
      });
      rows.sort((a, b) => a.top - b.top || a.left - b.left);
      return rows.map(({ title, hidden, faint }) => ({ title, hidden, faint }));
    });

  /** What the lines below the titles say, in the order of the nodes. */
  async reasons(): Promise<string[]> {
    const count = await this.page.evaluate(() => document.querySelectorAll('paperkin-reason').length);
    const reasons: string[] = [];
    for (let nth = 0; nth < count; nth++) reasons.push(await this.page.driver.inRoot('paperkin-reason', nth, (root) => root.querySelector('p')?.textContent ?? ''));
    return reasons;
  }
}
