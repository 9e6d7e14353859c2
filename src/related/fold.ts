/** Text made comparable, with the way back to where each letter stood. */
export interface Folded {
  readonly text: string;
  /** Offset in the original of each unit of `text`, and one past the end; absent where the offsets are equal. */
  readonly at?: Uint32Array;
}

/**
 * Compatibility decomposition (NFKD), combining marks off, lower case, TeX commands and addresses blanked.
 * Marks that belong to a script of their own (Devanagari vowels, say) stay.
 */
export function fold(original: string): Folded {
  let text = original;
  // Blanked by spaces of the same length, so that offsets keep.
  if (text.includes('/')) text = text.replace(address, blank);
  const tex = text.includes('\\');
  if (!tex && ascii.test(text)) return { text: text.toLowerCase() };
  if (tex) text = text.replace(texAccent, markAccent).replace(texCommand, blank);

  let folded = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; ) {
    const code = text.codePointAt(i) ?? 0;
    const width = code > 0xff_ff ? 2 : 1;
    const letter = String.fromCodePoint(code);
    const plain = code < 128 ? letter.toLowerCase() : decompose(letter);
    for (let k = 0; k < plain.length; k++) at.push(i);
    folded += plain;
    i += width;
  }
  at.push(text.length);
  return { text: folded, at: Uint32Array.from(at) };
}

function decompose(letter: string): string {
  // Composed again for the scripts whose letters the decomposition takes apart (Hangul).
  const lower = letter.normalize('NFKD').toLowerCase().replace(mark, '').normalize('NFC');
  return spelled.get(lower) ?? lower;
}

const blank = (found: string): string => ' '.repeat(found.length);
/** `\"{o}` keeps its letter; the rest becomes marks, which the fold drops without breaking the word. */
const markAccent = (found: string, letter: string): string => {
  const before = found.lastIndexOf(letter);
  return '\u0300'.repeat(before) + letter + '\u0300'.repeat(found.length - before - letter.length);
};

// Each alternative is bounded or ends at its first unmatched unit: time stays linear in the text.
const ascii = /^\p{ASCII}*$/u;
const address = /\b(?:https?:\/\/|www\.)[^\s<>"]{1,500}|\b[a-z0-9-]{1,60}\.(?:com|org|io|net|edu|ai|co)\/[^\s<>"]{0,500}/gi;
const texAccent = /\{?\\(?:["'`^~=.]|[cdvHukrb](?=\{))\{?\\?([a-z])\}?\}?/gi;
const texCommand = /\\[a-z]{1,40}\*?/gi;
/** Marks of no script of their own. */
const mark = /(?=\p{M})\p{Script=Inherited}/gu;
/** Letters without a decomposition, written as their bearers write them in ASCII; invisible characters are nothing. */
const spelled: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe'], ['ø', 'o'], ['ł', 'l'], ['đ', 'd'], ['ð', 'd'], ['þ', 'th'], ['ı', 'i'],
  ['ħ', 'h'], ['\u00ad', ''], ['\u200b', ''], ['\u200c', ''], ['\u200d', ''], ['\u2060', ''], ['\ufeff', ''],
]);
