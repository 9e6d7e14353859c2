import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lettersOf } from '../../src/mentions/letters.ts';
import { TitleIndex } from '../../src/mentions/title-index.ts';
import { titleKey } from '../../src/paper/title-key.ts';

const done = <T>(steps: Generator<unknown, T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/** Every title that begins at a word of the text and ends at the end of one, by looking for each. */
function byLooking(titles: readonly string[], words: readonly string[]): string[] {
  const found: string[] = [];
  words.forEach((_, from) => {
    for (let to = words.length; to > from; to--) {
      const key = words.slice(from, to).join('');
      if (key.length >= 6 && titles.some((title) => titleKey(title) === key)) found.push(`${from}: ${key}`);
    }
  });
  return found;
}

test('all titles that begin at a place are found, the longest first, whatever the others are', () => {
  const word = fc.constantFrom('deep', 'image', 'prior', 'a', 'ab', 'aba', 'zebra', 'net');
  const words = fc.array(word, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), fc.array(word, { maxLength: 25 }), (titles, text) => {
      const all = titles.map((title) => title.join(' '));
      const index = done(TitleIndex.build(all));
      const letters = done(lettersOf(text.join(' ')));
      const starts = Array.from(letters.starts.slice(0, letters.count).entries()).filter(([, isStart]) => isStart === 1).map(([at]) => at);
      const found = starts.flatMap((at, nth) => Array.from(index.beginningAt(letters, at), (title) => `${nth}: ${index.key(title)}`));
      expect(found).toEqual(byLooking(all, text));
    }),
    { numRuns: 500 },
  );
});
