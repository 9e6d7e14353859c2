import { foldWord } from './fold-word.ts';
import { hashOf } from './probe-table.ts';

/** Ten bits a word, five of them asked: of a hundred words that are none, one is taken for one, which costs a misspelt title its mark and never marks a wrong one. */
const bitsPerWord = 10;
const asked = 5;
/** Shorter words are never taken for misspellings. */
const leastLetters = 5;

/** The words of a language in about a third of a megabyte (a Bloom filter), for {@link openLexicon}. */
export function packLexicon(words: Iterable<string>): Uint8Array<ArrayBuffer> {
  const folded = new Set([...words].map(foldWord).filter((word) => word.length >= leastLetters));
  const bytes = new Uint8Array(Math.ceil((folded.size * bitsPerWord) / 8));
  for (const word of folded) for (const bit of bitsOf(word, bytes)) bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) | (1 << (bit & 7));
  return bytes;
}

/** Whether a folded word is one of the language. */
export function openLexicon(packed: ArrayBuffer): (word: string) => boolean {
  const bytes = new Uint8Array(packed);
  return (word) => bytes.length > 0 && bitsOf(word, bytes).every((bit) => (((bytes[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 1);
}

function bitsOf(word: string, { length }: Uint8Array): number[] {
  const [first, step] = [hashOf(word), hashOf(`${word}\n`)];
  return Array.from({ length: asked }, (_, nth) => (first + nth * step) % (length * 8));
}
