import { page } from './document.ts';
import type { LensChoice } from './lens-choice.ts';
import css from './lens.css?inline';
import { isReaders } from './reader.ts';
import { hostSheet, sheet } from './sheet.ts';
import { speakEnglish } from './speech.ts';
import { Themes } from './theme.ts';

export const LENS = 'paperkin-lens';
/** Letters of a lens's name that the bar has room for. */
const LONG_NAME = 20;

/** What the bar says and offers. */
export interface BarState {
  readonly choice: LensChoice;
  readonly summary: string;
  /** Answers are still to come, so that nothing is sorted yet. */
  readonly busy: boolean;
  /** Entries that came after sorting, or all where the reader had moved on before it could be done. */
  readonly unsorted: number;
  /** Entries on the page. */
  readonly total: number;
  /** The name of the lens that is set; null where there is none to choose. */
  readonly lens: string | null;
}

export type Switch = Exclude<keyof LensChoice, 'shown'>;
/** What a tool does: turns a switch, or acts. `now` sorts in what is unsorted. */
export type Deed = Switch | 'lens' | 'now' | 'previous' | 'next' | 'close';

interface Tool {
  readonly deed: Deed;
  readonly text: string;
  /** Accessible name and tooltip; holds the text, so that who speaks to the computer can call it by what they see. */
  readonly name: string;
}

const TOOLS: readonly Tool[] = [
  { deed: 'sort', text: 'Sort', name: 'Sort by closeness to your collection' },
  { deed: 'dim', text: 'Dim', name: 'Dim what is not close' },
  { deed: 'hide', text: 'Hide mine', name: 'Hide mine: what is in your collection' },
  { deed: 'strongly', text: 'Strong only', name: 'Strong only: what is strongly related counts as close' },
  { deed: 'reasons', text: 'Why', name: 'Why: each entry tells its reason' },
  { deed: 'lens', text: '', name: '' },
  { deed: 'now', text: '', name: '' },
  { deed: 'previous', text: '↑', name: '↑ Previous marked title (k)' },
  { deed: 'next', text: '↓', name: '↓ Next marked title (j)' },
  { deed: 'close', text: '×', name: '× Close on this site. The Paperkin button brings it back.' },
];
const SWITCHES: ReadonlySet<Deed> = new Set<Switch>(['sort', 'dim', 'hide', 'strongly', 'reasons']);

/** The lens bar: one line in a closed root beside the page's body. It takes no room of the page, and no script of it owns that place. */
export class Bar {
  readonly host: HTMLElement;
  #root: ShadowRoot;
  #box = element('div', 'lens');
  #summary = element('p', 'summary');
  #toolbar = element('div', 'tools');
  #tools = new Map<Deed, HTMLButtonElement>();

  /** `run` is called for acts of the reader only. Throws where the page has taken the element's name for itself. */
  constructor(run: (deed: Deed) => void) {
    this.host = page.createElement(LENS);
    this.#root = this.host.attachShadow({ mode: 'closed' });
    this.#root.adoptedStyleSheets = [hostSheet(), sheet(css)];
    this.#box.setAttribute('role', 'region');
    this.#box.setAttribute('aria-label', 'Paperkin');
    this.#summary.setAttribute('role', 'status');
    speakEnglish(this.#summary);
    this.#toolbar.setAttribute('role', 'toolbar');
    this.#toolbar.setAttribute('aria-label', 'Listing lens');
    for (const tool of TOOLS) this.#toolbar.append(this.#make(tool, run));
    this.#box.append(this.#summary, this.#toolbar);
    this.#root.append(this.#box);
    this.#toolbar.addEventListener('keydown', (event) => this.#key(event));
    this.#toolbar.addEventListener('focusin', (event) => this.#stopAt(event.target));
    this.#stopAt(this.#tools.get('sort'));
    // What the reader does here is not the page's business.
    for (const type of ['click', 'auxclick', 'dblclick', 'keydown', 'keyup', 'keypress', 'pointerdown', 'mousedown']) this.host.addEventListener(type, (event) => event.stopPropagation());
  }

  place(): void {
    // An older version's, which nobody rules any more.
    for (const stray of page.querySelectorAll(LENS)) if (stray !== this.host) stray.remove();
    page.documentElement.append(this.host);
    this.wear();
  }

  /** Follows the page's theme. */
  wear(): void {
    this.#box.dataset['theme'] = new Themes().at(page.body);
  }

  draw({ choice, summary, busy, unsorted, total, lens }: BarState): void {
    say(this.#summary, summary);
    this.#summary.title = summary;
    this.#toolbar.setAttribute('aria-busy', String(busy));
    for (const [deed, tool] of this.#tools) if (isSwitch(deed)) tool.setAttribute('aria-pressed', String(choice[deed]));
    this.#drawLens(lens);
    const now = this.#tools.get('now');
    if (!now) return;
    say(now, unsorted === total ? 'Sort now' : `Sort ${unsorted} new in`);
    if (unsorted > 0 && !busy) return void (now.hidden = false);
    if (this.#root.activeElement === now) this.#tools.get('sort')?.focus();
    now.hidden = true;
  }

  #drawLens(lens: string | null): void {
    const tool = this.#tools.get('lens');
    if (!tool) return;
    tool.hidden = lens === null;
    const text = `Lens: ${Array.from(lens ?? '').slice(0, LONG_NAME).join('')}`;
    say(tool, text);
    tool.setAttribute('aria-label', `${text}. Go to the next lens`);
    tool.title = `Lens: ${lens ?? ''}. Go to the next lens`;
  }

  remove(): void {
    this.host.remove();
  }

  #make({ deed, text, name }: Tool, run: (deed: Deed) => void): HTMLElement {
    const tool = page.createElement('button');
    tool.type = 'button';
    tool.textContent = text;
    tool.dataset['tool'] = deed;
    if (name !== '') {
      tool.title = name;
      tool.setAttribute('aria-label', name);
    }
    tool.addEventListener('click', (event) => isReaders(event, tool, this.host) && run(deed));
    this.#tools.set(deed, tool);
    return tool;
  }

  /** One stop for Tab, arrows within: the one last stood on. */
  #stopAt(target: EventTarget | null | undefined): void {
    for (const tool of this.#tools.values()) tool.tabIndex = tool === target ? 0 : -1;
  }

  #key(event: KeyboardEvent): void {
    const shown = [...this.#tools.values()].filter(({ hidden }) => !hidden);
    const at = shown.findIndex((tool) => tool === this.#root.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    shown.at(next % shown.length)?.focus();
  }
}

export const isSwitch = (deed: Deed): deed is Switch => SWITCHES.has(deed);

/** Writes only what differs, so that a status is heard once. */
function say(where: HTMLElement, words: string): void {
  if (where.textContent !== words) where.textContent = words;
}

function element(name: string, className: string): HTMLElement {
  const made = page.createElement(name);
  made.className = className;
  return made;
}
