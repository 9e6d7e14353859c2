import type { WordTable } from './table.ts';

/** A word of one text that the other lacks. */
export interface Word {
  readonly row: number;
  /** w = 1 + ln n of the word in its text. */
  readonly weight: number;
  /** Asked for the strongest words only. */
  written(): string;
}

export interface MeaningPair {
  readonly asked: string;
  readonly found: string;
}

/** Words closer than this mean about the same to a reader ("GAN", "adversarial training"). */
export const leastCosine = 0.5;
const strongest = 10;
const mostPairs = 2;

/**
 * Where two texts are close by meaning: the pairs of different words that add most to the product of their vectors,
 * best first, each word once. The product of two texts is the sum of w·v·E·F over all pairs of their words, so this is
 * the very share a pair has in it.
 * @param isTold whether a word as written says nothing that is not said already.
 */
export function pairMeanings(asked: readonly Word[], found: readonly Word[], table: WordTable, isTold: (written: string) => boolean = () => false): MeaningPair[] {
  const mine = strongestWords(asked, found, table, isTold);
  const theirs = mine.length === 0 ? [] : strongestWords(found, asked, table, isTold);
  const pairs: { a: Vectored; b: Vectored; share: number }[] = [];
  for (const a of mine) {
    for (const b of theirs) {
      if (isSameRoot(a.written, b.written)) continue;
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
    chosen.push({ asked: a.written, found: b.written });
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
  readonly written: string;
  readonly vector: Float32Array;
}

/** Those of the words that add most to the product with the other text. */
function strongestWords(words: readonly Word[], others: readonly Word[], table: WordTable, isTold: (written: string) => boolean): Vectored[] {
  const chosen: Vectored[] = [];
  for (const word of words.length <= strongest ? words : byShare(words, others, table)) {
    const written = word.written();
    if (isTold(written)) continue;
    chosen.push({ word, written, vector: sumOf([{ ...word, weight: 1 }], table) });
    if (chosen.length === strongest) break;
  }
  return chosen;
}

function byShare(words: readonly Word[], others: readonly Word[], table: WordTable): Word[] {
  const other = sumOf(others, table);
  const shares = words.map((word) => ({ word, share: word.weight * table.product(word.row, other) }));
  return shares.sort((a, b) => b.share - a.share).map(({ word }) => word);
}

function sumOf(words: readonly Pick<Word, 'row' | 'weight'>[], table: WordTable): Float32Array {
  const sum = new Float32Array(table.dimensions);
  for (const { row, weight } of words) table.addTo(sum, row, weight);
  return sum;
}
