import { cutText } from '../paper/cut-text.ts';

/** Tag of the element that a badge lives in. It is appended inside title elements and is no part of a title. */
export const BADGE_TAG = 'paperkin-badge';
/** Tags of the smaller mark beside a citation, and of the line beside a bibliography's heading. */
export const CITATION_TAG = 'paperkin-citation';
export const SUMMARY_TAG = 'paperkin-summary';

const TITLE_LENGTH = 512;
/** Enough for any title as a formula renderer leaves it; a page cannot make us walk further. */
const MOST_NODES = 20_000;
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
const UNREAD_TAGS = new Set([BADGE_TAG, CITATION_TAG, SUMMARY_TAG, 'button', 'input', 'noscript', 'object', 'select', 'style', 'svg', 'template', 'textarea']);
/** Labels ("Title:"), badges, text for screen readers only, footnotes, and the visible half of KaTeX. */
const UNREAD_CLASSES = new Set(['badge', 'chip', 'descriptor', 'is-sr-only', 'katex-html', 'label', 'ltx_note', 'sr-only', 'tag', 'visually-hidden']);

/**
 * The title that an element shows: one line of plain text, formulas as `$TeX$` whether or not MathJax has run, at most
 * 512 code points. Empty where the element shows none.
 */
export function titleText(element: Element): string {
  return visibleText(element, TITLE_LENGTH);
}

/** The same reading for longer text such as an abstract; `most` in code points. */
export function visibleText(element: Element, most: number): string {
  // A form can hide its own members behind its fields' names, and no title holds one.
  if (element.querySelector('form') !== null) return '';
  const parts: string[] = [];
  let length = 0;
  let node: Node | null = element.firstChild;
  for (let left = MOST_NODES; node !== null && left > 0 && length < most * 4; left -= 1) {
    const reading = readingOf(node, most);
    if (reading !== undefined) {
      parts.push(reading);
      length += reading.length;
    }
    node = following(node, element, reading === undefined);
  }
  return cutText(parts.join('').replaceAll(/\s+/g, ' ').trim(), most).trimEnd();
}

/** What stands for a node and all it holds; undefined where its children are to be read. At most four times `most` units. */
export function readingOf(node: Node, most: number): string | undefined {
  if (node.nodeType === TEXT_NODE) return (node.nodeValue ?? '').slice(0, most * 4);
  if (node.nodeType !== ELEMENT_NODE) return '';
  const element = node as Element;
  switch (element.localName) {
    case 'br':
    case 'wbr':
      return element.localName === 'br' ? ' ' : '';
    case 'script':
      return texOfScript(element);
    case 'math':
      return texOfMath(element);
    case 'mjx-container': {
      const math = element.querySelector('math');
      return math === null ? '' : texOfMath(math);
    }
    default:
      return isUnread(element) ? '' : undefined;
  }
}

function isUnread(element: Element): boolean {
  if (UNREAD_TAGS.has(element.localName) || element.hasAttribute('hidden')) return true;
  for (const name of element.classList) {
    // MathJax 2 puts its output beside the script that keeps the TeX; "mathjax" in small letters marks text still to be set.
    if (UNREAD_CLASSES.has(name) || name.startsWith('MathJax') || name.startsWith('MJX')) return true;
  }
  return false;
}

function texOfScript(script: Element): string {
  const type = script.getAttribute('type') ?? '';
  if (!type.startsWith('math/tex')) return '';
  const sign = type.includes('mode=display') ? '$$' : '$';
  return `${sign}${script.textContent}${sign}`;
}

function texOfMath(math: Element): string {
  const tex = math.getAttribute('alttext') ?? math.querySelector('annotation[encoding="application/x-tex"]')?.textContent;
  return tex === undefined ? (math.textContent ?? '').replaceAll(/\s+/g, '') : `$${tex.trim()}$`;
}

/** The next node in document order inside `root`, into `node` or past it. */
export function following(node: Node, root: Element, into: boolean): Node | null {
  if (into && node.firstChild !== null) return node.firstChild;
  for (let at: Node | null = node; at !== null && at !== root; at = at.parentNode) {
    if (at.nextSibling !== null) return at.nextSibling;
  }
  return null;
}
