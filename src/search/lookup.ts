import type { Term } from './query.ts';
import type { Field, Found, Likeness, WordIndex } from './word-index.ts';

/** What a term found: rows with scores, and for each of its words the indexed words it stands for, in the order typed. */
export interface TermFound {
  readonly term: Term;
  readonly scores: ReadonlyMap<number, number>;
  readonly words: readonly ReadonlySet<string>[];
}

/** Looks one term up in the parts that are there. `last`: it may still be being typed. */
export function findTerm(parts: readonly WordIndex[], term: Term, last: boolean, typos: boolean): TermFound {
  const found = term.words.map((word) => findWord(parts, word, { prefix: word.length > 2 || last, typos }));
  const scores = intersect(found.map((each) => each.scores));
  const words = found.map((each) => each.words);
  if (term.joined !== undefined) {
    const whole = findWord(parts, term.joined, { prefix: true, typos });
    for (const [row, score] of whole.scores) scores.set(row, Math.max(scores.get(row) ?? 0, score));
    for (const set of words) for (const word of whole.words) set.add(word);
  }
  return { term, scores, words };
}

/** Scores of the rows that stand in all of the maps, summed. */
export function intersect(maps: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const [first, ...others] = [...maps].sort((a, b) => a.size - b.size);
  const all = new Map<number, number>();
  for (const [row, score] of first ?? []) {
    let sum: number | undefined = score;
    for (const other of others) {
      const more = other.get(row);
      if (more === undefined) {
        sum = undefined;
        break;
      }
      sum += more;
    }
    if (sum !== undefined) all.set(row, sum);
  }
  return all;
}

/** A word in all parts: as typed, in its other number, and, where typing errors are allowed, with two letters swapped. */
export function findWord(parts: readonly WordIndex[], word: string, likeness: Likeness, fields?: readonly Field[]): Found {
  const found: Found = { scores: new Map(), words: new Set() };
  for (const part of parts) {
    const inPart: Found = { scores: new Map(), words: found.words };
    part.find(word, likeness, fields, 1, inPart);
    const singular = singularOf(word);
    if (singular !== undefined) part.find(singular, exact, fields, 0.9, inPart);
    if (likeness.typos) for (const other of swapped(word)) part.find(other, exact, fields, 0.4, inPart);
    for (const [row, score] of inPart.scores) found.scores.set(row, (found.scores.get(row) ?? 0) + score);
  }
  return found;
}

/** Plurals need none: their singular is a beginning of them, which a prefix finds. */
function singularOf(word: string): string | undefined {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return undefined;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.replace(/(?<=ss|ch|sh|x|z)es$|s$/, '');
}

/** One swap is two edits, too many for the short words where it happens as often. */
function swapped(word: string): string[] {
  if (word.length < 4 || word.length > 7) return [];
  const others: string[] = [];
  for (let i = 0; i + 1 < word.length; i++)
    if (word[i] !== word[i + 1]) others.push(word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2));
  return others;
}

export const exact: Likeness = { prefix: false, typos: false };

