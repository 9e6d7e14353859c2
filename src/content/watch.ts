import { address, onAddress } from './address.ts';

/** Milliseconds between two scans; longer once so many in a row have found nothing new. */
const GAP = 250;
const LONG_GAP = 5000;
const EMPTY_SCANS = 20;
/** A scan that took long is paid back with so many times its length of rest: at most 5 % of the page's time is ours. */
const REST = 20;
/** Milliseconds after a soft navigation in which the words may still be those of the page before. */
const SETTLING = 2000;

export interface Scanned {
  readonly news: boolean;
  /** Milliseconds. */
  readonly cost: number;
}
/** Reads the page at an address; null when it was interrupted. */
export type Scan = (url: URL, settled: boolean) => Promise<Scanned | null>;

/**
 * Decides when the page is read: now, after changes, after soft navigation and on return. One observer, and it rests
 * while a scan is already due, so that a storm of changes costs nothing.
 */
export class Watch {
  #scan: Scan;
  #signal: AbortSignal;
  #observer = new MutationObserver(() => this.#stir());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #url = address();
  #moved = -Infinity;
  #ended = -Infinity;
  #cost = 0;
  #empty = 0;
  #scanning = false;
  #again = false;
  #lastStir = performance.now();

  constructor(scan: Scan, signal: AbortSignal) {
    this.#scan = scan;
    this.#signal = signal;
    onAddress(() => this.#stir(), signal);
    addEventListener('pageshow', (event) => event.persisted && this.#soon(), { signal });
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      clearTimeout(this.#timer);
    });
    this.#soon();
  }

  get url(): URL {
    return this.#url;
  }

  /** Milliseconds since the page last changed, or was read; 0 while a scan runs or is due. */
  get quiet(): number {
    return this.#scanning || this.#timer !== undefined ? 0 : performance.now() - Math.max(this.#lastStir, this.#ended);
  }

  /** Runs our own changes to the page without waking on them. */
  quietly(change: () => void): void {
    change();
    this.#observer.takeRecords();
  }

  #stir(): void {
    this.#lastStir = performance.now();
    if (this.#scanning) this.#again = true;
    else if (this.#moveOn()) this.#soon();
    else this.#later();
  }

  /** True when the address has changed since the last look. */
  #moveOn(): boolean {
    const url = address();
    if (url.href === this.#url.href) return false;
    this.#url = url;
    this.#moved = performance.now();
    this.#empty = 0;
    return true;
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), 0);
  }

  #later(): void {
    if (this.#timer !== undefined) return;
    this.#observer.disconnect();
    const gap = Math.max(this.#empty > EMPTY_SCANS ? LONG_GAP : GAP, this.#cost * REST);
    this.#timer = setTimeout(() => void this.#run(), Math.max(0, this.#ended + gap - performance.now()));
  }

  async #run(): Promise<void> {
    if (this.#scanning) return;
    this.#timer = undefined;
    this.#scanning = true;
    this.#again = false;
    this.#observer.observe(document, { childList: true, characterData: true, subtree: true });
    this.#moveOn();
    const settled = performance.now() - this.#moved > SETTLING;
    const scanned = await this.#scan(this.#url, settled);
    this.#scanning = false;
    this.#ended = performance.now();
    if (this.#signal.aborted) return;
    this.#cost = scanned?.cost ?? 0;
    this.#empty = scanned?.news ? 0 : this.#empty + 1;
    if (!scanned || this.#moveOn()) this.#soon();
    else if (this.#again || !settled) this.#later();
  }
}
