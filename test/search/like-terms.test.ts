import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachLike } from '../../src/search/like-terms.ts';
import { inUnitOrder } from '../../src/search/packed-terms.ts';

/** Levenshtein distance, as it is defined. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return Math.max(a.length, b.length);
  return Math.min(distance(a.slice(1), b) + 1, distance(a, b.slice(1)) + 1, distance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1));
}

test('finds exactly the terms within the distance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, fc.nat(2), (words, asked, most) => {
      const terms = words.sort(inUnitOrder);
      const found = new Map<string, number>();
      eachLike(terms, asked, most, (at, edits) => found.set(terms[at] ?? '', edits));
      expect(found).toEqual(new Map(terms.map((term) => [term, distance(term, asked)] as const).filter(([, edits]) => edits <= most)));
    }),
  );
});
