import { Newlines } from './newlines.ts';

export interface Line {
  /** Without its line break. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** The line was longer than may be, and this is its beginning. */
  readonly isCut: boolean;
}

/** Cuts a file into lines wherever its chunks are cut; a line holds at most `longest` UTF-16 units. */
export class Lines {
  readonly #newlines = new Newlines();
  readonly #longest: number;
  #rest = '';
  #isCut = false;
  #number = 1;

  constructor(longest: number) {
    this.#longest = longest;
  }

  *push(chunk: string): Generator<Line, void> {
    yield* this.#cut(this.#newlines.push(chunk));
  }

  *end(): Generator<Line, void> {
    yield* this.#cut(this.#newlines.end());
    if (this.#rest !== '') yield this.#take();
  }

  *#cut(text: string): Generator<Line, void> {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#keep(text.slice(from, end));
      yield this.#take();
      from = end + 1;
    }
    this.#keep(text.slice(from));
  }

  #keep(text: string): void {
    const room = this.#longest - this.#rest.length;
    if (text.length > room) this.#isCut = true;
    if (room > 0) this.#rest += text.slice(0, room);
  }

  #take(): Line {
    const line = { text: this.#rest, number: this.#number++, isCut: this.#isCut };
    this.#rest = '';
    this.#isCut = false;
    return line;
  }
}
