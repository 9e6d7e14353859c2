import { hashOf } from './probe-table.ts';

/** A set of words by their 32-bit hashes, opened in place; it takes a word for one of its own once in ten thousand times. */
export class WordSet {
  readonly #hashes: Uint32Array;
  readonly #added = new Set<number>();

  /** @param hashes ascending. */
  constructor(hashes: Uint32Array = new Uint32Array()) {
    this.#hashes = hashes;
  }

  has(word: string): boolean {
    const hash = hashOf(word);
    return this.#added.has(hash) || this.#holds(hash);
  }

  add(word: string): void {
    this.addHash(hashOf(word));
  }

  addHash(hash: number): void {
    if (!this.#holds(hash)) this.#added.add(hash);
  }

  /** What was added, ascending. */
  added(): Uint32Array<ArrayBuffer> {
    return Uint32Array.from(this.#added).sort();
  }

  /** All of it, ascending. */
  all(): Uint32Array<ArrayBuffer> {
    return Uint32Array.from([...this.#hashes, ...this.#added]).sort();
  }

  #holds(hash: number): boolean {
    let low = 0;
    let high = this.#hashes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#hashes[middle] ?? 0) < hash) low = middle + 1;
      else high = middle;
    }
    return this.#hashes[low] === hash;
  }
}
