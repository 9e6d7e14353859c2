import { following, readingOf } from './title-text.ts';

/** A stretch of an entry that its page sets apart, [start, end) in the text. */
export interface Run {
  readonly kind: 'italic' | 'bold' | 'link';
  readonly start: number;
  readonly end: number;
}

/** One block of a bibliography's entry: one line of text, formulas as `$TeX$`, with the stretches it sets apart. */
export interface Block {
  readonly element: Element;
  readonly text: string;
  readonly runs: readonly Run[];
}

/** No entry is longer; what is, is cut before any work. In UTF-16 units. */
const BLOCK_LENGTH = 3000;
const MOST_NODES = 5000;
const MOST_BLOCKS = 30;
/** Labels ("[12]"), and what LaTeXML says of its own: where the entry is cited. */
const NOT_SAID = '.ltx_tag, .ltx_bibtag, .ltx_bib_cited';

/** The blocks of an entry that say something, in order; an entry without blocks is one. */
export function blocksOf(item: Element): Block[] {
  const marked = [...item.querySelectorAll('.ltx_bibblock')].slice(0, MOST_BLOCKS).filter((block) => block.parentElement?.closest('.ltx_bibblock') === null && !block.matches(NOT_SAID));
  const elements = marked.length > 0 ? marked : [item];
  return elements.map(blockOf).filter(({ text }) => text !== '');
}

function blockOf(element: Element): Block {
  let text = '';
  const runs: Run[] = [];
  const open: { readonly kind: Run['kind']; readonly element: Element; readonly start: number }[] = [];
  let node: Node | null = element.firstChild;
  for (let left = MOST_NODES; node !== null && left > 0 && text.length < BLOCK_LENGTH; left -= 1) {
    for (let last = open.at(-1); last !== undefined && !last.element.contains(node); last = open.at(-1)) {
      open.pop();
      runs.push({ kind: last.kind, start: last.start, end: text.length });
    }
    const reading = isUnsaid(node) ? '' : readingOf(node, BLOCK_LENGTH);
    if (reading === undefined) for (const kind of kindsOf(node as Element)) open.push({ kind, element: node as Element, start: text.length });
    else text = joined(text, reading.replaceAll(/\s+/g, ' '));
    node = following(node, element, reading === undefined);
  }
  for (const { kind, start } of open) runs.push({ kind, start, end: text.length });
  return trimmed(element, text.slice(0, BLOCK_LENGTH), runs);
}

const isUnsaid = (node: Node): boolean => node.nodeType === 1 && (node as Element).matches(NOT_SAID);

function joined(text: string, more: string): string {
  return (text === '' || text.endsWith(' ')) && more.startsWith(' ') ? text + more.slice(1) : text + more;
}

function kindsOf(element: Element): Run['kind'][] {
  const kinds: Run['kind'][] = [];
  if (element.localName === 'a' && element.hasAttribute('href')) kinds.push('link');
  if (element.localName === 'em' || element.localName === 'i' || element.classList.contains('ltx_font_italic') || element.classList.contains('ltx_font_slanted')) kinds.push('italic');
  if (element.localName === 'b' || element.localName === 'strong' || element.classList.contains('ltx_font_bold')) kinds.push('bold');
  return kinds;
}

/** Without blanks at either end, of the text and of each run. */
function trimmed(element: Element, text: string, runs: readonly Run[]): Block {
  const whole = text.trimEnd();
  const within = runs.flatMap(({ kind, start, end }) => {
    const said = whole.slice(start, end);
    const from = start + said.length - said.trimStart().length;
    return said.trim() === '' ? [] : [{ kind, start: from, end: from + said.trim().length }];
  });
  return { element, text: whole, runs: within.sort((a, b) => a.start - b.start) };
}

/** All blocks as one. */
export function joinBlocks(element: Element, blocks: readonly Block[]): Block {
  let text = '';
  const runs: Run[] = [];
  for (const block of blocks) {
    if (text !== '') text += ' ';
    for (const { kind, start, end } of block.runs) runs.push({ kind, start: start + text.length, end: end + text.length });
    text += block.text;
  }
  return { element, text, runs };
}
