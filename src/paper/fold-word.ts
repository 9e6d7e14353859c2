/** Letters that carry no separable accent, and those that full case folding misses. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ȷ: 'j', ŋ: 'ng', ŧ: 't', ƀ: 'b', ɨ: 'i', ĸ: 'k',
};
/** Greek letters and the names that TeX and readers give them. */
export const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu',
  ξ: 'xi', ο: 'omicron', π: 'pi', ρ: 'rho', ς: 'sigma', σ: 'sigma', τ: 'tau', υ: 'upsilon', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
};
const FOLDED: ReadonlyMap<string, string> = new Map([...Object.entries(LETTERS), ...Object.entries(GREEK)]);
const FOLDABLE = new RegExp(`[${[...FOLDED.keys()].join('')}]`, 'g');
/** Marks that belong to no one script are accents; those of a script are its vowels, and Japanese voicing makes other letters. */
const ACCENTS = /(?![\u3099\u309A])\p{Script=Inherited}/gu;

/**
 * A word without what spelling varies in: case (full folding: `İ`, `ß`), accents, Greek letters to their names.
 * Idempotent. Expects compatibility forms to be undone.
 */
export function foldWord(word: string): string {
  if (/^[\0-\x7F]*$/.test(word)) return word.toLowerCase();
  return word
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(FOLDABLE, (letter) => FOLDED.get(letter) ?? letter)
    .normalize('NFC');
}
