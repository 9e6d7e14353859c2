import { hashOf, Words } from './words.ts';

/**
 * Words by their rows and rows by their words, without a Map of strings: ready a millisecond after its buffer is read.
 * Open addressing with linear probing; at most half of the slots are taken.
 */
export class Vocabulary {
  readonly words: Words;
  /** Row + 1, or 0 where free. */
  private slots: Uint32Array<ArrayBuffer>;

  /** @param hashes of the words, where they are known. */
  constructor(words: Words = new Words(), hashes?: Int32Array) {
    this.words = words;
    this.slots = this.hashAll(hashes);
  }

  get size(): number {
    return this.words.size;
  }

  /** Row of the word, or -1. */
  find(word: string): number {
    const mask = this.slots.length - 1;
    for (let slot = hashOf(word) & mask; ; slot = (slot + 1) & mask) {
      const row = (this.slots[slot] ?? 0) - 1;
      if (row < 0 || this.words.is(row, word)) return row;
    }
  }

  /** Row of the word, which becomes the last row if it is new. */
  intern(word: string): number {
    const known = this.find(word);
    if (known >= 0) return known;
    const row = this.words.push(word);
    if (2 * this.size > this.slots.length) this.slots = this.hashAll();
    else place(this.slots, row, this.words.hash(row));
    return row;
  }

  private hashAll(hashes?: Int32Array): Uint32Array<ArrayBuffer> {
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(64, 2 * this.size))));
    for (let row = 0; row < this.size; row++) place(slots, row, hashes?.[row] ?? this.words.hash(row));
    return slots;
  }
}

function place(slots: Uint32Array, row: number, hash: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = row + 1;
}
