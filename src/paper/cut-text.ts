/** The first `max` code points of a text, so that no surrogate pair is split. Looks at no more than it keeps. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  for (let points = 0; points < max && end < text.length; points++) end += (text.codePointAt(end) ?? 0) > 0xff_ff ? 2 : 1;
  return text.slice(0, end);
}
