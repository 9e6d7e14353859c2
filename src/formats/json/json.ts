import type { PaperRecord } from '../../paper/record.ts';
import { problem } from '../draft.ts';
import type { Format, Parsed, Parser } from '../format.ts';
import { type Element, Elements } from './elements.ts';
import { printRecord } from './own-record.ts';
import { readElement } from './read-object.ts';

/** One JSON list of papers: ours in full, and those of others; also where it is one member of an object. */
export const json: Format = {
  id: 'json',
  name: 'JSON',
  extensions: ['json'],
  likeness(head, fileName) {
    const start = head.slice(0, 2_000).replace(/^[\uFEFF\s]+/, '');
    if (/^(?:\[\s*(?:[{"\]]|$)|\{\s*(?:"|\}|$))/.test(start)) return 0.8;
    return /\.json$/i.test(fileName) ? 0.3 : 0;
  },
  parser: () => new JsonParser(),
  *print(records: Iterable<PaperRecord>): Generator<string, void> {
    let before = '{ "format": "Paperkin library", "version": 1, "papers": [\n';
    for (const record of records) {
      yield before + printRecord(record);
      before = ',\n';
    }
    yield before === ',\n' ? '\n] }\n' : `${before}] }\n`;
  },
};

export class JsonParser implements Parser {
  readonly #elements = new Elements();

  push(chunk: string): Iterable<Parsed> {
    return readElements(this.#elements.push(chunk));
  }

  end(): Iterable<Parsed> {
    return readElements(this.#elements.end());
  }
}

function* readElements(elements: readonly Element[]): Generator<Parsed, void> {
  for (const { text, line, reason } of elements) yield reason === undefined ? readElement(text, line) : problem(line, reason, text);
}
