import type { PaperRecord } from '../../paper/record.ts';
import { problem } from '../draft.ts';
import type { Format, Parsed, Parser } from '../format.ts';
import { type Line, Lines } from '../lines.ts';
import { printRecord } from './own-record.ts';
import { readElement } from './read-object.ts';

/** Longer lines give no record. In UTF-16 units. */
const LONGEST = 4_194_304;

/** One JSON object in each line: our own records in full, and those of others. */
export const jsonl: Format = {
  id: 'jsonl',
  name: 'JSON lines',
  extensions: ['jsonl', 'ndjson'],
  likeness(head, fileName) {
    const [first = ''] = head.replace(/^[\uFEFF\s]+/, '').split(/\r?\n/, 1);
    const isLines = first.startsWith('{') && /\}\s*$/.test(first.slice(-100));
    if (/\.(?:jsonl|ndjson)$/i.test(fileName)) return first.startsWith('{') ? 1 : 0.5;
    return isLines ? 0.85 : 0;
  },
  parser: () => new JsonLinesParser(),
  *print(records: Iterable<PaperRecord>): Generator<string, void> {
    for (const record of records) yield `${printRecord(record)}\n`;
  },
};

class JsonLinesParser implements Parser {
  readonly #lines = new Lines(LONGEST);

  push(chunk: string): Iterable<Parsed> {
    return readLines(this.#lines.push(chunk));
  }

  end(): Iterable<Parsed> {
    return readLines(this.#lines.end());
  }
}

function* readLines(lines: Iterable<Line>): Generator<Parsed, void> {
  for (const { text, number, isCut } of lines) {
    if (isCut) yield problem(number, `a line of more than ${LONGEST} characters`, text);
    else if (text.trim() !== '') yield readElement(text, number);
  }
}
