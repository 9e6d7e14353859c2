import type { PaperRecord } from '../paper/record.ts';

/** One entry of a file: a record, or why it gives none. `line` is where it starts, from 1. */
export type Parsed =
  | { readonly kind: 'record'; readonly line: number; readonly record: PaperRecord; /** What was left out or repaired, in words. */ readonly notes: readonly string[] }
  | { readonly kind: 'problem'; readonly line: number; readonly reason: string; /** The entry as it stands, cut to some hundred characters. */ readonly entry: string };

/** Reads a file as it comes. Where the chunks are cut makes no difference; a broken entry costs only itself; nothing is dropped in silence. */
export interface Parser {
  push(chunk: string): Iterable<Parsed>;
  end(): Iterable<Parsed>;
}

/** What records can be written as. */
export interface Printer {
  /** Stable, for stored jobs: "bibtex". */
  readonly id: string;
  /** For people: "BibTeX". */
  readonly name: string;
  /** Without dot, the usual one first. */
  readonly extensions: readonly string[];
  /** The file in pieces. */
  readonly print: (records: Iterable<PaperRecord>) => Generator<string, void>;
}

/** One file format: reading and writing side by side. */
export interface Format extends Omit<Printer, 'print'> {
  /** How much the beginning of a file looks like this format, 0 … 1. */
  likeness(head: string, fileName: string): number;
  parser(): Parser;
  /** Reading what it prints gives the same records, in all their fields. Absent where the format is read only. */
  readonly print?: Printer['print'];
}
