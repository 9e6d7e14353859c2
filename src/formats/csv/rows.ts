import type { Line } from '../lines.ts';

/** One row of a table. */
export interface Row {
  readonly cells: readonly string[];
  /** Where it begins, from 1. */
  readonly line: number;
  /** As it stands in the file, cut. */
  readonly text: string;
  /** Set where the row cannot be one: a quote that nothing closes. */
  readonly reason?: string;
}

/** A quote that is not closed within so much is a stray one. In UTF-16 units. */
const LONGEST_ROW = 262_144;
const MOST_CELLS = 500;

/**
 * Cuts lines into rows: cells in double quotes may hold the delimiter and line breaks, and two quotes are one
 * (https://www.rfc-editor.org/rfc/rfc4180). A quote that nothing closes costs the line it stands in.
 */
export class Rows {
  readonly #delimiter: string;
  /** The lines of the row so far, to read them again should its quote be a stray one. */
  #held: Line[] = [];
  #size = 0;
  #cells: string[] = [];
  /** Of the cell whose quote is open; undefined while none is. */
  #open: string | undefined;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  *push(line: Line): Generator<Row, void> {
    const isOpen = this.#open !== undefined;
    this.#held.push(line);
    this.#size += line.text.length + 1;
    if (isOpen) this.#open += '\n';
    const isStray = this.#read(line.text, isOpen);
    if (isStray || (this.#open !== undefined && this.#size >= LONGEST_ROW)) yield* this.#giveUp();
    else if (this.#open === undefined) {
      const [first] = this.#held;
      const row = { cells: this.#cells, line: first?.number ?? 1, text: first?.text.slice(0, 400) ?? '' };
      this.#reset();
      yield row;
    }
  }

  *end(): Generator<Row, void> {
    while (this.#held.length > 0) yield* this.#giveUp();
  }

  /** The first line is lost; what was taken for its cells is read anew. Lines inside of open quotes open none themselves, so that none is read a third time. */
  *#giveUp(): Generator<Row, void> {
    const [first, ...rest] = this.#held;
    this.#reset();
    if (first !== undefined) yield { cells: [], line: first.number, text: first.text.slice(0, 400), reason: 'a quote is opened and not closed' };
    for (const line of rest) yield* this.push(line);
  }

  #reset(): void {
    this.#held = [];
    this.#size = 0;
    this.#cells = [];
    this.#open = undefined;
  }

  /** Reads on with a line; whether the quote it closes, opened lines before, has text behind it and was never one of a cell. */
  #read(text: string, isOpen: boolean): boolean {
    let at = 0;
    let quote = isOpen;
    for (; at <= text.length; quote = false) {
      if (!quote && text.charAt(at) === '"') {
        at++;
        this.#open = '';
      }
      if (this.#open !== undefined) at = this.#readQuoted(text, at);
      if (at < 0) return false;
      const next = text.indexOf(this.#delimiter, at);
      const end = next < 0 ? text.length : next;
      if (quote && end > at && text.slice(at, end).trim() !== '') return true;
      if (this.#cells.length < MOST_CELLS) this.#cells.push((this.#open ?? '') + text.slice(at, end));
      this.#open = undefined;
      at = end + 1;
    }
    return false;
  }

  /** Reads up to the closing quote and answers with the place behind it; -1 where the line ends before. */
  #readQuoted(text: string, from: number): number {
    for (let at = from; ; ) {
      const end = text.indexOf('"', at);
      this.#open += text.slice(at, end < 0 ? text.length : end);
      if (end < 0) return -1;
      if (text.charAt(end + 1) !== '"') return end + 1;
      this.#open += '"';
      at = end + 2;
    }
  }
}
