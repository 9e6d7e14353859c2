import type { WordTable } from './table.ts';

/** A word of one text that the other lacks. */
export interface Word {
  readonly row: number;
  /** w = 1 + ln n of the word in its text. */
  readonly weight: number;
  readonly written: string;
}

export interface MeaningPair {
  readonly asked: string;
  readonly found: string;
}

/** Words closer than this mean about the same to a reader ("GAN", "adversarial training"). */
const leastCosine = 0.5;
const strongest = 10;
const mostPairs = 2;

/**
 * Where two texts are close by meaning: the pairs of different words that add most to the product of their vectors,
 * best first, each word once. The product of two texts is the sum of w·v·E·F over all pairs of their words, so this is
 * the very share a pair has in it.
 */
export function pairMeanings(asked: readonly Word[], found: readonly Word[], table: WordTable): MeaningPair[] {
  const mine = strongestWords(asked, sumOf(found, table), table);
  const theirs = strongestWords(found, sumOf(asked, table), table);
  const pairs: { a: Vectored; b: Vectored; share: number }[] = [];
  for (const a of mine) {
    for (const b of theirs) {
      if (isSameRoot(a.word.written, b.word.written)) continue;
      const product = table.product(b.word.row, a.vector);
      if (product >= leastCosine * table.lengthOf(a.word.row) * table.lengthOf(b.word.row)) pairs.push({ a, b, share: product * a.word.weight * b.word.weight });
    }
  }
  pairs.sort((x, y) => y.share - x.share);
  const used = new Set<Vectored>();
  const chosen: MeaningPair[] = [];
  for (const { a, b } of pairs) {
    if (used.has(a) || used.has(b) || chosen.length === mostPairs) continue;
    used.add(a).add(b);
    chosen.push({ asked: a.word.written, found: b.word.written });
  }
  return chosen;
}

/** "classifier" beside "classification" says nothing to a reader. */
function isSameRoot(a: string, b: string): boolean {
  const [short = '', long = ''] = [a.toLowerCase(), b.toLowerCase()].sort((x, y) => x.length - y.length);
  return long.includes(short) || long.startsWith(short.slice(0, 5));
}

interface Vectored {
  readonly word: Word;
  readonly vector: Float32Array;
}

function strongestWords(words: readonly Word[], other: Float32Array, table: WordTable): Vectored[] {
  return words
    .map((word) => ({ word, share: word.weight * table.product(word.row, other) }))
    .sort((a, b) => b.share - a.share)
    .slice(0, strongest)
    .map(({ word }) => ({ word, vector: sumOf([{ ...word, weight: 1 }], table) }));
}

function sumOf(words: readonly Word[], table: WordTable): Float32Array {
  const sum = new Float32Array(table.dimensions);
  for (const { row, weight } of words) table.addTo(sum, row, weight);
  return sum;
}
