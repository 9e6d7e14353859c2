import { GREEK } from './fold-word.ts';

/** Accent commands and the combining marks they print: `\"o`, `\v{c}`, `\c c`, `\H{o}`. */
const MARKS: ReadonlyMap<string, string> = new Map(
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
/** Commands that stand for a character; every other command stands for its own name, as Greek letters and functions do. */
const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    o: 'o', l: 'l', i: 'i', j: 'j', ss: 'ss', ae: 'ae', oe: 'oe', aa: 'a', dj: 'd', dh: 'd', th: 'th', ng: 'ng',
    ell: 'l', hbar: 'h', times: '×', ast: '*', sharp: '#', sim: '∼', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', ne: '≠', lt: '<', gt: '>',
    textgreater: '>', textless: '<', textasciitilde: '∼', textunderscore: ' ', textbackslash: ' ', textendash: '–', textemdash: '—',
    textquoteright: '’', textquoteleft: '‘', textquotedblleft: '“', textquotedblright: '”', textregistered: '', texttrademark: '', copyright: '',
    and: '&',
  }),
);
const GREEK_LETTERS: ReadonlyMap<string, string> = new Map(Object.entries(GREEK).map(([letter, name]) => [name, letter]));
const DROPPED: ReadonlyMap<string, string> = new Map([
  ...SETTING.split(' ').map((name) => [name, ' '] as const),
  ...ARROWS.split(' ').map((name) => [name, '→'] as const),
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

/** What a command prints. Letters swallow the space after them (`Sm\o rgasbord`); a sign keeps it. */
function spell(name: string, command: string): string {
  const small = name.toLowerCase();
  const letter = CHARACTERS.get(small);
  if (letter !== undefined && /^[a-z]+$/.test(letter)) return name === small ? letter : letter.toUpperCase();
  const greek = GREEK_LETTERS.get(small.replace(/^var(?=.)/, ''));
  const spelled = letter ?? (greek === undefined ? (DROPPED.get(small) ?? name) : name.startsWith(small.charAt(0)) ? greek : greek.toUpperCase());
  return spelled !== '' && /\s$/.test(command) ? `${spelled} ` : spelled;
}
