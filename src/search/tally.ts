/** Scores by row while one word is looked up: dense arrays, used again for every word, emptied by the rows that were touched. */
export class Tally {
  #sums = new Float64Array(0);
  /** How many terms of the index each row was found by. */
  #kinds = new Uint16Array(0);
  /** The number of the term that was counted last. */
  #last = new Uint32Array(0);
  #rows = new Uint32Array(0);
  #touched = 0;
  #term = 0;
  readonly terms: string[] = [];

  /** Empties it for an index of so many rows. */
  reset(rows: number): this {
    for (let at = 0; at < this.#touched; at++) {
      const row = this.#rows[at] ?? 0;
      this.#sums[row] = 0;
      this.#kinds[row] = 0;
      this.#last[row] = 0;
    }
    this.#touched = 0;
    this.#term = 0;
    this.terms.length = 0;
    if (this.#sums.length < rows) {
      this.#sums = new Float64Array(rows);
      this.#kinds = new Uint16Array(rows);
      this.#last = new Uint32Array(rows);
      this.#rows = new Uint32Array(rows);
    }
    return this;
  }

  /** The scores that follow are of this term of the index. */
  begin(term: string): void {
    this.#term++;
    this.terms.push(term);
  }

  add(row: number, score: number): void {
    if (this.#kinds[row] === 0) this.#rows[this.#touched++] = row;
    if (this.#last[row] !== this.#term) {
      this.#last[row] = this.#term;
      this.#kinds[row] = (this.#kinds[row] ?? 0) + 1;
    }
    this.#sums[row] = (this.#sums[row] ?? 0) + score;
  }

  /** Calls back for each row that was found: its summed score, and by how many terms. */
  each(visit: (row: number, score: number, terms: number) => void): void {
    for (let at = 0; at < this.#touched; at++) {
      const row = this.#rows[at] ?? 0;
      visit(row, this.#sums[row] ?? 0, this.#kinds[row] ?? 0);
    }
  }
}
