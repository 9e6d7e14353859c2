/** One paper of a saved listing page. */
export interface ListingEntry {
  readonly title: string;
  readonly abstract: string;
  /** Line of the title, counted from 1. */
  readonly line: number;
}

/** A source of a collection is not what it should be; the message names the source and its line, counted from 1. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly line: number;

  constructor(source: 'listing' | 'identities', line: number, problem: string) {
    super(`${source}, line ${line}: ${problem}`);
    this.line = line;
  }
}

/**
 * Reads a paper listing saved as text: a few promotional lines, the page's "Subscribe" glued to the first title, then
 * title and abstract by turns, one line each. Nothing is repaired: one line lost or added would give every later title
 * the abstract of another paper.
 *
 * @throws SourceError at the first line that cannot be right.
 */
export function parseListing(text: string): ListingEntry[] {
  if (text.length > longestText) throw new SourceError('listing', 1, `more than ${longestText} characters`);
  const lines = text.replace(/^\uFEFF/, '').replace(/(?:\r?\n)+$/, '').split(/\r?\n/);
  const first = firstTitle(lines);
  const entries: ListingEntry[] = [];
  const seen = new Map<string, number>();
  for (let i = first; i < lines.length; i += 2) {
    const title = readLine(lines, i).slice(i === first ? glued.length : 0).trim();
    const line = i + 1;
    if (title === '') throw new SourceError('listing', line, 'an empty title');
    if (title.length > longestTitle) throw new SourceError('listing', line, `a title of ${title.length} characters: an abstract in a title's place?`);
    if (i + 1 === lines.length) throw new SourceError('listing', line, 'the last title has no abstract');
    const abstract = readLine(lines, i + 1).trim();
    if (abstract.length < shortestAbstract || abstract.length <= title.length)
      throw new SourceError('listing', line + 1, `an abstract of ${abstract.length} characters: a title in an abstract's place?`);
    const same = title.toLowerCase().replace(/\s+/g, ' ');
    const before = seen.get(same);
    if (before !== undefined) throw new SourceError('listing', line, `the title of line ${before} again`);
    seen.set(same, line);
    entries.push({ title, abstract, line });
  }
  return entries;
}

/** The promotional lines end where "Subscribe" and the first title meet. */
function firstTitle(lines: readonly string[]): number {
  const at = lines.slice(0, longestHead + 1).findIndex((line) => line.startsWith(glued));
  if (at < 0) throw new SourceError('listing', 1, `none of the first ${longestHead + 1} lines begins with "${glued}"`);
  const long = lines.slice(0, at).findIndex((line) => line.length > longestTitle);
  if (long >= 0) throw new SourceError('listing', long + 1, 'an abstract before the first title');
  return at;
}

function readLine(lines: readonly string[], at: number): string {
  const line = lines[at] ?? '';
  if (line.length > longestLine) throw new SourceError('listing', at + 1, `more than ${longestLine} characters in one line`);
  if (unprintable.test(line)) throw new SourceError('listing', at + 1, 'a control or replacement character');
  return line;
}

const glued = 'Subscribe';
const longestHead = 8;
const longestTitle = 300;
const shortestAbstract = 80;
const longestLine = 12_000;
const longestText = 50_000_000;
const unprintable = /[\p{Cc}\uFFFD]/u;
