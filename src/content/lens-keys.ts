import { page } from './document.ts';

export type LensKey = 'next' | 'previous' | 'open' | 'save';
const KEYS: ReadonlyMap<string, LensKey> = new Map([
  ['j', 'next'],
  ['k', 'previous'],
  ['o', 'open'],
  ['s', 'save'],
]);

/** Where a letter may be meant for something else than the page: fields, and widgets that choose by letters. */
const TAKES_LETTERS = [
  'input, textarea, select, option, iframe, embed, object, audio, video',
  '[contenteditable]:not([contenteditable="false" i])',
  ...['textbox', 'searchbox', 'combobox', 'spinbutton', 'listbox', 'option', 'menu', 'menubar', 'menuitem', 'tree', 'treeitem', 'grid', 'application'].map((role) => `[role="${role}"]`),
].join(', ');

export interface LensKeysOptions {
  /** The bar stands on the page. */
  readonly on: () => boolean;
  /** An element of ours, whose keys the page does not get. */
  readonly isOurs: (target: EventTarget) => boolean;
  /** Does it; false where there is nothing to do, and the key stays the page's. */
  readonly run: (key: LensKey) => boolean;
}

/**
 * Listens for the lens's keys. On our own elements they are heard first; anywhere else last, so that a key the page has a
 * use for (it stops it, or prevents what it does) is the page's.
 */
export function onLensKeys({ on, isOurs, run }: LensKeysOptions, signal: AbortSignal): void {
  const hear = (event: KeyboardEvent): void => {
    const key = on() ? meaning(event) : undefined;
    if (key === undefined || !run(key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('keydown', (event) => event.target && isOurs(event.target) && hear(event), { capture: true, signal });
  addEventListener('keydown', (event) => event.target && !isOurs(event.target) && !isTaken(event) && hear(event), { signal });
}

/** What a key is to the lens, whatever has the focus. */
export function meaning({ key, isTrusted, isComposing, defaultPrevented, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): LensKey | undefined {
  if (!isTrusted || isComposing || defaultPrevented || ctrlKey || altKey || metaKey || shiftKey) return undefined;
  return KEYS.get(key);
}

/** Whether the reader may be typing. Within a closed root of the page's own nobody can tell, so there they may. */
export function isTaken(event: Event): boolean {
  const [target] = event.composedPath();
  if (page.designMode === 'on') return true;
  if (!(target instanceof Element)) return false;
  return target.localName.includes('-') || Element.prototype.closest.call(target, TAKES_LETTERS) !== null;
}
