import type { MarkedText } from '../paper/paper.ts';
import type { Phrase } from './query.ts';
import { readCompounds, readWords, type Word } from './words.ts';

type Mark = readonly [number, number];

/** Marks the given folded words wherever they stand, and each phrase where its words stand side by side. */
export function markWords(text: string, words: ReadonlySet<string>, phrases: readonly Phrase[] = []): MarkedText {
  const read = readWords(text);
  const marks: Mark[] = [];
  for (const word of read) if (words.has(word.text)) marks.push([word.start, word.end]);
  const begun = new Set(marks.map(([start]) => start));
  // "StyleGAN-XL" begins with "styleg", but so does "StyleGAN" alone.
  for (const word of readCompounds(text, read)) if (words.has(word.text) && !begun.has(word.start)) marks.push([word.start, word.end]);
  for (const phrase of phrases) marks.push(...phrasePlaces(read, phrase));
  return { text, marks: joined(marks) };
}

/** Where the words of a phrase stand side by side, as [start, end) in the text that was read. */
export function phrasePlaces(read: readonly Word[], { words, open }: Phrase): Mark[] {
  const places: Mark[] = [];
  for (let i = 0; i + words.length <= read.length; i++) {
    const fits = words.every((word, k) => {
      const here = read[i + k]?.text ?? '';
      return here === word || (open && k === words.length - 1 && here.startsWith(word));
    });
    const first = read[i];
    const last = read[i + words.length - 1];
    if (fits && first !== undefined && last !== undefined) places.push([first.start, last.end]);
  }
  return places;
}

/** In order, with overlapping ones made one. */
function joined(marks: readonly Mark[]): Mark[] {
  const result: [number, number][] = [];
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
