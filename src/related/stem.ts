/**
 * A plural stemmer, light on purpose: it only takes the English plural off, so that two words meet when a reader would
 * call them the same word. Expects lower case; words of other endings come back as they are.
 */
export function stem(word: string): string {
  const n = word.length;
  if (n < 4 || word.charCodeAt(n - 1) !== 115 /* s */) return word;
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ies')) return n === 4 ? word.slice(0, -1) : `${word.slice(0, -3)}y`;
  if (sibilant.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

const sibilant = /(?:ss|ch|sh|x|z)es$/;
