/** One-letter accent commands; the accent itself is folded away anyway: `\v{c}`, `\c c`, `\H{o}`. */
const ACCENTS = 'v c h k u r d b t';
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
    varepsilon: 'ε', vartheta: 'θ', varpi: 'π', varrho: 'ρ', varsigma: 'σ', varphi: 'φ', epsilon: 'ε', and: '&',
  }),
);
const DROPPED: ReadonlyMap<string, string> = new Map([
  ...ACCENTS.split(' ').map((name) => [name, ''] as const),
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
    .replace(/\\([a-z]+)\*?[ \t]?/gi, (command: string, name: string) => spell(name, command))
    .replace(/\\["'`^~=.]\s?/g, '')
    .replace(/\\[,;:! /\\]/g, ' ')
    .replace(/\\-/g, '')
    .replace(/\}\s*\{|[\^_~]/g, ' ')
    .replace(/[\\{}$]/g, '');
}

/** Accents and letters swallow the space after them (`Sm\o rgasbord`); a sign keeps it. */
function spell(name: string, command: string): string {
  const small = name.toLowerCase();
  const character = CHARACTERS.get(small);
  if (character !== undefined && /^[a-z]+$/.test(character)) return character;
  const spelled = character ?? DROPPED.get(small) ?? name;
  return spelled !== '' && /\s$/.test(command) ? `${spelled} ` : spelled;
}
