/**
 * Who goes first in the one thread of the worker: a reader who asks before an import, an import before indexes that
 * catch up. It lies in memory alone, for at worst somebody goes on a little early.
 */
export class RightOfWay {
  #worked = -Infinity;
  #asked = -Infinity;

  /** An import is at work now. */
  work(): void {
    this.#worked = performance.now();
  }

  /** A question came. */
  ask(): void {
    this.#asked = performance.now();
  }

  /** Whether an import is under way. */
  get isTaken(): boolean {
    return performance.now() - this.#worked < RESTS;
  }

  /** Whether somebody asks now, one question after the other. */
  get isAsked(): boolean {
    return performance.now() - this.#asked < TYPES;
  }

  /** Lets others have their turn, and waits until no import is under way. */
  async clear(): Promise<void> {
    do await new Promise((done) => setTimeout(done, this.isTaken ? RESTS / 2 : 0));
    while (this.isTaken);
  }
}

/** Milliseconds without a step after which an import rests: longer than a page takes to ask for the next piece of work. */
const RESTS = 500;
/** Milliseconds between two letters of one who types. */
const TYPES = 1_000;
