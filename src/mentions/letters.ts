import { foldWord } from '../paper/fold-word.ts';
import { INLINE_EDGE, LINK_EDGE } from './edges.ts';

/** The letters of a text as a title key has them, one after the other without what stands between. */
export interface Letters {
  readonly count: number;
  /** UTF-16 units. */
  readonly units: Uint16Array;
  /** Where in the text each letter stands. */
  readonly at: Uint32Array;
  /** 1 where a word begins. */
  readonly starts: Uint8Array;
}

const BREAK = 0;
const IGNORED = 1;
/** `'` and its like stand within words; the two edges of inline elements do too. */
const APOSTROPHES = new Set("'’‘‛`´ʼʻʹʺˈ′″".split(''));
const WORD = /^[\p{L}\p{M}\p{N}]+$/u;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}™℠®©]|(?![゙゚])\p{Script=Inherited}/u;
/** Units of text folded between two chances to pause: about a millisecond of work. */
const STRETCH = 32_768;

/** What an ASCII unit becomes: itself folded, {@link BREAK}, or {@link IGNORED}. */
const ASCII = Uint16Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (APOSTROPHES.has(char)) return IGNORED;
  return /[a-z0-9+#*@%=]/i.test(char) ? char.toLowerCase().charCodeAt(0) : BREAK;
});

/** Other characters by code point: the letters they become; empty where they break, null where they are not there. */
const known = new Map<number, string | null>();

/**
 * Folds a text as `titleKey` folds a title, letter by letter, so that every title in it is a stretch of letters. What only
 * a title's own markup means (TeX, entities, signs by name) is not seen: whoever finds a stretch compares its key.
 */
export function* lettersOf(text: string): Generator<undefined, Letters> {
  // A ligature or a Greek letter becomes several letters; grown where a text is full of them.
  let size = text.length + 64;
  let units = new Uint16Array(size);
  let at = new Uint32Array(size);
  let starts = new Uint8Array(size);
  let count = 0;
  let isBroken = true;
  const put = (unit: number, place: number): void => {
    if (count + 2 > size) {
      size = Math.ceil(size * 1.5);
      [units, at, starts] = [grown(units, new Uint16Array(size)), grown(at, new Uint32Array(size)), grown(starts, new Uint8Array(size))];
    }
    // Two numbers that stand apart are two.
    if (isBroken && isDigit(unit) && count > 0 && isDigit(units[count - 1] ?? 0)) {
      units[count] = LOW_LINE;
      at[count++] = place;
    }
    units[count] = unit;
    at[count] = place;
    starts[count++] = isBroken ? 1 : 0;
    isBroken = false;
  };

  for (let place = 0; place < text.length; place++) {
    if (place % STRETCH === 0) yield;
    const code = text.charCodeAt(place);
    if (code < 128) {
      if (code === AMPERSAND) {
        isBroken = true;
        for (const letter of AND) put(letter, place);
        isBroken = true;
        continue;
      }
      const folded = ASCII[code] ?? BREAK;
      if (folded > IGNORED) put(folded, place);
      else if (folded === BREAK && !staysInNumber(text, code, place)) isBroken = true;
      else if (code === DOT) put(DOT, place);
      continue;
    }
    if (code === EDGE || code === INLINE) {
      // Words that the page sets apart by style alone: "PriorDmitry".
      if (isLower(text.charCodeAt(place - 1)) && isUpper(text.charCodeAt(place + 1))) isBroken = true;
      continue;
    }
    const point = text.codePointAt(place) ?? code;
    const folded = fold(point);
    if (folded === '') isBroken = true;
    else if (folded !== null) {
      // A raised digit is a number of its own.
      if (isDigit(folded.charCodeAt(0))) isBroken = true;
      for (let i = 0; i < folded.length; i++) put(folded.charCodeAt(i), place);
    }
    if (point > 0xff_ff) place++;
  }
  return { count, units, at, starts };
}

const LOW_LINE = 0x5f;
const DOT = 0x2e;
const COMMA = 0x2c;
const AMPERSAND = 0x26;
const AND = [0x61, 0x6e, 0x64];
const EDGE = LINK_EDGE.charCodeAt(0);
const INLINE = INLINE_EDGE.charCodeAt(0);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLower = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0x24f);
const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a;

/** The point of a decimal, and the comma of thousands. */
function staysInNumber(text: string, code: number, place: number): boolean {
  if ((code !== DOT && code !== COMMA) || !isDigit(text.charCodeAt(place - 1)) || !isDigit(text.charCodeAt(place + 1))) return false;
  return code === DOT || (isDigit(text.charCodeAt(place + 2)) && isDigit(text.charCodeAt(place + 3)) && !isDigit(text.charCodeAt(place + 4)));
}

function fold(point: number): string | null {
  let folded = known.get(point);
  if (folded === undefined) {
    const char = String.fromCodePoint(point);
    const plain = foldWord(char.normalize('NFKC'));
    folded = APOSTROPHES.has(char) || INVISIBLE.test(char) || plain === '' ? null : WORD.test(plain) ? plain : '';
    if (known.size < 20_000) known.set(point, folded);
  }
  return folded;
}

function grown<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
