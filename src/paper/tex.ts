import { GREEK } from './fold-word.ts';

/** Accent commands and the combining marks they print: `\"o`, `\v{c}`, `\c c`, `\H{o}`. */
export const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({ '"': '\u0308', "'": '\u0301', '`': '\u0300', '^': '\u0302', '~': '\u0303', '=': '\u0304', '.': '\u0307', v: '\u030C', c: '\u0327', h: '\u030B', k: '\u0328', u: '\u0306', r: '\u030A', d: '\u0323', b: '\u0331', t: '' }),
);
const ACCENT = /\\(["'`^~=.]|[vchkurdbt](?![a-z]))\s?\{?\s?\\?(\p{L}(?![a-z]*\{))\}?/giu;
/** Commands that set type, size or space: what they act on stays. */
const SETTING =
  'mathcal mathbf mathrm mathit mathsf mathtt mathbb mathfrak mathscr mathnormal boldsymbol bm pmb textit textbf textrm textsf texttt textsc textsl textup ' +
  'textnormal text mbox hbox emph em it bf rm sf tt sc sl normalfont uppercase lowercase ensuremath operatorname protect mathop mathrel mathbin mathord ' +
  'displaystyle textstyle scriptstyle scriptscriptstyle left right big bigg bigl bigr limits nolimits hat tilde bar vec dot ddot check breve acute grave ' +
  'widehat widetilde overline underline underbar mathring frac tfrac dfrac cfrac textsuperscript textsubscript phantom hphantom vphantom underset overset stackrel ' +
  'prime cdot cdots ldots dots quad qquad space thinspace hspace hfill newline linebreak nobreak xspace noindent';
const ARROWS = 'to rightarrow leftarrow longrightarrow leftrightarrow mapsto xrightarrow longleftarrow gets textrightarrow';
const LETTERS: ReadonlyMap<string, string> = new Map(Object.entries({ o: 'ø', l: 'ł', i: 'i', j: 'j', ss: 'ß', ae: 'æ', oe: 'œ', aa: 'å', dj: 'đ', dh: 'ð', th: 'þ', ng: 'ŋ' }));
const GREEK_LETTERS: ReadonlyMap<string, string> = new Map(Object.entries(GREEK).map(([letter, name]) => [name, letter]));
/** Commands that stand for a sign; what is in no list, as a function is (`\log`), stands for its own name. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...SETTING.split(' ').map((name) => [name, ' '] as const),
  ...ARROWS.split(' ').map((name) => [name, '→'] as const),
  ...Object.entries({
    ell: 'l', hbar: 'h', times: '×', ast: '*', sharp: '#', sim: '∼', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', ne: '≠', lt: '<', gt: '>',
    textgreater: '>', textless: '<', textasciitilde: '∼', textunderscore: ' ', textbackslash: ' ', textendash: '–', textemdash: '—',
    textquoteright: '’', textquoteleft: '‘', textquotedblleft: '“', textquotedblright: '”', textregistered: '', texttrademark: '', copyright: '',
    and: '&',
  }),
]);

/**
 * TeX to the text it prints, as far as titles need it: accents, formatting, Greek and other named signs, `$…$`, braces.
 * Not a TeX reader: what it does not know stays as its name.
 */
export function withoutTex(text: string): string {
  if (!/[\\${}^_~]/.test(text)) return text;
  return text
    .replace(ACCENT, (_, accent: string, letter: string) => letter + (MARKS.get(accent.toLowerCase()) ?? ''))
    .replace(/\\([a-z]+)\*?[ \t]?/gi, (command: string, name: string) => spell(name, command))
    .replace(/\\["'`^~=.]\s?|\\-/g, '')
    .replace(/\\[,;:! /\\]|~|\}\s*\{/g, ' ')
    // An exponent stays apart from the number it is on.
    .replace(/(?<=\p{N}\$?\s?)[\^_]/gu, ' ')
    .replace(/[\\{}$^_]/g, '');
}

/** What a command prints, in its own case. A letter swallows the space after it (`Sm\o rgasbord`); a sign keeps it. */
function spell(name: string, command: string): string {
  const small = name.toLowerCase();
  const inCase = (letter: string): string => (name.charAt(0) === small.charAt(0) ? letter : letter.toUpperCase());
  const letter = LETTERS.get(small);
  if (letter !== undefined) return inCase(letter);
  const greek = GREEK_LETTERS.get(small.replace(/^var(?=.)/, ''));
  const sign = greek === undefined ? (SIGNS.get(small) ?? name) : inCase(greek);
  return sign !== '' && /\s$/.test(command) ? `${sign} ` : sign;
}
