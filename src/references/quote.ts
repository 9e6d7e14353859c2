const PAIRS: readonly (readonly [open: string, close: string])[] = [['“', '”'], ['„', '“'], ['«', '»'], ['"', '"'], ['``', "''"], ['‘‘', '’’']];
/** What follows a title that the quotation marks hold whole; a colon or more words would be the rest of the title. */
const AFTER = /^\s*(?:$|[.,;(]|in:?\s|\d{4}|arxiv|http|ph\.?d|tech|master)/i;

/** Stretches of one text, and closing marks that one may end at: no entry has more. */
const MOST = 12;

export interface Quoted {
  readonly start: number;
  /** Just behind the closing mark. */
  readonly end: number;
  readonly text: string;
  /** True where the marks hold all of a title, as far as what follows tells. */
  readonly whole: boolean;
}

/** The stretches of a text in quotation marks, in order; of nested ones the outer. `stops` are where something set apart begins. */
export function quotedIn(text: string, stops: readonly number[] = []): Quoted[] {
  const found: Quoted[] = [];
  let left = MOST * 2;
  for (let from = 0; from < text.length && left-- > 0; ) {
    const next = PAIRS.map(([open, close]) => ({ open, close, at: text.indexOf(open, from) })).filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)[0];
    if (next === undefined) break;
    const quoted = closed(text, next.at, next.open, next.close, stops);
    if (quoted !== undefined) found.push(quoted);
    from = quoted?.end ?? next.at + next.open.length;
  }
  return found;
}

/** To the first closing mark behind which the title is over, else to the first. */
function closed(text: string, at: number, open: string, close: string, stops: readonly number[]): Quoted | undefined {
  const start = at + open.length;
  let first: Quoted | undefined;
  let left = MOST;
  for (let end = text.indexOf(close, start); end >= 0 && end - start < 600 && left-- > 0; end = text.indexOf(close, end + close.length)) {
    const after = end + close.length;
    const inner = text.slice(start, end);
    const isOver = /[,.]\s*$/.test(inner) || AFTER.test(text.slice(after)) || stops.some((stop) => stop >= after && stop <= after + 1);
    const quoted: Quoted = { start: at, end: after, text: inner.trim(), whole: isOver };
    if (isOver) return quoted;
    first ??= quoted;
    if (open === close) break;
  }
  return first;
}
