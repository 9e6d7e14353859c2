import { readFileSync } from 'node:fs';
import wordListPath from 'word-list';
import { expect, test } from 'vitest';
import { openLexicon, packLexicon } from '../../src/paper/lexicon.ts';

test('every word of the language is known, and of what is none hardly any', () => {
  const words = readFileSync(wordListPath, 'utf8').split('\n').filter((word) => word.length >= 5);
  const packed = packLexicon(words);
  expect(packed.length).toBeLessThan(400_000);
  const isWord = openLexicon(packed.buffer);
  expect(words.filter((word) => !isWord(word))).toEqual([]);
  const known = new Set(words);
  const none = words.filter((_, at) => at % 50 === 0).map((word) => `${word.slice(0, 3)}q${word.slice(3)}`).filter((word) => !known.has(word));
  expect(none.filter(isWord).length / none.length).toBeLessThan(0.02);
});

test('an empty lexicon knows no word', () => {
  expect(openLexicon(packLexicon([]).buffer)('casual')).toBe(false);
});
