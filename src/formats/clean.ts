import { cutText } from '../paper/cut-text.ts';

/** Text and whether anything of it was cut off. */
export interface Cut {
  readonly text: string;
  readonly isCut: boolean;
}

/** Controls that turn the direction of the text around them: in a title they can only deceive. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** A text for one line: no line breaks, controls or lone surrogates, blanks single, at most `max` code points. */
export function oneLine(text: string, max: number): Cut {
  // Cut before any work; what blanks take up is not counted twice.
  const short = cutText(text, 4 * max);
  const line = wellFormed(short).replace(TURNING, '').replace(/[\s\p{Cc}\uFEFF]+/gu, ' ').trim();
  const cut = cutText(line, max).trimEnd();
  return { text: cut, isCut: short.length < text.length || cut.length < line.length };
}

/** A text of several lines: line breaks are `\n`, tabs stay, other controls go, at most `max` code points. */
export function manyLines(text: string, max: number): Cut {
  const short = cutText(text, 2 * max);
  const lines = wellFormed(short).replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '').trim();
  const cut = cutText(lines, max).trimEnd();
  return { text: cut, isCut: short.length < text.length || cut.length < lines.length };
}

/** Lines wrapped by a program to paragraphs: a single line break is a blank, an empty line parts paragraphs. */
export function paragraphs(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[\t ]*(?:\n[\t ]*)+/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** Lone surrogates cannot be stored by every file or database. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}
