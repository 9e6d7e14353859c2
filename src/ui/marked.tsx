import type { MarkedText } from '../paper/paper.ts';

/** Text with its marked stretches as `<mark>`. Only text nodes; a mark outside the text, or over an earlier one, is left out. */
export function Marked({ value }: { readonly value: MarkedText }) {
  const { text, marks } = value;
  const parts = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) parts.push(text.slice(at, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  if (at < text.length) parts.push(text.slice(at));
  return <>{parts}</>;
}

/** Plain text in the shape of marked text. */
export const plain = (text: string): MarkedText => ({ text, marks: [] });
