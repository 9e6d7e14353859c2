import { BLOCK, INLINE_EDGE, LINK_EDGE } from './edges.ts';

/**
 * How clearly a title is set off on one side: by the edge of a block or link, quotes or a full stop; weakly, as a list of
 * things in a sentence is; or not at all, so that it may be part of a longer title.
 */
export type Setting = 'strong' | 'weak' | 'none';

const MOST_SKIPPED = 8;

/** What stands before `start`. */
export function settingBefore(text: string, start: number): Setting {
  const { char, at, isLinkEdge } = beside(text, start - 1, -1);
  if (char === '' || char === BLOCK || isLinkEdge) return 'strong';
  if ('“„«”"|•·▪◦‣*'.includes(char)) return 'strong';
  if (']).?!'.includes(char)) return 'strong';
  if (char === ':' && /(?:^|[^\p{L}])(?:titles?|papers?|articles?|references?|refs?|sources?|preprint|see|read|cites?|citation)$/iu.test(text.slice(Math.max(0, at - 14), at))) return 'strong';
  return ",;:([‘'-–—/".includes(char) ? 'weak' : 'none';
}

/** What stands after `end`. A colon or a dash begins a subtitle, and the title is another. */
export function settingAfter(text: string, end: number): Setting {
  const { char, at, isLinkEdge } = beside(text, end, 1);
  if (char === '' || char === BLOCK || isLinkEdge) return 'strong';
  if ('“”"»|•·'.includes(char)) return 'strong';
  const next = beside(text, at + 1, 1);
  const isLast = text.charAt(at + 1) === '' || /\s/.test(text.charAt(at + 1)) || next.isLinkEdge || '”"»'.includes(next.char);
  if (char === '.') return isLast ? 'strong' : 'none';
  if (char === ',' && '”"»'.includes(text.charAt(at + 1)) && text.charAt(at + 1) !== '') return 'strong';
  if (",;)][(?!’'".includes(char)) return 'weak';
  return /^by \p{Lu}/u.test(text.slice(at, at + 4)) ? 'weak' : 'none';
}

/** The first character that is neither blank nor an edge of style. */
function beside(text: string, from: number, step: 1 | -1): { char: string; at: number; isLinkEdge: boolean } {
  let at = from;
  for (let skipped = 0; skipped < MOST_SKIPPED; skipped++, at += step) {
    const char = text.charAt(at);
    if (char === LINK_EDGE) return { char, at, isLinkEdge: true };
    if (char !== ' ' && char !== '\u00A0' && char !== '\t' && char !== INLINE_EDGE) return { char, at, isLinkEdge: false };
  }
  return { char: text.charAt(at), at, isLinkEdge: false };
}

const AROUND = 250;

/** The text around a place as far as it tells of the same paper: the block it stands in and those beside it. */
export function neighbourhood(text: string, start: number, end: number): string {
  return `${secondLast(text.slice(Math.max(0, start - AROUND), start))} ${secondFirst(text.slice(end, end + AROUND))}`;
}

/** The block that a place stands in, as far as it goes after the place. */
export function restOfBlock(text: string, end: number, most: number): string {
  const [rest = ''] = text.slice(end, end + most).split(BLOCK, 1);
  return rest.replaceAll(LINK_EDGE, '').replaceAll(INLINE_EDGE, '');
}

const secondLast = (before: string): string => before.split(BLOCK).filter((block) => block.trim() !== '').slice(-2).join(' ');
const secondFirst = (after: string): string => after.split(BLOCK).filter((block) => block.trim() !== '').slice(0, 2).join(' ');
