import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/ui/excerpt.ts';

const words = (n: number): string => Array.from({ length: n }, (_, i) => `word${i}`).join(' ');
const at = (text: string, word: string): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length];
const marked = ({ text, marks }: ReturnType<typeof excerpt>): string[] => marks.map(([start, end]) => text.slice(start, end));

describe('an excerpt', () => {
  test('of a short text is the text', () => {
    const value = { text: 'short', marks: [[0, 5]] as const };
    expect(excerpt(value)).toBe(value);
  });

  test('begins at the beginning when the first mark is near it', () => {
    const text = words(100);
    const cut = excerpt({ text, marks: [at(text, 'word3')] });
    expect(cut.text).toMatch(/^word0 .* …$/);
    expect(marked(cut)).toEqual(['word3']);
  });

  test('begins a little before a far mark, with a whole word', () => {
    const text = words(200);
    const cut = excerpt({ text, marks: [at(text, 'word150'), at(text, 'word152')] });
    expect(cut.text).toMatch(/^… word\d+ .*word150/);
    expect(marked(cut)).toEqual(['word150', 'word152']);
  });

  test('marks what the text marked, and is about as long as asked', () => {
    const text = words(120);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(119), { maxLength: 5 }), fc.integer({ min: 60, max: 300 }), (at, length) => {
        const marks = at.sort((a, b) => a - b).map((i): [number, number] => [text.indexOf(`word${i}`), text.indexOf(`word${i}`) + 4]);
        const cut = excerpt({ text, marks }, length);
        expect(marked(cut).every((word) => word === 'word')).toBe(true);
        expect(marks.length === 0 || cut.marks.length > 0).toBe(true);
        expect(cut.text.length).toBeLessThanOrEqual(length + 4);
      }),
    );
  });
});
