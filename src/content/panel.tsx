import { render } from 'preact';
import { page } from './document.ts';
import { Opened } from './opened.tsx';
import { PanelView } from './panel-view.tsx';
import { hostSheet } from './sheet.ts';
import { openedSheets } from './sheets.ts';
import { speakEnglish } from './speech.ts';
import type { Subject } from './subject.ts';
import { Themes } from './theme.ts';

export const PANEL = 'paperkin-panel';

export interface PanelOptions {
  /** Wraps every change to the page. */
  readonly quietly: (change: () => void) => void;
  readonly main: () => Subject | null;
}

/** The quick-lookup panel: one at most, at the top right of the page, in a closed root. */
export class Panel {
  #options: PanelOptions;
  #open: { readonly host: HTMLElement; readonly box: HTMLElement; readonly before: Element | null; readonly selection: string } | null = null;

  constructor(options: PanelOptions, signal: AbortSignal) {
    this.#options = options;
    signal.addEventListener('abort', () => this.close());
  }

  /** Opens on the selection, else the page's paper, else an empty search; called again without news it closes. False where nobody would see it. */
  toggle(): boolean {
    if (page.contentType !== 'text/html' && page.contentType !== 'application/xhtml+xml') return false;
    const selection = getSelection()?.toString().trim().slice(0, 1000) ?? '';
    const open = this.#open;
    this.close();
    if (!open || (selection !== '' && selection !== open.selection)) this.#show(selection);
    return true;
  }

  close(): void {
    if (!this.#open) return;
    const { host, box, before } = this.#open;
    this.#open = null;
    render(null, box);
    this.#options.quietly(() => host.remove());
    if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true });
  }

  #show(selection: string): void {
    const { quietly, main } = this.#options;
    const before = page.activeElement;
    const host = page.createElement(PANEL);
    const root = host.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [hostSheet(), ...openedSheets()];
    const box = page.createElement('div');
    box.className = 'pk panel';
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-label', 'Paperkin quick lookup');
    speakEnglish(box);
    box.dataset['theme'] = new Themes().at(page.body);
    box.popover = 'manual';
    box.tabIndex = -1;
    root.append(box);
    for (const type of ['keydown', 'keyup', 'keypress', 'click', 'auxclick', 'input', 'paste', 'copy', 'cut']) host.addEventListener(type, (event) => event.stopPropagation());
    quietly(() => page.documentElement.append(host));
    box.showPopover();
    this.#open = { host, box, before, selection };
    render(
      <Opened host={host}>
        <PanelView selection={selection} main={main()} onClose={() => this.close()} />
      </Opened>,
      box,
    );
  }
}
