import { EXCERPT } from '../draft.ts';

export const [NEWLINE, QUOTE, HASH, OPEN_ROUND, CLOSE_ROUND, COMMA, EQUALS, AT, BACKSLASH, OPEN, CLOSE] = [10, 34, 35, 40, 41, 44, 61, 64, 92, 123, 125] as const;

export function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0;
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Where in a file a reader stands, over chunks, and the beginning of the entry it stands in. */
export class Place {
  /** From 1. */
  line = 1;
  /** Nothing but blanks so far in this line. */
  isLineStart = true;
  /** Units of the file before this chunk. */
  #before = 0;
  #chunk = '';
  #excerpt = '';
  #excerptFrom = 0;

  beginChunk(chunk: string): void {
    this.#chunk = chunk;
    this.#excerptFrom = 0;
  }

  endChunk(): void {
    this.#excerpt = this.excerptTo(this.#chunk.length);
    this.#before += this.#chunk.length;
    this.#chunk = '';
  }

  pass(code: number): void {
    if (code === NEWLINE) {
      this.line++;
      this.isLineStart = true;
    } else if (!isBlank(code)) this.isLineStart = false;
  }

  /** Units of the file before this place of the chunk. */
  readTo(at: number): number {
    return this.#before + at;
  }

  /** The excerpt begins with this text and goes on at this place of the chunk. */
  beginExcerpt(text: string, at: number): void {
    this.#excerpt = text;
    this.#excerptFrom = at;
  }

  /** The entry so far, up to this place of the chunk, cut to {@link EXCERPT}. */
  excerptTo(end: number): string {
    const room = EXCERPT - this.#excerpt.length;
    return room > 0 ? this.#excerpt + this.#chunk.slice(this.#excerptFrom, Math.min(end, this.#excerptFrom + room)) : this.#excerpt;
  }
}

/** Counts braces; those behind a backslash do not count. */
export class Braces {
  #depth = 0;
  #isEscaped = false;

  open(): void {
    this.#depth = 0;
    this.#isEscaped = false;
  }

  /** Whether this character closes what {@link open} opened: `closing` at depth 0. */
  closes(code: number, closing: number): boolean {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === BACKSLASH) this.#isEscaped = true;
    else if (code === OPEN) this.#depth++;
    else if (code === CLOSE && this.#depth > 0) this.#depth--;
    else return code === closing && this.#depth === 0;
    return false;
  }
}
