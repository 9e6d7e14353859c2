import { MARKS } from '../../paper/tex.ts';
import { FORMULAS, SETTING, SIGNS, SILENT } from './commands.ts';

/**
 * How a field is read: `line` as one line, `lines` with `\\` and empty lines as line breaks, `address` without the
 * signs that TeX makes of others (`~`, `--`, quotes).
 */
export type Reading = 'line' | 'lines' | 'address';

/** Formulas are not longer; a `$` without another so near is a dollar. */
const LONGEST_FORMULA = 1_000;
/** `\H` and `\h` are two accents; all others have one case. */
const ACCENTS: ReadonlyMap<string, string> = new Map([...MARKS, ['H', '\u030B'], ['h', '\u0309']]);
const PLAIN = /[^\\{}$~`'\-\s]+/y;
const COMMAND = /[a-zA-Z]{1,40}/y;
const BLANKS = /[ \t\n]+/y;
const SYMBOL = /\{(\d{1,7})\}/y;

/**
 * The text that a TeX value prints: accents and named signs as characters, braces gone, blanks single. Formulas stay as
 * they are written (`$\alpha$`), and so do commands that are not known, with their braces. Linear; never throws.
 */
export function readTex(text: string, as: Reading): string {
  // What most values are: words.
  if (!/[\\{}$~`'\n\t]|--|\s{2}/.test(text)) return text;
  return new TexReader(text, as).read();
}

class TexReader {
  readonly #text: string;
  readonly #as: Reading;
  #at = 0;
  #out = '';
  /** Accents that wait for their letter, as commands: `"`, `v`. */
  #accents = '';
  /** Of each open brace, whether it is printed: it belongs to a command that is not known. */
  readonly #braces: boolean[] = [];
  #hasMarks = false;
  /** The last thing printed is a blank that others melt into. */
  #endsBlank = true;

  constructor(text: string, as: Reading) {
    this.#text = text;
    this.#as = as;
  }

  read(): string {
    const text = this.#text;
    while (this.#at < text.length) {
      const plain = this.#match(PLAIN);
      if (plain !== '') this.#print(plain);
      else this.#sign(text.charAt(this.#at++));
    }
    this.#printBareAccents();
    return this.#hasMarks ? this.#out.normalize('NFC') : this.#out;
  }

  #sign(sign: string): void {
    if (sign === '\\') this.#command();
    else if (sign === '{') this.#openBrace(false);
    else if (sign === '}') this.#closeBrace();
    else if (sign === '$') this.#formula();
    else if (sign === ' ' || sign === '\n' || sign === '\t') this.#blank();
    else if (this.#as === 'address') this.#print(sign);
    else if (sign === '~') this.#printBlank();
    else if (sign === '-') this.#print(this.#take('--') ? '—' : this.#take('-') ? '–' : '-');
    else if (sign === '`') this.#print(this.#take('`') ? '“' : '`');
    else if (sign === "'") this.#print(this.#take("'") ? '”' : "'");
    else this.#print(sign);
  }

  #command(): void {
    const name = this.#match(COMMAND);
    if (name === '') {
      this.#signCommand(this.#text.charAt(this.#at++));
    } else if (name.length === 1 && ACCENTS.has(name)) {
      this.#match(BLANKS);
      this.#accents += name;
    } else {
      this.#wordCommand(name);
    }
  }

  #wordCommand(name: string): void {
    const sign = SIGNS.get(name);
    if (sign !== undefined) {
      this.#match(BLANKS);
      this.#print(sign);
    } else if (name === 'symbol') {
      SYMBOL.lastIndex = this.#at;
      const [found = '', code = ''] = SYMBOL.exec(this.#text) ?? [];
      this.#at += found.length;
      if (Number(code) > 0 && Number(code) <= 0x10_ff_ff) this.#print(String.fromCodePoint(Number(code)));
    } else if (name === 'par') {
      this.#match(BLANKS);
      this.#breakLine('\n\n');
    } else if (SILENT.has(name)) this.#skipArgument();
    else if (SETTING.has(name)) this.#match(BLANKS);
    else {
      this.#print(`\\${name}`);
      if (this.#text.charAt(this.#at) === '{') {
        this.#at++;
        this.#openBrace(true);
      }
    }
  }

  #signCommand(sign: string): void {
    if ('"\'`^~=.'.includes(sign) && sign !== '') {
      this.#match(BLANKS);
      this.#accents += sign;
    } else if (sign === '\\') {
      this.#match(BLANKS);
      this.#breakLine('\n');
    } else if (sign !== '' && '{}&%$#_,;:! @\n\t'.includes(sign)) {
      if (/[\s,;:!]/.test(sign)) this.#printKeptBlank();
      else if (sign !== '@') this.#print(sign);
    } else if (sign !== '-' && sign !== '/') this.#print(`\\${sign}`);
  }

  #openBrace(isPrinted: boolean): void {
    this.#braces.push(isPrinted);
    if (isPrinted) this.#print('{');
  }

  #closeBrace(): void {
    this.#printBareAccents();
    if (this.#braces.pop() === true) this.#print('}');
  }

  /** Keeps a formula as it stands; what only exporters write as one becomes its sign. */
  #formula(): void {
    const end = this.#text.slice(this.#at, this.#at + LONGEST_FORMULA).search(/(?<!\\)\$/);
    const inside = this.#text.slice(this.#at, this.#at + Math.max(end, 0));
    if (end <= 0 || !isBalanced(inside)) return this.#print('$');
    this.#at += end + 1;
    const sign = FORMULAS.get(inside.trim());
    this.#print(sign ?? (this.#as === 'address' ? inside : `$${inside.replace(/\s+/g, ' ')}$`));
  }

  #skipArgument(): void {
    this.#match(BLANKS);
    let depth = 0;
    for (let i = this.#at; i < this.#text.length && i < this.#at + 2_048; i++) {
      const sign = this.#text.charAt(i);
      if (sign === '{') depth++;
      else if (sign === '}') depth--;
      if (depth <= 0) {
        this.#at = sign === '}' ? i + 1 : i;
        return;
      }
    }
  }

  #blank(): void {
    this.#at--;
    const blanks = this.#match(BLANKS);
    if (this.#accents !== '') return;
    if (this.#as === 'lines' && blanks.indexOf('\n') !== blanks.lastIndexOf('\n')) this.#breakLine('\n\n');
    else this.#printBlank();
  }

  #breakLine(lines: string): void {
    if (this.#as !== 'lines') return this.#printBlank();
    this.#printBareAccents();
    this.#out += lines;
    this.#endsBlank = true;
  }

  #printBlank(): void {
    this.#printBareAccents();
    if (!this.#endsBlank) this.#out += ' ';
    this.#endsBlank = true;
  }

  #printKeptBlank(): void {
    this.#printBareAccents();
    this.#out += ' ';
    this.#endsBlank = false;
  }

  /** Prints text, its first letter under the accents that wait. */
  #print(text: string): void {
    if (this.#accents !== '') {
      const letter = String.fromCodePoint(text.codePointAt(0) ?? 0);
      const bare = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
      if (/\p{L}/u.test(letter)) {
        this.#out += bare + this.#accents.slice(-4).split('').map((accent) => ACCENTS.get(accent) ?? '').join('');
        this.#out += text.slice(letter.length);
        this.#accents = '';
        this.#hasMarks = true;
        this.#endsBlank = false;
        return;
      }
      this.#printBareAccents();
    }
    this.#out += text;
    this.#endsBlank = false;
  }

  /** Accents over nothing stand for themselves: `\~{}` is a tilde. */
  #printBareAccents(): void {
    if (this.#accents === '') return;
    this.#out += this.#accents.replace(/[a-z]/gi, '');
    this.#accents = '';
    this.#endsBlank = false;
  }

  #take(text: string): boolean {
    const isNext = this.#text.startsWith(text, this.#at);
    if (isNext) this.#at += text.length;
    return isNext;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ''] = pattern.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }
}

function isBalanced(formula: string): boolean {
  let depth = 0;
  for (const sign of formula.replace(/\\./g, '')) {
    if (sign === '{') depth++;
    else if (sign === '}' && --depth < 0) return false;
  }
  return depth === 0;
}
