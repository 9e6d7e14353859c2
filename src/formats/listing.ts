import { finishDraft, problem } from './draft.ts';
import type { Format, Parsed, Parser } from './format.ts';
import { type Line, Lines } from './lines.ts';

/** A title and the abstract below it, or a line that cannot be right. */
export type ListingLine =
  | { readonly kind: 'paper'; /** Line of the title, from 1. */ readonly line: number; readonly title: string; readonly abstract: string }
  | { readonly kind: 'wrong'; readonly line: number; readonly reason: string; readonly text: string };

/** The page's button, glued to the first title. */
const GLUED = 'Subscribe';
const LONGEST_HEAD = 8;
const LONGEST_TITLE = 300;
const SHORTEST_ABSTRACT = 80;
/** Behind a line that was wrong only a text of this length is surely an abstract. */
const SURE_ABSTRACT = 300;
const LONGEST_LINE = 12_000;
const UNPRINTABLE = /[\p{Cc}\uFFFD]/u;

/**
 * A paper listing saved as text: a few promotional lines, the page's "Subscribe" glued to the first title, then title
 * and abstract by turns, one line each.
 */
export const listing: Format = {
  id: 'listing',
  name: 'saved listing',
  extensions: ['txt'],
  likeness(head) {
    const lines = head.replace(/^\uFEFF/, '').split(/\r?\n/, LONGEST_HEAD + 2);
    const first = lines.findIndex((line) => line.startsWith(GLUED));
    return first >= 0 && (lines[first] ?? '').length <= LONGEST_TITLE && (lines[first + 1] ?? '').length >= SHORTEST_ABSTRACT ? 0.95 : 0;
  },
  parser: () => new ListingParser(),
};

class ListingParser implements Parser {
  readonly #reader = new ListingReader();

  push(chunk: string): Iterable<Parsed> {
    return toParsed(this.#reader.push(chunk));
  }

  end(): Iterable<Parsed> {
    return toParsed(this.#reader.end());
  }
}

function* toParsed(lines: Iterable<ListingLine>): Generator<Parsed, void> {
  for (const one of lines) yield one.kind === 'wrong' ? problem(one.line, one.reason, one.text) : finishDraft(one, one.line, one.title);
}

/** Reads title and abstract by turns. Behind a wrong line it goes on with the next that can be a title. */
export class ListingReader {
  readonly #lines = new Lines(LONGEST_LINE);
  #head: Line[] = [];
  #isInHead = true;
  #title: { readonly text: string; readonly line: number } | undefined;
  #isSure = true;

  *push(chunk: string): Generator<ListingLine, void> {
    for (const line of this.#lines.push(chunk)) yield* this.#take(line);
  }

  *end(): Generator<ListingLine, void> {
    for (const line of this.#lines.end()) yield* this.#take(line);
    if (this.#isInHead) yield* this.#leaveHead();
    if (this.#title !== undefined) yield { kind: 'wrong', line: this.#title.line, reason: 'the last title has no abstract', text: this.#title.text };
    this.#title = undefined;
  }

  *#take(line: Line): Generator<ListingLine, void> {
    if (!this.#isInHead) yield* this.#inTurn(line);
    else if (line.text.startsWith(GLUED)) {
      const long = this.#head.find(({ text }) => text.length > LONGEST_TITLE);
      if (long !== undefined) yield { kind: 'wrong', line: long.number, reason: 'an abstract before the first title', text: long.text };
      this.#isInHead = false;
      yield* this.#inTurn({ ...line, text: line.text.slice(GLUED.length) });
    } else if (this.#head.push(line) > LONGEST_HEAD) yield* this.#leaveHead();
  }

  /** No line was the one with the button: the first may be a title already. */
  *#leaveHead(): Generator<ListingLine, void> {
    yield { kind: 'wrong', line: 1, reason: `none of the first ${LONGEST_HEAD + 1} lines begins with "${GLUED}"`, text: this.#head[0]?.text ?? '' };
    this.#isInHead = false;
    this.#isSure = false;
    for (const line of this.#head.splice(0)) yield* this.#inTurn(line);
  }

  *#inTurn({ text, number, isCut }: Line): Generator<ListingLine, void> {
    const line = text.trim();
    const title = this.#title;
    const wrong = isCut ? `more than ${LONGEST_LINE} characters in one line` : UNPRINTABLE.test(text) ? 'a control or replacement character' : undefined;
    if (wrong !== undefined) {
      this.#title = undefined;
      yield this.#wrong(number, wrong, text);
    } else if (title === undefined) {
      if (line === '') yield this.#wrong(number, 'an empty title', line);
      else if (line.length > LONGEST_TITLE) yield this.#wrong(number, `a title of ${line.length} characters: an abstract in a title's place?`, line);
      else this.#title = { text: line, line: number };
    } else if (line.length < (this.#isSure ? SHORTEST_ABSTRACT : SURE_ABSTRACT) || line.length <= title.text.length) {
      // What was taken for the title has no abstract; this line may be one.
      this.#title = line === '' ? undefined : { text: line, line: number };
      yield this.#wrong(number, `an abstract of ${line.length} characters: a title in an abstract's place?`, title.text);
    } else {
      this.#title = undefined;
      this.#isSure = true;
      yield { kind: 'paper', line: title.line, title: title.text, abstract: line };
    }
  }

  #wrong(line: number, reason: string, text: string): ListingLine {
    this.#isSure = false;
    return { kind: 'wrong', line, reason, text };
  }
}
