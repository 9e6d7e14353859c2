import css from './badge.css?inline';
import { page } from './document.ts';
import type { Form } from './fit.ts';
import type { Mark } from './mark.ts';
import { sheet } from './sheet.ts';
import { sign } from './signs.ts';
import type { Theme } from './theme.ts';

export const BADGE = 'paperkin-badge';

/** One mark beside one title: a button in a closed root. The page sees an empty element without attributes. */
export class Badge {
  readonly mark: Mark;
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly button: HTMLButtonElement;
  #anchor: Element | null = null;
  #width: number | undefined;

  /** Throws where the page has taken the element's name for itself. */
  constructor(mark: Mark) {
    this.mark = mark;
    this.host = page.createElement(BADGE);
    this.root = this.host.attachShadow({ mode: 'closed' });
    this.root.adoptedStyleSheets = [sheet(css)];
    this.button = page.createElement('button');
    this.button.type = 'button';
    this.button.dataset['kind'] = mark.kind;
    this.button.dataset['form'] = 'words';
    this.button.setAttribute('aria-label', mark.name);
    this.button.setAttribute('aria-haspopup', 'dialog');
    this.button.setAttribute('aria-expanded', 'false');
    const words = page.createElement('span');
    words.textContent = mark.text;
    this.button.append(sign(mark.kind), words);
    this.root.append(this.button);
  }

  /** Stands behind the title's own nodes, and leaves them as they are. */
  place(anchor: Element): void {
    this.#anchor = anchor;
    anchor.append(this.host);
  }

  /** False once the page has moved, removed or dressed up the host. Other extensions leave `data-` notes on anything: those may stay. */
  get intact(): boolean {
    const { host } = this;
    return host.parentNode === this.#anchor && host.childNodes.length === 0 && host.getAttributeNames().every((name) => name.startsWith('data-'));
  }

  /** Width with its words, in pixels; reads layout the first time. */
  get width(): number {
    this.#width ??= this.button.offsetWidth;
    return this.#width;
  }

  wear(theme: Theme): void {
    if (this.button.dataset['theme'] !== theme) this.button.dataset['theme'] = theme;
  }

  /** Writes only what differs: most badges stand as they were made, and need no second layout. */
  fit({ form, x, y }: Form): void {
    const translate = x || y ? `${x}px ${y}px` : '';
    if (this.button.dataset['form'] !== form) this.button.dataset['form'] = form;
    if (this.button.style.translate !== translate) this.button.style.translate = translate;
  }

  remove(): void {
    this.host.remove();
  }
}
