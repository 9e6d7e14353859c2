import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** A fault in a file that the caller named: shown as it stands, without a stack. */
export class InputError extends Error {}

export type Fields = Readonly<Record<string, unknown>>;

/** One object of a file, with the place to name in an error. */
export interface Line {
  readonly fields: Fields;
  /** `papers.jsonl:12` */
  readonly place: string;
}

/**
 * Streams the objects of a JSON Lines file, gzipped or not; blank lines are passed over.
 * @throws InputError for a file that cannot be read and for the first line that is no JSON object.
 */
export async function* readJsonLines(file: string): AsyncGenerator<Line> {
  for await (const { text, place } of readLines(file)) {
    yield { fields: parseObject(text, place), place };
  }
}

/** Streams the lines of a text file, gzipped or not, with their places; blank lines are passed over. */
export async function* readLines(file: string): AsyncGenerator<{ readonly text: string; readonly place: string }> {
  const source = createReadStream(file);
  const stream = file.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  source.on('error', (error) => stream.destroy(error));
  let number = 0;
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      number += 1;
      // Some editors begin a file with a byte order mark.
      const text = number === 1 ? line.replace(/^\ufeff/, '') : line;
      if (text.trim() !== '') yield { text, place: `${file}:${number}` };
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file}: cannot be read after line ${number}: ${reason(error)}`, { cause: error });
  } finally {
    source.destroy();
  }
}

/** The text of a required field. @throws InputError where it is absent, empty or no text. */
export function textOf(line: Line, field: string): string {
  const value = line.fields[field];
  if (typeof value === 'string' && value.trim() !== '') return value;
  const fault = value === undefined ? 'is missing' : value === '' ? 'is empty' : 'is no text';
  throw new InputError(`${line.place}: "${field}" ${fault}`);
}

/** The text of a field that may be absent, null or empty: then ''. @throws InputError where it is anything else. */
export function optionalTextOf(line: Line, field: string): string {
  const value = line.fields[field];
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  throw new InputError(`${line.place}: "${field}" is no text`);
}

function parseObject(text: string, place: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${place}: no JSON: ${reason(error)}`, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(`${place}: no JSON object`);
  }
  return value as Fields;
}

export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
