import type { List } from '../sites/site.ts';
import { adopt } from './page-sheet.ts';
import { Places } from './places.ts';
import type { Row } from './rows.ts';

/** How an entry is shown besides its place. */
export type Look = 'dim' | 'gone';

const LOOK = 'data-paperkin-row';

interface Item {
  readonly row: Row;
  readonly parent: Element;
  readonly elements: readonly Element[];
}

/**
 * The lists of a page as the lens shows them, and as the page had them. Entries change places only among themselves and
 * within their own list; whatever else stands between them (headings, days, notes) keeps its place.
 */
export class Arrangement {
  #places: Places;
  /** The entries of each list in the page's own order. */
  #home = new Map<Element, Item[]>();
  #items = new Map<Row, Item>();
  #list: List;
  /** List items that were given the number they had. */
  #numbered = new Set<Element>();

  constructor(list: List) {
    this.#list = list;
    this.#places = new Places(list.sort);
  }

  /** How many entries can be arranged. */
  get size(): number {
    return this.#items.size;
  }

  has(row: Row): boolean {
    return this.#items.has(row);
  }

  elements(row: Row): readonly Element[] {
    return this.#items.get(row)?.elements ?? [];
  }

  /** Follows the page: `rows` are all its entries as they now stand. */
  learn(rows: readonly Row[]): void {
    const still = new Set(rows);
    for (const [row, item] of this.#items) if (!still.has(row) || item.elements.some(({ parentElement }) => parentElement !== item.parent)) this.#forget(item);
    const lists = new Map<Element, Item[]>();
    for (const row of rows) {
      const item = this.#items.get(row) ?? this.#item(row);
      if (item) (lists.get(item.parent) ?? start(lists, item.parent)).push(item);
    }
    for (const [parent, items] of lists) this.#home.set(parent, atHome(this.#home.get(parent) ?? [], items));
  }

  /** Sorts each list; null gives every entry its own place back. Entries that compare the same keep the page's order. */
  sort(compare: ((a: Row, b: Row) => number) | null): void {
    for (const [parent, home] of this.#home) {
      const order = compare === null ? home : home.toSorted((a, b) => compare(a.row, b.row));
      if (compare === null) this.#places.reset(parent, order.flatMap(({ elements }) => elements));
      else this.#places.set(parent, order.flatMap(({ elements }) => elements));
    }
    this.#number(compare !== null);
  }

  /** Shows each entry as `look` says; null as the page does, undefined as it is shown now. */
  show(look: (row: Row) => Look | null | undefined): void {
    let hidden = false;
    for (const { row, elements } of this.#items.values()) {
      const wanted = read(look(row), elements);
      if (wanted !== null) looks ??= adopt(LOOKS);
      hidden ||= wanted === 'gone';
      for (const element of elements) write(element, LOOK, wanted);
    }
    this.#number(hidden || this.#places.changed);
  }

  /** Gives the page back as it was. */
  restore(): void {
    this.sort(null);
    this.show(() => null);
    this.#places.clear();
  }

  #item(row: Row): Item | undefined {
    const elements = this.#list.row(row.title);
    const parent = elements[0]?.parentElement;
    if (!parent) return undefined;
    const item = { row, parent, elements };
    this.#items.set(row, item);
    return item;
  }

  #forget(item: Item): void {
    this.#items.delete(item.row);
    for (const element of item.elements) {
      write(element, LOOK, null);
      this.#places.forget(element);
      if (element.localName === 'li' && this.#numbered.delete(element)) element.removeAttribute('value');
    }
    const home = this.#home.get(item.parent)?.filter((other) => other !== item) ?? [];
    if (home.length > 0) this.#home.set(item.parent, home);
    else this.#home.delete(item.parent);
  }

  /** The items of a numbered list keep their numbers, wherever they stand and whatever is hidden. */
  #number(keep: boolean): void {
    for (const element of this.#numbered) if (!keep) element.removeAttribute('value');
    if (!keep) return this.#numbered.clear();
    for (const [parent, home] of this.#home) {
      const items = home.flatMap(({ elements }) => elements);
      if (parent.localName !== 'ol' || items.some(({ localName }) => localName !== 'li') || parent.childElementCount !== items.length) continue;
      const first = Number.parseInt(parent.getAttribute('start') ?? '1', 10) || 1;
      items.forEach((element, i) => {
        if (element.hasAttribute('value')) return;
        element.setAttribute('value', String(first + i));
        this.#numbered.add(element);
      });
    }
  }
}

function read(wanted: Look | null | undefined, [element]: readonly Element[]): Look | null {
  return wanted === undefined ? ((element?.getAttribute(LOOK) as Look | null | undefined) ?? null) : wanted;
}

function start(lists: Map<Element, Item[]>, parent: Element): Item[] {
  const items: Item[] = [];
  lists.set(parent, items);
  return items;
}

/**
 * The page's own order once entries have come: those at the end of the list as it stands (`now`) are its last, any other
 * comes after the one it stands behind.
 */
function atHome(home: readonly Item[], now: readonly Item[]): Item[] {
  const known = new Set(home);
  const lastKnown = now.findLastIndex((item) => known.has(item));
  const all = [...home];
  now.forEach((item, i) => {
    if (known.has(item)) return;
    const before = now[i - 1];
    if (i > lastKnown) all.push(item);
    else all.splice(before ? all.indexOf(before) + 1 : 0, 0, item);
  });
  return all;
}

function write(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * Dimmed is still read, and comes back under the pointer or the focus. What a link inside the page leads to is shown
 * even if hidden. On paper the page is as it was.
 */
const LOOKS = `@media screen {
  [${LOOK}='dim']:not(:hover, :focus-within, :has(+ [${LOOK}='dim']:hover)) { opacity: 0.45 !important; }
  [${LOOK}='gone']:not(:target, :has(:target), :has(:target) + [${LOOK}='gone']) { display: none !important; }
}`;

let looks: CSSStyleSheet | undefined;
