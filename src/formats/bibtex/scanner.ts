import { EXCERPT } from '../draft.ts';
import { type Entry, EntryBuilder } from './entry.ts';
import { AT, Braces, CLOSE, CLOSE_ROUND, COMMA, EQUALS, HASH, isBlank, isLetter, OPEN, OPEN_ROUND, Place, QUOTE } from './place.ts';

/** What stands in a file, in its order; lines from 1. */
export type Scanned =
  | Entry
  | { readonly kind: 'comment'; readonly line: number; readonly text: string }
  | { readonly kind: 'broken'; readonly line: number; readonly reason: string; readonly excerpt: string };

/** Takes the character at a place of the chunk, or leaves it to the step it has put in its place. */
type Step = (code: number, at: number) => boolean;

const [TAKEN, LEFT] = [true, false];
const LONGEST_WORD = 40;
const LONGEST_KEY = 200;
/** A comment is kept this far, to read it again if nothing closes it. */
const LONGEST_COMMENT = 262_144;

/**
 * Cuts BibTeX into entries, in one pass over each character wherever the chunks are cut. Braces behind a backslash do
 * not count. An entry that is not closed ends where a line begins with the next. Line breaks must be `\n`.
 */
export class Scanner {
  readonly #entry: EntryBuilder;
  readonly #place = new Place();
  readonly #braces = new Braces();
  #found: Scanned[] = [];
  #chunk = '';
  #step: Step;
  /** Where in the chunk the value or comment at hand begins or goes on. */
  #from = 0;
  /** The key, the name of a field or macro, or the comment at hand. */
  #word = '';
  /** Whether the @ of this entry began its line. */
  #beganLine = false;
  #isRound = false;
  #closing: number = CLOSE;
  /** Letters behind an @ that began a line inside a value. */
  #probe: string | undefined;
  #isRereading = false;

  /** Keeps the fields of these names, lower case; of others not even the text. */
  constructor(fieldNames: ReadonlySet<string>) {
    this.#entry = new EntryBuilder(fieldNames);
    this.#step = this.#outside;
  }

  push(chunk: string): Scanned[] {
    this.#chunk = chunk;
    this.#from = 0;
    this.#place.beginChunk(chunk);
    for (let at = 0; at < chunk.length; ) {
      const code = chunk.charCodeAt(at);
      if (!this.#step(code, at)) continue;
      this.#place.pass(code);
      at++;
    }
    if (this.#step === this.#delimited) this.#entry.append(chunk.slice(this.#from));
    if (this.#step === this.#comment) this.#word += chunk.slice(this.#from);
    this.#place.endChunk();
    // Not the array itself: a comment that is read again is a push within a push.
    return this.#isRereading ? [] : this.#found.splice(0);
  }

  end(): Scanned[] {
    if (this.#step === this.#comment) this.#reread();
    const where = 'the end of the file';
    if (this.#step === this.#afterValue) this.#entry.endField();
    // A word behind an @ in the middle of a line is a remark.
    const isRemark = (this.#step === this.#type || this.#step === this.#opening) && !this.#beganLine;
    if (this.#step === this.#afterValue || this.#step === this.#fieldName) this.#finishUnclosed(0, where);
    else if (this.#step !== this.#outside && this.#step !== this.#skip && !isRemark) this.#breakOff(0, `it is not closed before ${where}`);
    this.#step = this.#outside;
    return this.#found.splice(0);
  }

  readonly #outside: Step = (code, at) => {
    if (code === AT) this.#begin('', at + 1);
    return TAKEN;
  };

  readonly #type: Step = (code) => {
    if (isLetter(code) && this.#entry.type.length < LONGEST_WORD) {
      this.#entry.type += String.fromCharCode(code).toLowerCase();
      return TAKEN;
    }
    this.#step = this.#entry.type === '' ? this.#outside : this.#opening;
    return LEFT;
  };

  readonly #opening: Step = (code, at) => {
    if (code === OPEN || code === OPEN_ROUND) {
      this.#open(code === OPEN_ROUND, at);
      return TAKEN;
    }
    if (isBlank(code)) return TAKEN;
    // An address (me@example.org) or a remark; where a line begins with it, it may have been meant as an entry.
    if (this.#beganLine) this.#breakOff(at, `@${this.#entry.type} is not followed by a brace`);
    this.#step = this.#outside;
    return LEFT;
  };

  readonly #key: Step = (code, at) => {
    if (code === EQUALS) {
      // No key at all, or no comma behind it.
      const words = this.#word.trim().split(/\s+/);
      this.#beginValue(words.pop() ?? '');
      this.#entry.key = words.join(' ');
      return TAKEN;
    }
    if (code === COMMA || this.#closes(code)) {
      this.#entry.key = this.#word.trim();
      this.#word = '';
      this.#step = this.#fieldName;
      return code === COMMA;
    }
    if (code === OPEN || code === QUOTE || code === AT) return this.#breakOff(at, 'no comma stands behind its key');
    if (this.#word.length < LONGEST_KEY) this.#word += this.#chunk.charAt(at);
    return TAKEN;
  };

  readonly #fieldName: Step = (code, at) => {
    if (code === EQUALS) {
      this.#beginValue(this.#word.trim().split(/\s+/).at(-1) ?? '');
      return TAKEN;
    }
    if (this.#closes(code)) {
      this.#finish(at + 1);
      return TAKEN;
    }
    if (code === AT && this.#place.isLineStart) return this.#finishUnclosed(at, `line ${this.#place.line}`);
    if (code === OPEN || code === QUOTE) return this.#breakOff(at, `a field without name in line ${this.#place.line}`);
    if (code === COMMA) this.#word = '';
    else if (this.#word.length < LONGEST_KEY) this.#word += this.#chunk.charAt(at);
    return TAKEN;
  };

  readonly #valueStart: Step = (code, at) => {
    if (code === OPEN || code === QUOTE) {
      this.#closing = code === QUOTE ? QUOTE : CLOSE;
      this.#braces.open();
      this.#probe = undefined;
      this.#from = at + 1;
      this.#step = this.#delimited;
      return TAKEN;
    }
    if (isBlank(code) || code === HASH) return TAKEN;
    if (code === AT && this.#place.isLineStart) return this.#finishUnclosed(at, `line ${this.#place.line}`);
    this.#step = code === COMMA || this.#closes(code) ? this.#afterValue : this.#bare;
    return LEFT;
  };

  /** Inside braces or quotes. */
  readonly #delimited: Step = (code, at) => {
    if (this.#probe !== undefined) {
      if (code === OPEN && this.#probe.length > 1) return this.#recover(at);
      this.#probe = isLetter(code) && this.#probe.length < LONGEST_WORD ? this.#probe + this.#chunk.charAt(at) : undefined;
    } else if (code === AT && this.#place.isLineStart) this.#probe = '';
    if (this.#braces.closes(code, this.#closing)) {
      this.#entry.append(this.#chunk.slice(this.#from, at));
      this.#step = this.#afterValue;
    }
    return TAKEN;
  };

  /** A number or the name of a macro. */
  readonly #bare: Step = (code, at) => {
    if (isBlank(code) || code === COMMA || code === HASH || code === QUOTE || code === OPEN || this.#closes(code)) {
      this.#entry.appendMacro(this.#word, this.#place.readTo(at));
      this.#word = '';
      this.#step = this.#afterValue;
      return LEFT;
    }
    if (this.#word.length < LONGEST_KEY) this.#word += this.#chunk.charAt(at);
    return TAKEN;
  };

  readonly #afterValue: Step = (code, at) => {
    if (isBlank(code)) return TAKEN;
    if (code === HASH) {
      this.#step = this.#valueStart;
      return TAKEN;
    }
    if (code !== COMMA && code !== AT && !this.#closes(code) && !isLetter(code)) return this.#breakOff(at, `"${this.#chunk.charAt(at)}" behind a value in line ${this.#place.line}`);
    if (isLetter(code)) this.#entry.note(`a comma is missing in line ${this.#place.line}`);
    this.#entry.endField();
    if (code === AT && this.#place.isLineStart) return this.#finishUnclosed(at, `line ${this.#place.line}`);
    this.#step = this.#fieldName;
    return code === COMMA || code === AT;
  };

  /** The rest of an entry that cannot be read: up to its closing brace, or to a line that begins with an @. */
  readonly #skip: Step = (code) => {
    const isNext = code === AT && this.#place.isLineStart;
    if (isNext || this.#braces.closes(code, CLOSE)) this.#step = this.#outside;
    return !isNext;
  };

  /** `@comment{…}` and `@preamble{…}`. */
  readonly #comment: Step = (code, at) => {
    if (this.#braces.closes(code, this.#isRound ? CLOSE_ROUND : CLOSE)) {
      this.#found.push({ kind: 'comment', line: this.#entry.line, text: this.#word + this.#chunk.slice(this.#from, at) });
      this.#step = this.#outside;
    } else if (this.#word.length + at - this.#from >= LONGEST_COMMENT) {
      this.#word += this.#chunk.slice(this.#from, at);
      this.#reread();
      this.#place.beginExcerpt('', at);
      this.#from = at;
      return LEFT;
    }
    return TAKEN;
  };

  #begin(type: string, at: number): void {
    this.#entry.begin(type.toLowerCase(), this.#place.line);
    this.#beganLine = this.#place.isLineStart;
    this.#place.beginExcerpt(`@${type}`, at);
    this.#step = this.#type;
  }

  #open(isRound: boolean, at: number): void {
    const { type } = this.#entry;
    const isComment = type === 'comment' || type === 'preamble';
    // In a comment that nothing closes only the word is one, as for BibTeX.
    this.#step = isComment ? (this.#isRereading ? this.#outside : this.#comment) : type === 'string' ? this.#fieldName : this.#key;
    this.#braces.open();
    this.#isRound = isRound;
    this.#word = '';
    this.#from = at + 1;
  }

  #beginValue(name: string): void {
    this.#entry.name = name.toLowerCase();
    this.#word = '';
    this.#step = this.#valueStart;
  }

  #finish(end: number): void {
    const entry = this.#entry.entry(this.#place.excerptTo(end));
    if (entry.type !== 'string') this.#found.push(entry);
    else for (const reason of entry.notes) this.#found.push({ kind: 'broken', line: entry.line, reason, excerpt: entry.excerpt });
    this.#word = '';
    this.#step = this.#outside;
  }

  #finishUnclosed(at: number, where: string): boolean {
    this.#entry.note(`its closing brace is missing before ${where}`);
    this.#finish(at);
    return LEFT;
  }

  #breakOff(at: number, reason: string): boolean {
    this.#found.push({ kind: 'broken', line: this.#entry.line, reason, excerpt: this.#place.excerptTo(at) });
    this.#braces.open();
    this.#word = '';
    this.#step = this.#skip;
    return LEFT;
  }

  /** Inside a value a line began with `@word{`: the entry at hand was never closed. */
  #recover(at: number): boolean {
    this.#breakOff(at, `it is not closed: the next entry begins in line ${this.#place.line}`);
    this.#begin(this.#probe ?? '', at);
    this.#open(false, at);
    return TAKEN;
  }

  /** Nothing closed the comment: what is in it is read. */
  #reread(): void {
    const [text, chunk] = [this.#word, this.#chunk];
    this.#found.push({ kind: 'broken', line: this.#entry.line, reason: `nothing closes the @${this.#entry.type}: what follows it is read`, excerpt: `@${this.#entry.type}{${text.slice(0, EXCERPT)}` });
    this.#word = '';
    this.#place.line = this.#entry.line;
    this.#step = this.#outside;
    this.#isRereading = true;
    this.push(text);
    this.#isRereading = false;
    this.#chunk = chunk;
    this.#place.beginChunk(chunk);
  }

  #closes(code: number): boolean {
    return code === CLOSE || (this.#isRound && code === CLOSE_ROUND);
  }
}
