import type { MarkedText } from '../paper/paper.ts';

/**
 * A stretch of about `length` characters (at least 100) where the marks stand closest, cut between words, with an ellipsis at each cut.
 * Different marked words count more than one word repeated; of equal stretches the first is taken.
 */
export function excerpt({ text, marks }: MarkedText, length = 200): MarkedText {
  if (text.length <= length + slack) return { text, marks };
  const from = bestStart(text, marks, length);
  const start = cutBefore(text, from);
  const end = cutAfter(text, from + length);
  const head = start > 0 ? '…' : '';
  const shift = head.length - start;
  return {
    text: head + text.slice(start, end) + (end < text.length ? '…' : ''),
    marks: marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from + shift, to + shift] as const),
  };
}

/** Slides a window over the marks; the best one is centred. */
function bestStart(text: string, marks: MarkedText['marks'], length: number): number {
  let best = 0;
  let from = 0;
  let to = 0;
  for (let first = 0; first < marks.length; first++) {
    const start = marks[first]?.[0] ?? 0;
    const kinds = new Set<string>();
    let count = 0;
    let end = start;
    for (let i = first; i < marks.length; i++) {
      const mark = marks[i];
      if (mark === undefined || mark[1] > start + length - 2 * margin) break;
      kinds.add(text.slice(mark[0], mark[1]).toLowerCase());
      count++;
      end = mark[1];
    }
    const worth = kinds.size * 10 + Math.min(count, 9);
    if (worth > best) [best, from, to] = [worth, start, end];
  }
  const centred = Math.round((from + to - length) / 2);
  return Math.max(0, Math.min(centred, text.length - length));
}

/** The start of the word at `at`; 0 where it begins near enough. */
function cutBefore(text: string, at: number): number {
  if (at <= slack) return 0;
  const gap = text.lastIndexOf(' ', at);
  return gap >= at - margin ? gap + 1 : between(text, at);
}

/** The end of the word before `at`, without the space; the whole text where little is left. */
function cutAfter(text: string, at: number): number {
  if (at >= text.length - slack) return text.length;
  const gap = text.lastIndexOf(' ', at);
  return gap >= at - margin ? gap : between(text, at);
}

/** Not inside a surrogate pair. */
function between(text: string, at: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}

/** Kept free around the marks, and as far as a cut goes to meet a word boundary. */
const margin = 30;
/** Nothing is cut off for fewer characters than these. */
const slack = 20;
