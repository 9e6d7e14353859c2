import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseListing, SourceError, type ListingEntry } from '../../src/collections/listing.ts';

const abstract = (about: string): string => `We study ${about} at length, and find that it is neither as simple nor as hard as the literature would have it.`;
const good = [
  'Get trending papers in your email inbox once a day!',
  'Get trending papers in your email inbox!',
  'SubscribeFolding Maps Without Creases',
  abstract('maps'),
  'On Kites: A Survey',
  abstract('kites'),
  'Slow Rivers',
  abstract('rivers'),
];
const changed = (change: (lines: string[]) => void): string => {
  const lines = [...good];
  change(lines);
  return lines.join('\n');
};

describe('a saved listing', () => {
  test('is titles and abstracts by turns, the first title freed from the word glued to it', () => {
    expect(parseListing(good.join('\n'))).toEqual([
      { title: 'Folding Maps Without Creases', abstract: abstract('maps'), line: 3 },
      { title: 'On Kites: A Survey', abstract: abstract('kites'), line: 5 },
      { title: 'Slow Rivers', abstract: abstract('rivers'), line: 7 },
    ]);
  });

  test.each([
    ['a final line break', `${good.join('\n')}\n`],
    ['Windows line ends', `${good.join('\r\n')}\r\n`],
    ['a byte order mark', `\uFEFF${good.join('\n')}`],
    ['no promotion', good.slice(2).join('\n')],
    ['another promotion', changed((lines) => lines.splice(0, 2, 'Follow us'))],
    ['blanks around a line', changed((lines) => lines.splice(4, 1, '  On Kites: A Survey '))],
  ])('may have %s', (_, text) => {
    expect(parseListing(text).map(({ title }) => title)).toEqual(['Folding Maps Without Creases', 'On Kites: A Survey', 'Slow Rivers']);
  });

  test.each([
    ['nothing', '', 1],
    ['no "Subscribe"', changed((lines) => lines.splice(2, 1, 'Folding Maps Without Creases')), 1],
    ['an abstract before "Subscribe"', changed((lines) => lines.splice(0, 1, abstract('x').repeat(3))), 1],
    ['a title missing in the middle', changed((lines) => lines.splice(4, 1)), 6],
    ['an abstract missing in the middle', changed((lines) => lines.splice(5, 1)), 6],
    ['the first title missing', changed((lines) => lines.splice(2, 1, 'Subscribe')), 3],
    ['the last abstract missing', changed((lines) => lines.pop()), 7],
    ['a line too many', `${good.join('\n')}\nOne More Title`, 9],
    ['an empty line', changed((lines) => lines.splice(4, 0, '')), 5],
    ['an empty abstract', changed((lines) => lines.splice(5, 1, ' ')), 6],
    ['a line broken in two', changed((lines) => lines.splice(5, 1, ...abstract('kites').split(', and '))), 6],
    ['a title in an abstract\'s place', changed((lines) => lines.splice(5, 1, 'Kites')), 6],
    ['a title missing before a long one', changed((lines) => lines.splice(4, 3, abstract('kites'), 'Slow '.repeat(18))), 6],
    ['an abstract in a title\'s place', changed((lines) => lines.splice(4, 1, abstract('x').repeat(3))), 5],
    ['one title twice', changed((lines) => lines.splice(6, 1, 'ON  KITES: a survey')), 7],
    ['a control character', changed((lines) => lines.splice(5, 1, `${abstract('kites')}\u0007`)), 6],
    ['a lost character', changed((lines) => lines.splice(4, 1, 'On K\uFFFDtes')), 5],
    ['an endless line', changed((lines) => lines.splice(5, 1, 'x'.repeat(20_000))), 6],
  ])('is refused with %s, and the line is named', (_, text, line) => {
    expect(() => parseListing(text)).toThrow(SourceError);
    expect(() => parseListing(text)).toThrow(new RegExp(`^listing, line ${line}: `));
  });

  test('any text either parses or is refused in the same way', () => {
    const line = fc.oneof(fc.constantFrom(...good), fc.string({ maxLength: 400 }), fc.constantFrom('', 'Subscribe', '\r'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        let refusal: unknown;
        let entries: ListingEntry[] = [];
        try {
          entries = parseListing(lines.join('\n'));
        } catch (error) {
          refusal = error;
        }
        expect(refusal === undefined || refusal instanceof SourceError).toBe(true);
        for (const entry of entries) expect(entry.abstract.length).toBeGreaterThan(entry.title.length);
      }),
    );
  });
});
