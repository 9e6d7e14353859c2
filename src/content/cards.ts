import type { Badge } from './badge.ts';
import { type Body, Card } from './card.tsx';

/** Milliseconds: resting on a badge before its card opens, and away from both before it closes. */
const REST = 200;
const GRACE = 300;

/** Opens and closes the one card of the page: by hover, focus, Enter or click. */
export class Cards {
  #open: Card | null = null;
  /** Opened by a click or Enter: stays until it is closed on purpose. */
  #pinned = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The badge that Esc gave the focus back to: it does not open again by having it. */
  #dismissed: Badge | null = null;
  /** What was set up on elements of the page. */
  #ends = new WeakMap<Badge, AbortController>();

  constructor(signal: AbortSignal) {
    const listen = { capture: true, passive: true, signal };
    // Seen on the window, before the page: Esc closes a card wherever the focus is.
    addEventListener('keydown', (event) => this.#key(event), { capture: true, signal });
    addEventListener('pointerdown', (event) => event.isTrusted && event.target !== this.#open?.badge.host && this.close(), listen);
    addEventListener('scroll', (event) => event.target !== this.#open?.badge.host && this.#follow(), listen);
    addEventListener('resize', () => this.#follow(), listen);
    signal.addEventListener('abort', () => this.close());
  }

  /** `link` of the page, where given, opens the card when the pointer rests on it. */
  attach(badge: Badge, body: Body, link?: Element): void {
    const { host, button, root } = badge;
    const later = (): void => this.#soon(() => this.#show(badge, body), REST);
    const end = new AbortController();
    this.#ends.set(badge, end);
    for (const place of link ? [host, link as HTMLElement] : [host]) {
      const { signal } = end;
      place.addEventListener('pointerenter', (event) => event.isTrusted && event.pointerType !== 'touch' && (this.#open?.badge === badge ? clearTimeout(this.#timer) : later()), { signal });
      place.addEventListener('pointerleave', (event) => event.isTrusted && this.#soon(() => !this.#pinned && !holdsFocus(badge) && this.close(), GRACE), { signal });
    }
    button.addEventListener('focus', () => button.matches(':focus-visible') && this.#dismissed !== badge && later());
    root.addEventListener('focusout', (event) => {
      if (event instanceof FocusEvent && event.relatedTarget instanceof Node && root.contains(event.relatedTarget)) return;
      if (this.#dismissed === badge) this.#dismissed = null;
      this.#soon(() => !host.matches(':hover') && this.#closeOf(badge), GRACE);
    });
    button.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      if (this.#open?.badge === badge && this.#pinned) return this.close();
      this.#show(badge, body);
      this.#pinned = true;
    });
    // A title is often inside a link, which every click in its card would follow.
    root.addEventListener('click', (event) => event.target instanceof Element && !event.target.closest('a') && event.preventDefault());
    // What the reader does in a card is not the page's business.
    for (const type of ['click', 'auxclick', 'keydown', 'keyup', 'keypress', 'pointerdown', 'mousedown', 'dblclick']) host.addEventListener(type, (event) => event.stopPropagation());
  }

  /** A badge is about to take the focus on its way to something else: its card stays closed until it is asked for. */
  hush(badge: Badge): void {
    this.close();
    this.#dismissed = badge;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#open?.close();
    this.#open = null;
    this.#pinned = false;
  }

  /** Closes the card of a badge that leaves the page. */
  forget(badge: Badge): void {
    this.#ends.get(badge)?.abort();
    this.#closeOf(badge);
  }

  #closeOf(badge: Badge): void {
    if (this.#open?.badge === badge) this.close();
  }

  #show(badge: Badge, body: Body): void {
    if (this.#open?.badge === badge) return;
    this.close();
    if (!badge.intact || !badge.host.isConnected) return;
    try {
      this.#open = new Card(badge, body);
    } catch {
      // The page has taken something that drawing needs.
      badge.root.querySelector('[role=dialog]')?.remove();
      badge.button.setAttribute('aria-expanded', 'false');
    }
  }

  #follow(): void {
    if (this.#open?.place() === false) this.close();
  }

  #soon(run: () => void, wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, wait);
  }

  #key(event: KeyboardEvent): void {
    if (!this.#open || event.key !== 'Escape' || !event.isTrusted) return;
    const { badge } = this.#open;
    const focused = holdsFocus(badge);
    this.close();
    if (!focused) return;
    event.stopPropagation();
    event.preventDefault();
    this.#dismissed = badge;
    badge.button.focus();
  }
}

const holdsFocus = (badge: Badge): boolean => badge.root.activeElement !== null;
