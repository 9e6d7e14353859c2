import { linkTarget } from './address.ts';
import type { Block, CitedEntry, Run } from '../references/reference.ts';
import { following, readingOf, visibleText } from './title-text.ts';

/** As the sizes of {@link CitedEntry}; what is longer is cut before any work. In UTF-16 units. */
const TEXT = 3000;
const LINK = 600;
const MOST_LINKS = 40;
const MOST_RUNS = 60;
const TITLE = 512;
const LABEL = 100;
const MOST_NODES = 5000;
const MOST_BLOCKS = 30;
/** Labels ("[12]"), and what LaTeXML says of its own: where the entry is cited. */
const NOT_SAID = '.ltx_tag, .ltx_bibtag, .ltx_bib_cited';

/** An entry of a bibliography as LaTeXML writes it, of any age; undefined for one that says nothing. */
export function citedEntry(item: Element, url: URL): CitedEntry | undefined {
  let left = TEXT;
  const blocks = blockElements(item).flatMap((element): Block[] => {
    const block = blockOf(element, left);
    left -= block.text.length;
    return block.text === '' ? [] : [block];
  });
  if (blocks.length === 0) return undefined;
  const [title, authors] = ['.ltx_bib_title', '.ltx_bib_author'].map((name) => markedText(item, name));
  return { blocks, ...(title && { title }), ...(authors && { authors }), label: labelOf(item), links: linksOf(item, url) };
}

/** Where the title stands, as far as an entry shows it by its form alone: marked, or in the second of several blocks. */
export function titlePlace(item: Element): Element {
  const blocks = blockElements(item);
  return markedElement(item, '.ltx_bib_title')?.closest('.ltx_bibblock') ?? blocks[1] ?? blocks[0] ?? item;
}

/** An entry without blocks is one. */
function blockElements(item: Element): Element[] {
  const blocks = [...item.querySelectorAll('.ltx_bibblock')].slice(0, MOST_BLOCKS).filter((block) => !block.parentElement?.closest('.ltx_bibblock') && !block.matches(NOT_SAID));
  return blocks.length > 0 ? blocks : [item];
}

/** In older pages a label bears the same classes. */
const markedElement = (item: Element, name: string): Element | undefined => [...item.querySelectorAll(name)].find((element) => element.closest(NOT_SAID) === null);

function markedText(item: Element, name: string): string {
  const element = markedElement(item, name);
  return element === undefined ? '' : visibleText(element, TITLE);
}

/** "[12]", "Kingma and Ba [2015]"; a label without a blank is no name. */
function labelOf(item: Element): string {
  const tag = item.querySelector('.ltx_tag');
  const label = tag === null ? '' : visibleText(tag, LABEL);
  return /\s/.test(label) ? label : '';
}

function linksOf(item: Element, url: URL): string[] {
  const links = [...item.querySelectorAll('a[href]')].filter((link) => link.closest(NOT_SAID) === null).slice(0, MOST_LINKS);
  return links.flatMap((link) => linkTarget(link, url)?.href.slice(0, LINK) ?? []);
}

function blockOf(element: Element, most: number): Block {
  let text = '';
  const runs: Run[] = [];
  const open: { readonly kind: Run['kind']; readonly element: Element; readonly start: number }[] = [];
  let node: Node | null = element.firstChild;
  for (let left = MOST_NODES; node !== null && left > 0 && text.length < most; left -= 1) {
    for (let last = open.at(-1); last !== undefined && !last.element.contains(node); last = open.at(-1)) {
      open.pop();
      runs.push({ kind: last.kind, start: last.start, end: text.length });
    }
    const reading = isUnsaid(node) ? '' : readingOf(node, TEXT);
    if (reading === undefined) for (const kind of kindsOf(node as Element)) open.push({ kind, element: node as Element, start: text.length });
    else text = joined(text, reading.replaceAll(/\s+/g, ' '));
    node = following(node, element, reading === undefined);
  }
  for (const { kind, start } of open) runs.push({ kind, start, end: text.length });
  return trimmed(text.slice(0, most), runs);
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
function trimmed(text: string, runs: readonly Run[]): Block {
  const whole = text.trimEnd();
  const within = runs.flatMap(({ kind, start, end }) => {
    const said = whole.slice(start, end);
    const from = start + said.length - said.trimStart().length;
    return said.trim() === '' ? [] : [{ kind, start: from, end: from + said.trim().length }];
  });
  return { text: whole, runs: within.sort((a, b) => a.start - b.start).slice(0, MOST_RUNS) };
}
