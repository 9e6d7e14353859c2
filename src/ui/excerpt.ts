import type { MarkedText } from '../paper/paper.ts';

/** About `length` characters of a text, whole words from a little before its first mark on; an ellipsis where it was cut. */
export function excerpt(value: MarkedText, length = 200): MarkedText {
  const { text, marks } = value;
  if (text.length <= length) return value;
  const first = marks[0]?.[0] ?? 0;
  const from = first <= length / 2 ? 0 : wordStart(text, first - Math.floor(length / 4));
  const to = from + length >= text.length ? text.length : wordEnd(text, from + length);
  const lead = from > 0 ? '… ' : '';
  const shift = lead.length - from;
  const kept = marks.filter(([start, end]) => start >= from && end <= to);
  return {
    text: `${lead}${text.slice(from, to)}${to < text.length ? ' …' : ''}`,
    marks: kept.map(([start, end]) => [start + shift, end + shift] as const),
  };
}

const wordStart = (text: string, near: number): number => {
  const space = text.indexOf(' ', near);
  return space < 0 || space > near + 40 ? near : space + 1;
};
const wordEnd = (text: string, near: number): number => {
  const space = text.lastIndexOf(' ', near);
  return space < near - 40 ? near : space;
};
