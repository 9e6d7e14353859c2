import { BADGE_TAG, CITATION_TAG, SUMMARY_TAG } from '../sites/title-text.ts';
import css from './badge.css?inline';
import citation from './citation.css?inline';
import { page } from './document.ts';
import type { Form } from './fit.ts';
import type { Mark } from './mark.ts';
import { sheet } from './sheet.ts';
import { sign } from './signs.ts';
import type { Theme } from './theme.ts';

export const BADGE = BADGE_TAG;

/** What a mark is like, and where it stands. */
export interface Look {
  readonly tag: string;
  readonly css: string;
  /** With words where there is room; else a sign alone, which takes none. */
  readonly words: boolean;
  /** Behind the anchor, not in it: the anchor is a link of the page's text. */
  readonly beside: boolean;
}

/** Beside a title. */
export const TITLE_LOOK: Look = { tag: BADGE, css, words: true, beside: false };
/** At a citation: smaller, over the end of its link. */
export const CITATION_LOOK: Look = { tag: CITATION_TAG, css: citation, words: false, beside: true };
/** The line beside a bibliography's heading. */
export const SUMMARY_LOOK: Look = { tag: SUMMARY_TAG, css, words: true, beside: false };

/** One mark beside one title: a button in a closed root. The page sees an empty element without attributes. */
export class Badge {
  readonly mark: Mark;
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly button: HTMLButtonElement;
  #look: Look;
  #anchor: Element | null = null;
  #width: number | undefined;

  /** Throws where the page has taken the element's name for itself. */
  constructor(mark: Mark, look: Look = TITLE_LOOK) {
    this.mark = mark;
    this.#look = look;
    this.host = page.createElement(look.tag);
    this.root = this.host.attachShadow({ mode: 'closed' });
    this.root.adoptedStyleSheets = [sheet(look.css)];
    this.button = page.createElement('button');
    this.button.type = 'button';
    this.button.dataset['kind'] = mark.kind;
    this.button.dataset['form'] = 'words';
    this.button.setAttribute('aria-label', mark.name);
    this.button.setAttribute('aria-haspopup', 'dialog');
    this.button.setAttribute('aria-expanded', 'false');
    this.button.append(sign(mark.kind));
    if (look.words) {
      const words = page.createElement('span');
      words.textContent = mark.text;
      this.button.append(words);
    }
    this.root.append(this.button);
  }

  /** Stands behind the title's own nodes, and leaves them as they are. */
  place(anchor: Element): void {
    this.#anchor = anchor;
    if (this.#look.beside) anchor.after(this.host);
    else anchor.append(this.host);
  }

  /** False once the page has moved, removed or dressed up the host. Other extensions leave `data-` notes on anything: those may stay. */
  get intact(): boolean {
    const { host } = this;
    const parent = this.#look.beside ? this.#anchor?.parentNode : this.#anchor;
    return host.parentNode === parent && host.childNodes.length === 0 && host.getAttributeNames().every((name) => name.startsWith('data-'));
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
