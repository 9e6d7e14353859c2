const PARTICLES = new Set('van von der den de del della di da dos das do du la le el al ten ter ibn bin zu zur af av y e i und and et the of for st'.split(' '));
/** "Comment on …", "Erratum: …": what another work is called that bears a title of its own in it. */
const ABOUT_ANOTHER = /^(?:comments?|commentary|reply|response|rebuttal|erratum|errata|corrigendum|correction|addendum|review|remarks?|notes?|supplement|supplementary|discussion|retraction)$/i;
const INITIALS = /^(?:\p{Lu}\.?[-‐]?){1,4}$/u;
/** Between names; a year or "(Eds.)" among them is no name. */
const BETWEEN = /\s*(?:[,;&]|\band\b|\bund\b|\bet\b(?!\s+al))\s*/u;
const BETWEEN_AT_END = new RegExp(`${BETWEEN.source}$`, 'u');
const ASIDE = /\((?:1[89]|20)\d\d[a-z]?(?:,[^)]{0,30})?\)|\(?\beds?\.?\)?(?=$|[\s,.])|\(?\beditors?\)?|\bet\s+al\.?|\bothers\b|(?<![\d-])(?:1[89]|20)\d\d[a-z]?(?=[.,:]?$)/giu;
const MOST_NAMES = 200;
const NAME_LENGTH = 200;
const YEAR_AT_END = /(?<![\d-])(?:1[89]|20)\d\d[a-z]?[.,:\s]*$/;

/** Whether a text reads like a list of people, or of one team, and nothing else: capitals, initials, particles, few words each. */
export function areNames(text: string): boolean {
  const names = piecesOf(text);
  if (names.length === 0) return false;
  // The last one decides: behind it the title begins.
  return names.slice(-2).every(isName) && names.filter(isName).length >= names.length * 0.8;
}

/** {@link areNames} of what stands before a place in a text, for many places: linear in the text. */
export function namesBefore(text: string): (end: number) => boolean {
  const whole = text.replaceAll(ASIDE, (aside) => ' '.repeat(aside.length));
  const starts = [0, ...Array.from(whole.matchAll(new RegExp(BETWEEN, 'gu')), ({ 0: mark, index }) => index + mark.length)];
  /** Of the pieces that end before each start: how many there are, how many are names, and how many of the last in a row. */
  const before = [{ all: 0, good: 0, run: 0 }];
  starts.slice(1).forEach((start, i) => {
    const piece = cleanPiece(whole.slice(starts[i], start).replace(BETWEEN_AT_END, ''));
    const last = before[i] ?? { all: 0, good: 0, run: 0 };
    const isGood = piece !== '' && isName(piece);
    before.push(piece === '' ? last : { all: last.all + 1, good: last.good + Number(isGood), run: isGood ? last.run + 1 : 0 });
  });
  return (end) => {
    const at = starts.findLastIndex((start) => start <= end);
    const { all, good, run } = before[at] ?? { all: 0, good: 0, run: 0 };
    const rest = whole.slice(starts[at], end);
    if (rest.length > NAME_LENGTH) return false;
    const piece = cleanPiece(rest.replace(YEAR_AT_END, ''));
    if (piece === '') return all > 0 && run >= Math.min(2, all) && good >= all * 0.8;
    return isName(piece) && run >= Math.min(1, all) && good + 1 >= (all + 1) * 0.8;
  };
}

/** Whether names surely are people's: one has initials, or there are several. */
export function arePeople(text: string): boolean {
  const names = piecesOf(text);
  return areNames(text) && (names.length > 1 || names.some((name) => name.split(/\s+/).some((word) => INITIALS.test(word))));
}

/** A name of few words that has no list of people: "The Theano Development Team", "OpenAI". */
export const isTeam = (text: string): boolean => text.split(/\s+/).length <= 6 && /^[\p{Lu}\p{Lo}]/u.test(text) && !isAboutAnother(text);

const isAboutAnother = (text: string): boolean => text.split(/\s+/).some((word) => ABOUT_ANOTHER.test(word.replace(/\W+$/, '')));

/** "Kingma, D. P. and Jimmy Ba" → ["D. P. Kingma", "Jimmy Ba"]; none where the text is no list of people. */
export function authorsIn(text: string): string[] {
  if (!areNames(text)) return [];
  const authors: string[] = [];
  for (const name of piecesOf(text).slice(0, MOST_NAMES)) {
    if (/^(?:jr|sr|ii|iii|iv)\.?$/i.test(name)) continue;
    const before = authors.at(-1);
    // Initials alone belong to the family name before them.
    if (name.split(/\s+/).every((word) => INITIALS.test(word))) {
      if (before !== undefined && !before.includes('.')) authors[authors.length - 1] = `${name} ${before}`;
    } else if (/\p{L}{2}/u.test(name)) authors.push(name.slice(0, NAME_LENGTH));
  }
  return authors;
}

function piecesOf(text: string): string[] {
  return text
    .slice(0, 3000)
    .replaceAll(ASIDE, ' ')
    .split(BETWEEN)
    .map(cleanPiece)
    .filter((piece) => piece !== '');
}

/** Without the stops around it; the full stop of an initial stays. */
const cleanPiece = (piece: string): string => piece.replace(/^[\s.:]+|(?<=\p{L}{2})[\s.:]+$|\s[\s.:]*$|:$/gu, '').trim();

function isName(piece: string): boolean {
  if (piece.length > NAME_LENGTH) return false;
  const words = piece.split(/\s+/);
  if (words.length > 6 || isAboutAnother(piece) || /[?!“”"$\\]|\d/.test(piece)) return false;
  return words.some(isCapital) && words.every((word) => isCapital(word) || PARTICLES.has(word.toLowerCase()) || /^\p{Ll}\.$/u.test(word) || /^\p{Ll}['’]\p{Lu}/u.test(word));
}

/** Scripts without capitals have names too. A full stop inside a word ends an initial, never a sentence. */
function isCapital(word: string): boolean {
  return /^['’"]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) && (/^\P{Ll}+$/u.test(word) || !/\p{Ll}{2,}\.\p{L}/u.test(word));
}
