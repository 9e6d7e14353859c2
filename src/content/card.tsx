import { type ComponentChildren, render } from 'preact';
import type { Badge } from './badge.ts';
import { page } from './document.ts';
import { WhyMarked } from './explanation.tsx';
import { Opened } from './opened.tsx';
import { beside } from './position.ts';
import { speakEnglish } from './speech.ts';
import { openedSheets } from './sheets.ts';
import type { Subject } from './subject.ts';

/** What a card shows; `onChange` is called when its size may have changed. */
export type Body = (onChange: () => void) => ComponentChildren;

export const why =
  ({ known, explain, save }: Subject): Body =>
  (onChange) => <WhyMarked known={known()} explain={explain} save={save} onChange={onChange} />;

/**
 * An open card. It lives in its badge's own closed root, so that Tab goes from the badge into it and on to the page, and in
 * the top layer, so that nothing of the page lies over it or cuts it off.
 */
export class Card {
  readonly badge: Badge;
  #box: HTMLElement;

  constructor(badge: Badge, body: Body) {
    this.badge = badge;
    const { host, root, button } = badge;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(0, 1), ...openedSheets()];
    this.#box = page.createElement('div');
    this.#box.className = 'pk card';
    this.#box.setAttribute('role', 'dialog');
    this.#box.setAttribute('aria-label', badge.mark.name);
    speakEnglish(this.#box);
    this.#box.dataset['theme'] = button.dataset['theme'] ?? 'light';
    this.#box.popover = 'manual';
    this.#box.tabIndex = -1; // Firefox would stop at a scrolled box before what is in it
    root.append(this.#box);
    button.setAttribute('aria-expanded', 'true');
    render(
      <Opened host={host}>
        <div class="card-body">{body(() => this.place())}</div>
      </Opened>,
      this.#box,
    );
    this.#box.showPopover();
    this.place();
  }

  /** Moves it to its badge; false when that has left the window. */
  place(): boolean {
    const box = this.#box;
    const at = this.badge.button.getBoundingClientRect();
    if (at.bottom < 0 || at.top > innerHeight) return false;
    box.style.maxHeight = '';
    const { left, top, height } = beside(at, { width: box.offsetWidth, height: box.scrollHeight + 2 }, { width: page.documentElement.clientWidth, height: innerHeight }, getComputedStyle(this.badge.host).direction === 'rtl');
    box.style.left = `${left}px`;
    box.style.top = `${top}px`;
    box.style.maxHeight = `${height}px`;
    return true;
  }

  close(): void {
    render(null, this.#box);
    this.#box.remove();
    this.badge.button.setAttribute('aria-expanded', 'false');
  }
}
