import { foldWord } from './fold-word.ts';
import { plainTitle } from './plain-title.ts';

export interface TitleWord {
  /** As the title writes it, in its own case. */
  readonly raw: string;
  readonly folded: string;
  /** Written together with the word before it: `Many-in-One` is one word to a reader. */
  readonly joined: boolean;
}

export interface TitleWords {
  readonly words: readonly TitleWord[];
  /** How many words stand before the first colon or dash that starts a subtitle; all of them where there is none. */
  readonly head: number;
}

/** Signs by the name TeX gives them, so that `∞` and `\infty` meet. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '∞': ' infty ', '×': 'x', '≤': ' leq ', '≥': ' geq ', '<': ' lt ', '>': ' gt ', '±': ' pm ', '∂': ' partial ', '∇': ' nabla ', '∑': ' sum ', '∏': ' prod ', '∫': ' int ',
    '√': ' sqrt ', '≠': ' neq ', '≈': ' approx ', '∈': ' in ', '∼': ' sim ', '⊗': ' otimes ', '⊕': ' oplus ', '∘': ' circ ', '°': ' circ ', '⊥': ' perp ', '♯': '#', '∗': '*', '⋆': ' star ', '★': ' star ', '&': ' and ',
  }),
);
const SIGN = new RegExp(`[${[...SIGNS.keys()].join('')}]`, 'g');
const ARROW = /<?[-‐-―−=]{1,3}>|<[-‐-―−]{1,3}|[←-⇿⟵-⟿]/g;
const APOSTROPHES = /['’‘‛`´ʼʻʹʺˈ′″]/g;
/** `1,000` is a number, `(1,2)` are two. */
const THOUSANDS = /(?<=\p{N}),(?=\p{N}{3}(?!\p{N}))/gu;
/** Letters, marks and digits of all scripts, the signs that tell papers apart (C++, C#, A*), and the point of a decimal. */
const WORD = /(?:[\p{L}\p{M}\p{N}+#*@%=]|(?<=\p{N})\.(?=\p{N}))+/gu;
/** A colon or question before a blank, or a dash between blanks. */
const DIVIDER = /:(?!\S)|[?!](?= )|(?<= )[-‐-―−]{1,3}(?= )|[—―]|--/;

/** The words of a title, folded for comparison. Numbers keep their decimal point; other punctuation only divides. */
export function titleWords(title: string): TitleWords {
  const plain = plainTitle(title);
  const divider = DIVIDER.exec(plain)?.index ?? plain.length;
  const words = wordsOf(plain.slice(0, divider));
  const head = words.length;
  if (divider < plain.length) words.push(...wordsOf(plain.slice(divider)));
  // A divider with nothing after it (a closing full stop) divides nothing.
  return { words, head: head === 0 ? words.length : head };
}

/** Words run together into one key; a low line keeps digits apart that stood apart, so that `2 3` is not `23`. */
export function joinWords(words: readonly TitleWord[]): string {
  let key = '';
  for (const { folded } of words) key += !/^[a-z]/.test(folded) && /^\p{N}/u.test(folded) && /\p{N}$/u.test(key) ? `_${folded}` : folded;
  return key;
}

function wordsOf(plain: string): TitleWord[] {
  const words: TitleWord[] = [];
  const text = plain.replace(ARROW, ' ').replace(SIGN, (sign) => SIGNS.get(sign) ?? ' ').replace(APOSTROPHES, '').replace(THOUSANDS, '');
  for (const match of text.matchAll(WORD)) {
    const [raw] = match;
    const folded = foldWord(raw);
    if (folded !== '') words.push({ raw, folded, joined: words.length > 0 && !/\s/.test(text[match.index - 1] ?? '') });
  }
  return words;
}
