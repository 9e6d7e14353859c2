import type { List } from '../sites/site.ts';
import { adopt } from './page-sheet.ts';

const PLACE = 'data-paperkin-place';
const LIST = 'data-paperkin-list';
/** Places count up from here, so that what the page adds later, which has none, comes behind them. */
const FIRST = -1_000_000;

/** Where the entries of a page's lists stand: given by moving them, or by their CSS `order` alone. */
export class Places {
  #sort: List['sort'];
  #changed = new Set<Element>();
  #placed = new Set<Element>();
  #rules = 0;
  #sheet: CSSStyleSheet | undefined;

  constructor(sort: List['sort']) {
    this.#sort = sort;
  }

  /** Some list stands in another order than the page's own. */
  get changed(): boolean {
    return this.#changed.size > 0;
  }

  /** `wanted` are elements of one parent in their new order. They share the places they have now; nothing else moves. */
  set(parent: Element, wanted: readonly Element[]): void {
    if (this.#sort === 'moving') move(parent, wanted);
    else this.#order(parent, wanted);
    this.#changed.add(parent);
  }

  /** `home` are the same elements in the page's own order. */
  reset(parent: Element, home: readonly Element[]): void {
    if (!this.#changed.delete(parent)) return;
    if (this.#sort === 'moving') return move(parent, home);
    for (const child of parent.children) this.forget(child);
    parent.removeAttribute(LIST);
  }

  forget(element: Element): void {
    if (this.#placed.delete(element)) element.removeAttribute(PLACE);
  }

  /** Also of elements that have left their list. */
  clear(): void {
    for (const element of this.#placed) element.removeAttribute(PLACE);
    for (const parent of this.#changed) parent.removeAttribute(LIST);
    this.#placed.clear();
    this.#changed.clear();
  }

  #order(parent: Element, wanted: readonly Element[]): void {
    const placed = fill([...parent.children], wanted);
    this.#write(placed.length);
    placed.forEach((element, i) => {
      element.setAttribute(PLACE, String(i));
      this.#placed.add(element);
    });
    const { display } = getComputedStyle(parent);
    parent.setAttribute(LIST, /grid/.test(display) ? 'grid' : /flex/.test(display) ? 'flex' : 'block');
  }

  /** A rule for each place there is; a page's own rules for `order` count less. */
  #write(places: number): void {
    this.#sheet ??= adopt(LISTS);
    for (; this.#rules < places; this.#rules++) this.#sheet.insertRule(`[${PLACE}='${this.#rules}'] { order: ${FIRST + this.#rules} !important; }`, this.#sheet.cssRules.length);
  }
}

/**
 * Tab and screen readers follow the new order where the browser can (`reading-flow`, Chromium); elsewhere they meet the
 * page's own. A list in plain blocks becomes a grid of one column, which looks the same.
 */
const LISTS = `
[${LIST}='grid'], [${LIST}='block'] { reading-flow: grid-order; }
[${LIST}='flex'] { reading-flow: flex-visual; }
[${LIST}='block'] { display: grid !important; grid-template-columns: minmax(0, 1fr) !important; }`;

/** The nodes with those that are wanted in their new order; all others stay where they are. */
function fill<T extends Node>(nodes: readonly T[], wanted: readonly T[]): T[] {
  const moving = new Set<Node>(wanted);
  let next = 0;
  return nodes.map((node) => (moving.has(node) ? (wanted[next++] ?? node) : node));
}

interface Mover {
  /** Moves without the node leaving the page: focus, selection and what plays go on. Chromium 133, Firefox 144. */
  moveBefore?(node: Node, before: Node | null): void;
}

/** Puts elements of one parent in order. From the last to the first, so that each is set before one that stands already. */
function move(parent: Element, wanted: readonly Element[]): void {
  const nodes: ChildNode[] = fill<ChildNode>([...parent.childNodes], wanted);
  let next: ChildNode | null = null;
  for (const node of nodes.toReversed()) {
    if (node.nextSibling !== next) {
      if ((parent as Mover).moveBefore) (parent as Mover).moveBefore?.(node, next);
      else parent.insertBefore(node, next);
    }
    next = node;
  }
}
