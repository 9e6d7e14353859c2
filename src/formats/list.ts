import { findArxivId } from '../paper/find-id.ts';
import { parseArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import { type Draft, finishDraft, problem } from './draft.ts';
import type { Format, Parsed, Parser } from './format.ts';
import { type Line, Lines } from './lines.ts';

const LONGEST_LINE = 4_096;
const LONGEST_TITLE = 300;
/** What stands before an entry of a list: `-`, `*`, `1.`, `[1]`. */
const BULLET = /^\s{0,40}(?:(?:[-*•+–]|\d{1,4}[.)]|\[\d{1,4}\]|\[[ x]\])\s{1,20}){0,2}/;
const ADDRESS = /https?:\/\/[^\s<>"()[\]]{1,2000}(?:\([^\s<>"()]{1,100}\)[^\s<>"()]{0,200})?/gi;

/** A list that somebody pasted: arXiv ids, addresses, DOIs or titles, one in a line; ids also several. */
export const list: Format = {
  id: 'list',
  name: 'list of ids, addresses or titles',
  extensions: ['txt', 'md'],
  likeness(head, fileName) {
    const lines = head.slice(0, 20_000).split(/\r?\n/, 200).filter((line) => line.trim() !== '');
    // The last may be cut off.
    const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
    if (whole.some((line) => line.length > LONGEST_LINE || /(?![\t\f])\p{Cc}/u.test(line))) return 0;
    const naming = whole.filter((line) => readLine(line).some(({ ids = [] }) => ids.length > 0)).length;
    if (naming >= whole.length / 2) return 0.6;
    return (fileName === '' || /\.(?:txt|md)$/i.test(fileName)) && whole.every((line) => line.length <= LONGEST_TITLE) ? 0.15 : 0;
  },
  parser: () => new ListParser(),
};

class ListParser implements Parser {
  readonly #lines = new Lines(LONGEST_LINE);

  push(chunk: string): Iterable<Parsed> {
    return readLines(this.#lines.push(chunk));
  }

  end(): Iterable<Parsed> {
    return readLines(this.#lines.end());
  }
}

function* readLines(lines: Iterable<Line>): Generator<Parsed, void> {
  for (const { text, number, isCut } of lines) {
    if (text.trim() === '') continue;
    const drafts = readLine(text);
    if (isCut || drafts.length === 0) yield problem(number, 'it names no paper: no id, and nothing that could be a title', text);
    else for (const draft of drafts) yield finishDraft(draft, number, text);
  }
}

/** The papers that a line names. */
function readLine(text: string): Draft[] {
  const line = text.replace(BULLET, '').trim();
  const words = line.split(/[\s,;|]+/).filter((word) => word !== '');
  const ids = words.map(idOf);
  if (words.length > 0 && ids.every((id) => id !== undefined)) return [...new Set(ids)].map((id, at) => ({ ids: [id], url: urlOf(words[at]) }));
  const rest = titleOf(line);
  const named = findArxivId(line)?.id ?? words.map((word) => parseDoi(word.replace(/^[(<[]+/, ''))).find((doi) => doi !== undefined);
  if (named !== undefined) return [{ ids: [named], ...(isTitle(rest) && { title: rest }), url: urlOf(line.match(ADDRESS)?.[0]) }];
  // An address of something else is no paper that we could name.
  return isTitle(line) && !/https?:\/\//i.test(line) ? [{ title: line }] : [];
}

/** The arXiv id or DOI that a word is. */
function idOf(word: string): string | undefined {
  const bare = trimmed(word, '(<["\')>].');
  return parseArxivId(bare)?.id ?? findArxivId(bare)?.id ?? parseDoi(bare);
}

/** The line without its ids and addresses; of a Markdown link the text. */
function titleOf(line: string): string {
  const bare = line
    .replace(/\[([^[\]]{1,512})\]\([^()\s]{1,2000}\)/g, '$1')
    .replace(ADDRESS, ' ')
    .replace(/\b(?:arxiv|doi)\s{0,3}[:.]\s{0,3}[^\s()[\]]{5,300}(?:\s{0,3}\[[a-z.-]{2,20}\])?/gi, ' ')
    .replace(/\b10\.\d{4,9}\/\S{1,300}/g, ' ')
    .replace(/\(\s{0,40}\)|\[\s{0,40}\]|<\s{0,40}>/g, ' ')
    .replace(/\*{2}|__/g, '');
  return trimmed(bare, ' \t:;,|–—-');
}

/** Without these signs at both ends; one pass, where a regular expression would try each of them anew. */
function trimmed(text: string, signs: string): string {
  let [start, end] = [0, text.length];
  while (start < end && signs.includes(text.charAt(start))) start++;
  while (end > start && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function isTitle(text: string): boolean {
  return text.length >= 3 && text.length <= LONGEST_TITLE && /\p{L}{2}/u.test(text);
}

function urlOf(word = ''): string | undefined {
  return /^https?:\/\//i.test(word) ? trimmed(word, '.,;:!?\'"') : undefined;
}
