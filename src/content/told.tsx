import { render } from 'preact';
import { page } from './document.ts';
import { isReaders } from './reader.ts';
import { hostSheet } from './sheet.ts';
import { openedSheets } from './sheets.ts';
import { speakEnglish } from './speech.ts';
import { Themes } from './theme.ts';

export const TOLD = 'paperkin-told';
/** Milliseconds that word of a deed stays, with a way to take it back. */
const STAYS = 10_000;

export interface Deed {
  readonly label: string;
  readonly run: () => void;
}

/** A word about what was just done, at the foot of the page: one at most, in a closed root, over whatever the page shows. */
export class Told {
  #quietly: (change: () => void) => void;
  #open: { readonly host: HTMLElement; readonly box: HTMLElement } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(quietly: (change: () => void) => void, signal: AbortSignal) {
    this.#quietly = quietly;
    signal.addEventListener('abort', () => this.close());
  }

  tell(words: string, deed?: Deed): void {
    const { host, box } = this.#open ?? this.#show();
    const gate = (event: Event): void => {
      if (deed && event.target instanceof Element && isReaders(event, event.target, host)) {
        this.close();
        deed.run();
      }
    };
    render(
      <p class="told-words">
        {words}{' '}
        {deed && (
          <button type="button" class="deed" onClick={gate}>
            {deed.label}
          </button>
        )}
      </p>,
      box,
    );
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), STAYS);
  }

  close(): void {
    clearTimeout(this.#timer);
    if (!this.#open) return;
    const { host, box } = this.#open;
    this.#open = null;
    render(null, box);
    this.#quietly(() => host.remove());
  }

  #show(): { host: HTMLElement; box: HTMLElement } {
    const host = page.createElement(TOLD);
    const root = host.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [hostSheet(), ...openedSheets()];
    const box = page.createElement('div');
    box.className = 'pk told';
    box.setAttribute('role', 'status');
    speakEnglish(box);
    box.dataset['theme'] = new Themes().at(page.body);
    box.popover = 'manual';
    root.append(box);
    for (const type of ['keydown', 'keyup', 'keypress', 'click', 'auxclick']) host.addEventListener(type, (event) => event.stopPropagation());
    this.#quietly(() => page.documentElement.append(host));
    box.showPopover();
    this.#open = { host, box };
    return this.#open;
  }
}
