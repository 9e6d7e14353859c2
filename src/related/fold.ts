/** Text made comparable, with the way back to where each letter stood. */
export interface Folded {
  readonly text: string;
  /** Whether nothing but ASCII is left. */
  readonly isAscii: boolean;
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
  if (text.includes('\\')) text = text.replace(texAccent, markAccent).replace(texCommand, blank);
  if (ascii.test(text)) return { text: text.toLowerCase(), isAscii: true };

  let folded = '';
  let equal = true;
  const at: number[] = [];
  foreign.lastIndex = 0;
  let from = 0;
  for (let found = foreign.exec(text); found !== null; found = foreign.exec(text)) {
    for (let i = from; i < found.index; i++) at.push(i);
    const plain = decompose(found[0]);
    for (let k = 0; k < plain.length; k++) at.push(found.index);
    folded += text.slice(from, found.index).toLowerCase() + plain;
    from = foreign.lastIndex;
    equal &&= plain.length === found[0].length;
  }
  folded += text.slice(from).toLowerCase();
  const isAscii = ascii.test(folded);
  if (equal) return { text: folded, isAscii };
  for (let i = from; i <= text.length; i++) at.push(i);
  return { text: folded, isAscii, at: Uint32Array.from(at) };
}

/** Of the few letters that are not ASCII in most texts, the same ones come again and again. */
const decomposed = new Map<string, string>();
const mostRemembered = 4096;

function decompose(letter: string): string {
  const known = decomposed.get(letter);
  if (known !== undefined) return known;
  // Composed again for the scripts whose letters the decomposition takes apart (Hangul).
  const lower = letter.normalize('NFKD').toLowerCase().replace(mark, '').normalize('NFC');
  const plain = spelled.get(lower) ?? lower;
  if (decomposed.size < mostRemembered) decomposed.set(letter, plain);
  return plain;
}

const blank = (found: string): string => ' '.repeat(found.length);
/** `\"{o}` keeps its letter; the rest becomes marks, which the fold drops without breaking the word. */
const markAccent = (found: string, letter: string): string => {
  const before = found.lastIndexOf(letter);
  return '\u0300'.repeat(before) + letter + '\u0300'.repeat(found.length - before - letter.length);
};

// Each alternative is bounded or ends at its first unmatched unit: time stays linear in the text.
const ascii = /^\p{ASCII}*$/u;
const foreign = /\P{ASCII}/gu;
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
