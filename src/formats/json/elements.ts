/** One element of a JSON file, as text, and the line where it begins. */
export interface Element {
  readonly text: string;
  readonly line: number;
  /** Set where it cannot be one. */
  readonly reason?: string;
}

/** Names under which files keep their list of papers. */
const LISTS = new Set(['papers', 'items', 'references', 'entries', 'records', 'data', 'results', 'library', 'works']);
/** In UTF-16 units; longer elements give no record. */
const LONGEST = 4_194_304;
const DEEPEST = 64;
const [NEWLINE, QUOTE, COMMA, COLON, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN, CLOSE] = [10, 34, 44, 58, 91, 92, 93, 123, 125] as const;

/**
 * Cuts a JSON file into the elements of its list, wherever its chunks are cut: of `[…]`, of `{ "papers": […] }`, or
 * objects one after the other. What is broken ends where the next line begins with a brace as far in as its own.
 */
export class Elements {
  #found: Element[] = [];
  #text = '';
  #size = 0;
  #from = 0;
  #line = 1;
  #column = 0;
  #isBlankSoFar = true;
  /** Depth inside the element; 0 is between elements. */
  #depth = 0;
  #elementLine = 1;
  #elementColumn = 0;
  #isTooDeep = false;
  #inString = false;
  #isEscaped = false;
  /** How much of `},{` the text at hand ends with; 4 is a quote behind it. A name behind that tells that a quote was lost before. */
  #seam = 0;
  /** Inside the file's list, not inside an object that stands alone. */
  #inList = false;
  #hasTitle = false;
  /** The last string, to know the name of a list. */
  #string = '';
  #keepsString = false;
  #name = '';
  /** Broken: nothing is read until an element begins in a line, as far in as this one did. */
  #isLost = false;

  push(chunk: string): Element[] {
    this.#from = 0;
    for (let at = 0; at < chunk.length; at++) this.#take(chunk.charCodeAt(at), at, chunk);
    if (this.#depth > 0 || this.#inString) this.#keep(chunk, chunk.length);
    return this.#found.splice(0);
  }

  end(): Element[] {
    if (this.#depth > 0 || this.#inString) this.#found.push({ text: this.#text, line: this.#elementLine, reason: 'it is not closed before the end of the file' });
    this.#depth = 0;
    return this.#found.splice(0);
  }

  #take(code: number, at: number, chunk: string): void {
    if (this.#isLost) this.#seek(code, at);
    else if (this.#inString) this.#inText(code, at, chunk);
    else this.#between(code, at, chunk);
    if (code === NEWLINE) {
      this.#line++;
      this.#column = 0;
      this.#isBlankSoFar = true;
    } else {
      this.#column++;
      if (code > 32 && code !== COMMA) this.#isBlankSoFar = false;
    }
  }

  #seek(code: number, at: number): void {
    if (code !== OPEN || !this.#isBlankSoFar || this.#column !== this.#elementColumn) return;
    this.#isLost = false;
    this.#begin(at);
  }

  #inText(code: number, at: number, chunk: string): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === BACKSLASH) this.#isEscaped = true;
    else if (code === QUOTE) this.#endText(chunk, at);
    else if (code === NEWLINE) {
      this.#inString = false;
      this.#lose(chunk, at, `a text is not closed in line ${this.#line}`);
    }
    else {
      this.#seam = code === CLOSE ? 1 : code === COMMA && this.#seam === 1 ? 2 : code === OPEN && this.#seam === 2 ? 3 : code === 32 ? this.#seam : 0;
      if (this.#keepsString && this.#string.length < 20) this.#string += chunk.charAt(at);
    }
  }

  #endText(chunk: string, at: number): void {
    this.#inString = false;
    if (this.#depth === 0) {
      if (!this.#inList) return;
      this.#keep(chunk, at + 1);
      this.#finish();
    } else if (this.#seam === 3) this.#seam = 4;
  }

  #between(code: number, at: number, chunk: string): void {
    if (this.#seam === 4 && this.#depth > 0 && isLetter(code)) {
      // `},{"name`: what was taken for the end of a text begins the first name of the next element.
      this.#keep(chunk, at);
      this.#finish('a quote is missing');
      this.#begin(at);
      this.#text = '{"';
      this.#inString = true;
    }
    if (this.#seam === 4) this.#seam = 0;
    if (this.#inString) return;
    if (code === QUOTE) {
      this.#inString = true;
      this.#keepsString = this.#depth <= 1;
      this.#string = '';
      this.#seam = 0;
      if (this.#depth > 0) return;
      this.#elementLine = this.#line;
      this.#elementColumn = this.#column;
      this.#from = at;
      this.#text = '';
      this.#size = 0;
    } else if (code === COLON && this.#depth === 1) {
      this.#name = this.#string;
      if (this.#name === 'title') this.#hasTitle = true;
    } else if (code === CLOSE_LIST && this.#depth === 0) this.#inList = false;
    else if (code === OPEN || code === OPEN_LIST) this.#open(code, at);
    else if ((code === CLOSE || code === CLOSE_LIST) && this.#depth > 0 && --this.#depth === 0) {
      this.#keep(chunk, at + 1);
      this.#finish(this.#isTooDeep ? `more than ${DEEPEST} levels deep` : undefined);
    }
  }

  #open(code: number, at: number): void {
    if (this.#depth === 0) {
      if (code === OPEN) this.#begin(at);
      else this.#inList = true;
      return;
    }
    // A paper has a title and may have a list of references; a file of papers has none.
    if (code === OPEN_LIST && this.#depth === 1 && !this.#inList && !this.#hasTitle && LISTS.has(this.#name.toLowerCase())) {
      this.#depth = 0;
      this.#inList = true;
      return;
    }
    this.#depth++;
    if (this.#depth > DEEPEST) this.#isTooDeep = true;
  }

  #begin(at: number): void {
    this.#depth = 1;
    this.#elementLine = this.#line;
    this.#elementColumn = this.#column;
    this.#from = at;
    this.#text = this.#name = '';
    this.#size = 0;
    this.#isTooDeep = this.#hasTitle = false;
  }

  #finish(reason?: string): void {
    const why = reason ?? (this.#size > LONGEST ? `more than ${LONGEST} characters` : undefined);
    this.#found.push({ text: this.#text, line: this.#elementLine, ...(why !== undefined && { reason: why }) });
    this.#text = '';
    this.#depth = 0;
  }

  #lose(chunk: string, at: number, reason: string): void {
    this.#keep(chunk, at);
    this.#finish(reason);
    this.#isLost = true;
  }

  #keep(chunk: string, end: number): void {
    this.#size += end - this.#from;
    if (this.#text.length < LONGEST) this.#text += chunk.slice(this.#from, Math.min(end, this.#from + LONGEST));
    this.#from = end;
  }
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
