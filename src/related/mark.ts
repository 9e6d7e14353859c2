import type { MarkedText } from '../paper/paper.ts';
import { readTokens } from './tokens.ts';

/** Between the two sides of a reason by meaning: "GAN ↔ adversarial training". */
export const meaningSign = ' ↔ ';

/**
 * Marks every occurrence of the terms in a text, whatever its case, accents, plural or hyphens: "pre-training" also
 * marks "pretraining". Terms are words or phrases as `Neighbour.terms` gives them.
 */
export function markTerms(text: string, terms: readonly string[]): MarkedText {
  const wanted = new Map<string, number>();
  for (const term of terms) {
    for (const side of term.split(meaningSign)) {
      const words = readTokens(side);
      const joined = words.map((word) => word.stem).join('');
      if (joined !== '') wanted.set(joined, Math.max(wanted.get(joined) ?? 0, words.length));
    }
  }
  let longest = 1;
  // A term written as one word may stand in the text as two.
  for (const words of wanted.values()) longest = Math.max(longest, words + 1);

  const marks: [number, number][] = [];
  const tokens = readTokens(text);
  for (let i = 0; i < tokens.length; i++) {
    let joined = '';
    let last = -1;
    for (let k = i; k < tokens.length && k < i + longest; k++) {
      const token = tokens[k];
      if (token === undefined || (k > i && token.follows === 'apart')) break;
      joined += token.stem;
      if (wanted.has(joined)) last = k;
    }
    const [start, end] = [tokens[i]?.start ?? 0, tokens[last]?.end ?? 0];
    if (last < 0) continue;
    const before = marks.at(-1);
    if (before !== undefined && start < before[1]) before[1] = Math.max(before[1], end);
    else marks.push([start, end]);
  }
  return { text, marks };
}
