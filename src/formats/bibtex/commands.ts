import { GREEK } from '../../paper/fold-word.ts';

/** Commands that stand for a sign of their own. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(GREEK).flatMap(([letter, name]) => [[name, letter], [name.charAt(0).toUpperCase() + name.slice(1), letter.toUpperCase()]] as const),
  ...Object.entries({
    o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ', ss: 'ß', SS: 'ẞ', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', dj: 'đ', DJ: 'Đ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', ng: 'ŋ', NG: 'Ŋ',
    textendash: '–', textemdash: '—', textquotesingle: "'", textquoteright: '’', textquoteleft: '‘', textquotedblleft: '“', textquotedblright: '”', textquotedbl: '"', quotedblbase: '„', quotesinglbase: '‚',
    guillemotleft: '«', guillemotright: '»', guillemetleft: '«', guillemetright: '»', guilsinglleft: '‹', guilsinglright: '›', textasciigrave: '`', textasciitilde: '~', textasciicircum: '^', textbackslash: '\\',
    textbraceleft: '{', textbraceright: '}', lbrace: '{', rbrace: '}', textless: '<', textgreater: '>', textbar: '|', textdollar: '$', textunderscore: '_', textellipsis: '…', ldots: '…', dots: '…', textbullet: '•', textperiodcentered: '·',
    textregistered: '®', texttrademark: '™', copyright: '©', textcopyright: '©', S: '§', textsection: '§', P: '¶', textparagraph: '¶', pounds: '£', textsterling: '£', euro: '€', texteuro: '€', textyen: '¥', textcent: '¢',
    textdegree: '°', degree: '°', textpm: '±', pm: '±', texttimes: '×', times: '×', textdiv: '÷', textmu: 'µ', textonehalf: '½', textonequarter: '¼', textexclamdown: '¡', textquestiondown: '¿', textordfeminine: 'ª', textordmasculine: 'º',
    textrightarrow: '→', rightarrow: '→', to: '→', textleftarrow: '←', leftarrow: '←', infty: '∞', sim: '∼', approx: '≈', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', ne: '≠', cdot: '·', ell: 'ℓ', backslash: '\\',
    slash: '/', space: ' ', quad: ' ', qquad: ' ', textvisiblespace: ' ', LaTeX: 'LaTeX', TeX: 'TeX', BibTeX: 'BibTeX',
  }),
]);

/** Commands that only set type or allow breaks: what they act on stays. */
export const SETTING: ReadonlySet<string> = new Set(
  (
    'emph em textit it itshape textbf bf bfseries textrm rm rmfamily textsf sf textsc sc scshape textsl sl texttt tt ttfamily textup upshape textmd textnormal normalfont text mbox hbox ensuremath ' +
    'textsuperscript textsubscript underline uppercase lowercase MakeUppercase MakeLowercase url path nolinkurl relax protect noindent nobreak newblock xspace small footnotesize large selectlanguage allowbreak hskip enquote mkbibquote mkbibemph mkbibbold bibstring'
  ).split(' '),
);

/** Commands whose argument is for programs and not for readers. */
export const SILENT: ReadonlySet<string> = new Set(['noopsort', 'href', 'label', 'hspace', 'vspace', 'foreignlanguage']);

/** What exporters write as a formula because TeX has no other name for the sign. */
export const FORMULAS: ReadonlyMap<string, string> = new Map(
  Object.entries({ '<': '<', '>': '>', '|': '|', '\\{': '{', '\\}': '}', '\\lbrace': '{', '\\rbrace': '}', '\\backslash': '\\', '\\sim': '~', '\\_': '_', '\\#': '#', '^\\circ': '°', '^{\\circ}': '°', '\\langle': '⟨', '\\rangle': '⟩', '-': '−', '\\times': '×', '\\pm': '±', '\\prime': '′' }),
);
