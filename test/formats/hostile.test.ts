import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXCERPT, MOST } from '../../src/formats/draft.ts';
import type { Format, Parsed } from '../../src/formats/format.ts';
import { chooseFormat, formatById, FORMATS } from '../../src/formats/formats.ts';
import { hostileText } from '../paper/hostile-text.ts';
import { goodTitles, hostileFiles, type HostileFile } from './hostile-files.ts';
import { readAll } from './records.ts';

/** Whatever a file holds, this is true of what is read from it. */
function expectSound(found: readonly Parsed[]): void {
  expect(found.filter(({ line }) => line < 1)).toEqual([]);
  expect(found.filter((one) => one.kind === 'problem' && (one.reason === '' || one.entry.length > 2 * EXCERPT))).toEqual([]);
  for (const one of found) {
    if (one.kind === 'problem') continue;
    const { title, authors, url, tags, note, abstract, collections, added = 0 } = one.record;
    expect(title).toMatch(/^[^\p{Cs}\p{Cc}\u202A-\u202E\u2066-\u2069]+$/u);
    expect(Array.from(title).length).toBeLessThanOrEqual(MOST.title);
    expect([abstract.length <= 2 * MOST.abstract, note.length <= 2 * MOST.note, authors.length <= MOST.authors, tags.length <= MOST.tags, collections.length <= MOST.collections]).not.toContain(false);
    expect(`${abstract}${note}${authors.join('')}${tags.join('')}`).not.toMatch(/[\p{Cs}\0]/u);
    expect(url ?? 'https://').toMatch(/^https?:\/\//);
    expect(Number.isSafeInteger(added)).toBe(true);
  }
}

const own = (prototype: object): string => Reflect.ownKeys(prototype).map(String).join();
const prototypes = [Object.prototype, Array.prototype, String.prototype, Map.prototype, Function.prototype];
const before = prototypes.map(own);
const expectUntouched = (): void => expect(prototypes.map(own)).toEqual(before);

describe('hostile files', () => {
  const files = hostileFiles(200_000);
  const kinds = [...new Set(files.map(({ kind }) => kind))];

  test('are 600 of 12 kinds', () => {
    expect(files).toHaveLength(600);
    expect(kinds.map((kind) => files.filter((file) => file.kind === kind).length)).toEqual(kinds.map(() => 50));
    expect(kinds).toHaveLength(12);
    // Variants repeat in some formats only.
    expect(new Set(files.map(({ text }) => text)).size).toBeGreaterThan(450);
  });

  test.each(kinds)('%s', { timeout: 120_000 }, (kind) => {
    for (const file of files.filter((file) => file.kind === kind)) {
      for (const format of readersOf(file)) {
        const found = readAll(format, file.text);
        expectSound(found);
        if (file.format === undefined) continue;
        const titles = found.map((one) => (one.kind === 'record' ? one.record.title : ''));
        expect([file.text.slice(0, 500), ...titles.filter((title) => goodTitles.includes(title))]).toEqual([file.text.slice(0, 500), ...goodTitles]);
      }
      chooseFormat(file.text, 'file.bib');
    }
    expectUntouched();
  });
});

/** Its own; a file that is none is tried by each. */
function readersOf({ format }: HostileFile): readonly Format[] {
  return format === undefined ? FORMATS : [formatById(format)!];
}

describe.each(FORMATS.map((format) => [format.id, format] as const))('%s', (_, format) => {
  const pieces = '@misc{|title = {|}|"|,|#|\n|\r\n|\r|@string{|@comment{|\\|$|TY  - JOUR\n|ER  - \n|TI  - x\n|AU  - a, b\n|  |{"title":"|"}|[|]|:|{"papers":[|<entry>|</entry>|<title>|</title>|<![CDATA[|]]>|<!--|-->|&amp;|&|;|<|>|Subscribe|Title,DOI\n|\t|1711.10925|10.1000/1|https://arxiv.org/abs/1711.10925|crossref = {k}|k|a|é|\uFEFF|\uD800|__proto__|Title words that go on for a while, as those of an abstract do, so that it is long enough.'.split('|');
  const text = fc.oneof({ weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')) }, { weight: 1, arbitrary: hostileText(200) });

  test('reads any text, and the same wherever it is cut', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(400), { maxLength: 6 }), (file, cuts) => {
        const whole = readAll(format, file);
        expectSound(whole);
        expect(readAll(format, file, cuts)).toEqual(whole);
      }),
      { numRuns: 3_000 },
    );
    expectUntouched();
  });
});
