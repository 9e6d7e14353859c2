import { ListingReader } from '../formats/listing.ts';

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
 * Reads a saved listing, of which every line must be right. Nothing is repaired: one line lost or added would give every
 * later title the abstract of another paper.
 *
 * @throws SourceError at the first line that cannot be right.
 */
export function parseListing(text: string): ListingEntry[] {
  if (text.length > longestText) throw new SourceError('listing', 1, `more than ${longestText} characters`);
  const reader = new ListingReader();
  const entries: ListingEntry[] = [];
  const seen = new Map<string, number>();
  for (const found of [...reader.push(text.replace(/(?:\r?\n)+$/, '')), ...reader.end()]) {
    if (found.kind === 'wrong') throw new SourceError('listing', found.line, found.reason);
    const { title, abstract, line } = found;
    const same = title.toLowerCase().replace(/\s+/g, ' ');
    const before = seen.get(same);
    if (before !== undefined) throw new SourceError('listing', line, `the title of line ${before} again`);
    seen.set(same, line);
    entries.push({ title, abstract, line });
  }
  return entries;
}

const longestText = 50_000_000;
