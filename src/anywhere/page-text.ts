import { page } from '../content/document.ts';
import { BLOCK, INLINE_EDGE, LINK_EDGE } from '../mentions/edges.ts';
import { ANYWHERE_LIMITS, type PageText } from '../messages/anywhere-contract.ts';

/** Elements that hold no text of the page. */
const UNREAD = new Set('script style noscript template textarea select option button input object iframe svg canvas video audio math head paperkin-badge paperkin-panel paperkin-bar'.split(' '));
/** Elements within a line; all others begin and end one. */
const INLINE = new Set('abbr acronym b bdi bdo big code data dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(' '));
const LINKS = new Set(['a', 'cite']);
/** Edges of these say nothing of where a title ends: search hits are set in them. */
const SILENT = new Set('b em font i mark strong u'.split(' '));
const PAPER = /arxiv|huggingface\.co\/papers|hf\.co\/papers|scirate|doi|\/10\.\d{4}/i;

/** Text of the page and where each part of it stands. */
export interface ReadText extends PageText {
  /** Ascending; where in the text each node begins. */
  readonly begins: readonly number[];
  readonly nodes: readonly Text[];
}

/** Reads all text of a document in page order. Yields at every node; nothing is written to the page. */
export function* readText(root: Element, base: string): Generator<undefined, ReadText> {
  const parts: string[] = [];
  const begins: number[] = [];
  const nodes: Text[] = [];
  const links: PageText['links'][number][] = [];
  const open: { element: Element; mark: string; start: number; isPre: boolean }[] = [];
  let length = 0;
  let isCut = false;
  const put = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  const close = (): void => {
    const { element, mark, start } = open.pop() ?? { element: root, mark: '', start: 0 };
    if (element instanceof HTMLAnchorElement && links.length < ANYWHERE_LIMITS.links) {
      const href = paperBehind(element, base);
      if (href !== undefined && length > start) links.push({ start, end: length, href });
    }
    put(mark);
  };
  // A walker reads the tree itself: a form can hide its children and its name behind its fields.
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => (node instanceof Element && UNREAD.has(nameOf(node)) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    while (open.length > 0 && !contains(open.at(-1)?.element ?? root, node)) close();
    if (node instanceof Text) {
      const { data } = node;
      if (length + data.length > ANYWHERE_LIMITS.text - 64) {
        isCut = true;
        break;
      }
      begins.push(length);
      nodes.push(node);
      put(data.replaceAll(open.at(-1)?.isPre === true ? /[\uE000\uE001]/g : /[\s\uE000\uE001]/g, ' '));
    } else if (node instanceof Element) {
      const name = nameOf(node);
      const mark = LINKS.has(name) ? LINK_EDGE : SILENT.has(name) ? '' : INLINE.has(name) ? INLINE_EDGE : BLOCK;
      put(mark);
      open.push({ element: node, mark, start: length, isPre: name === 'pre' || (open.at(-1)?.isPre ?? false) });
    }
    yield;
  }
  while (open.length > 0) close();
  return { isText: true, text: parts.join(''), links, isCut, begins, nodes };
}

const nameOf = (element: Element): string => (element instanceof HTMLFormElement ? 'form' : element.localName);
const contains = (element: Element, node: Node): boolean => Node.prototype.contains.call(element, node);

/** The address of a link that may lead to a paper. */
function paperBehind(link: HTMLAnchorElement, base: string): string | undefined {
  const href = link.getAttribute('href');
  if (href === null || href.length > ANYWHERE_LIMITS.href || !URL.canParse(href, base)) return undefined;
  const address = new URL(href, base).href;
  return address.length <= ANYWHERE_LIMITS.href && PAPER.test(address) ? address : undefined;
}

/** The range of the page that a stretch of the read text is; undefined where it holds no letter. */
export function rangeOf({ begins, nodes }: Pick<ReadText, 'begins' | 'nodes'>, start: number, end: number): Range | undefined {
  let first = lastUpTo(begins, start);
  if (first < 0 || start >= (begins[first] ?? 0) + (nodes[first]?.data.length ?? 0)) first++;
  const last = lastUpTo(begins, end - 1);
  const [from, to] = [nodes[first], nodes[last]];
  if (from === undefined || to === undefined || first > last) return undefined;
  const range = page.createRange();
  range.setStart(from, Math.max(0, start - (begins[first] ?? 0)));
  range.setEnd(to, Math.min(to.data.length, end - (begins[last] ?? 0)));
  return range.collapsed ? undefined : range;
}

/** The place of the last of ascending numbers that is at most `most`; -1 for none. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
