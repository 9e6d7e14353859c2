import fc from 'fast-check';
import { finishDraft } from '../../src/formats/draft.ts';
import type { Format, Parsed } from '../../src/formats/format.ts';
import type { PaperRecord } from '../../src/paper/record.ts';
import { hostileText } from '../paper/hostile-text.ts';

/** Signs that some format has a meaning for. */
const SIGNS = ['a', 'b', 'Z', ...'09 \\{}$%&#_^~@"\'`,;:.-<>[]()=|/+*!?\n\t\r'.split(''), ' and ', '--', '  ', '\n\n', '\nER  - ', '\nTY  - JOUR', '@misc{a,', ']]>', '&amp;', '$x_1$', '\\"o', '\\alpha', '\u00A0', '\u2028', '\uFEFF', 'é', '名', '😀', '=1+1', '\nSubscribe'];
const text = (maxLength = 24): fc.Arbitrary<string> => fc.oneof(fc.string({ unit: fc.constantFrom(...SIGNS), maxLength }), hostileText(maxLength), fc.lorem({ maxCount: 8 }));
const arxivId = fc.tuple(fc.integer({ min: 15, max: 25 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 99_999 })).map(([year, month, number]) => `${year}${String(month).padStart(2, '0')}.${String(number).padStart(5, '0')}`);
const doi = fc.string({ unit: fc.constantFrom(...'abc019./-_()<>;:$%'.split('')), minLength: 1, maxLength: 20 }).map((suffix) => `10.1000/${suffix}`);
const url = fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), text().map((path) => `https://example.org/${path}`));

/** Records as any reader of a format gives them, of any text. */
export const anyRecord: fc.Arbitrary<PaperRecord> = fc
  .record({
    title: text(60).map((title) => `${title} x`),
    abstract: text(80),
    authors: fc.array(text(), { maxLength: 4 }),
    year: fc.option(fc.integer({ min: 1400, max: 2199 }), { nil: undefined }),
    ids: fc.tuple(fc.option(arxivId, { nil: undefined }), fc.option(doi, { nil: undefined })),
    venue: fc.option(fc.oneof(text(), fc.constant('Advances in Folding')), { nil: undefined }),
    url: fc.option(url, { nil: undefined }),
    tags: fc.array(text(), { maxLength: 4 }),
    note: text(80),
    isRead: fc.boolean(),
    added: fc.option(fc.integer({ min: 0, max: 4_000_000_000_000 }), { nil: undefined }),
    collections: fc.array(text(), { maxLength: 3 }),
  })
  .map((draft) => recordOf(finishDraft(draft, 1, '')));

function recordOf(parsed: Parsed): PaperRecord {
  if (parsed.kind === 'problem') throw new Error(parsed.reason);
  return parsed.record;
}

/** Reads a text in one piece, or cut at these places. */
export function readAll(format: Format, text: string, cuts: readonly number[] = []): Parsed[] {
  const parser = format.parser();
  const places = [0, ...cuts.filter((at) => at < text.length).toSorted((a, b) => a - b), text.length];
  return places
    .slice(1)
    .flatMap((end, at) => Array.from(parser.push(text.slice(places[at], end))))
    .concat(...parser.end());
}

/** The records of a text, which must hold nothing else. */
export function readRecords(format: Format, text: string): PaperRecord[] {
  return readAll(format, text).map(recordOf);
}
