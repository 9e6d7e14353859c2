import { page } from '../content/document.ts';
import { Themes } from '../content/theme.ts';
import css from './mark-bar.css?inline';

export const BAR = 'paperkin-bar';

export interface BarDeeds {
  readonly next: () => void;
  readonly previous: () => void;
  readonly close: () => void;
}

/** How many places are marked, and the way from one to the next: the one thing that stands on the page, in a closed root. */
export class MarkBar {
  readonly #host: HTMLElement;
  readonly #words: HTMLElement;

  constructor(deeds: BarDeeds) {
    this.#host = page.createElement(BAR);
    const root = this.#host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const box = page.createElement('div');
    box.className = 'bar';
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', 'Papers of your collection on this page');
    box.dataset['theme'] = new Themes().at(page.body);
    box.popover = 'manual';
    this.#words = page.createElement('span');
    this.#words.setAttribute('role', 'status');
    box.append(this.#words, button('Previous', '↑', deeds.previous), button('Next', '↓', deeds.next), button('Take the marks away', '✕', deeds.close));
    root.append(box);
    for (const type of ['keydown', 'keyup', 'keypress', 'click']) this.#host.addEventListener(type, (event) => event.stopPropagation());
    this.#host.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && deeds.close());
    page.documentElement.append(this.#host);
    box.showPopover();
  }

  say(words: string): void {
    if (this.#words.textContent !== words) this.#words.textContent = words;
  }

  remove(): void {
    this.#host.remove();
  }
}

function button(name: string, sign: string, run: () => void): HTMLButtonElement {
  const made = page.createElement('button');
  made.type = 'button';
  made.textContent = sign;
  made.title = name;
  made.setAttribute('aria-label', name);
  made.addEventListener('click', (event) => event.isTrusted && run());
  return made;
}
