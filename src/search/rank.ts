import type { TermFound } from './lookup.ts';
import type { TermMatches } from './match.ts';
import type { Texts } from './texts.ts';
import { readWords } from './words.ts';

/** A row and how well it matches. */
export interface Ranked {
  readonly row: number;
  readonly score: number;
}

/**
 * The best rows, best first: by their scores, then once more by how much of the title was typed, in its order and, of
 * many titles with the same words, letter by letter. At most some two hundred.
 */
export function rank({ scores, found }: TermMatches, texts: Pick<Texts, 'title'>, text: string): Ranked[] {
  const asTyped = text.trim();
  const ranked = best(scores, reranked).map((row) => {
    const title = texts.title(row);
    return { row, score: (scores[row] ?? 0) * titleLikeness(title, found) * (asTyped !== '' && title.includes(asTyped) ? letterByLetter : 1) };
  });
  return ranked.sort((a, b) => b.score - a.score || a.row - b.row);
}

/** So many rows with the greatest scores, in row order; of equal scores at the edge the first. */
function best(scores: Float32Array, most: number): number[] {
  const positive = scores.filter((score) => score > 0);
  const least = positive.length <= most ? 0 : (positive.sort()[positive.length - most] ?? 0);
  const [above, level]: [number[], number[]] = [[], []];
  scores.forEach((score, row) => {
    if (score > least) above.push(row);
    else if (score === least && score > 0) level.push(row);
  });
  return [...above, ...level.slice(0, most - above.length)];
}

/**
 * 1 to 8: grows with the longest run of typed words that stands in the title in the same order, steeply towards all of
 * them, and with its share of the title. Where thousands of papers have all words somewhere, this decides.
 */
function titleLikeness(title: string, typed: readonly TermFound[]): number {
  const words = readWords(title).map((word) => word.text);
  let longest = 0;
  for (let from = 0; from < typed.length; from++)
    for (let at = 0; at < words.length; at++) {
      let run = 0;
      for (let k = 0; from + k < typed.length; k++) {
        const like = likeness(words[at + k], typed[from + k]);
        if (like === 0) break;
        run += like;
      }
      longest = Math.max(longest, run);
    }
  return longest === 0 ? 1 : 1 + 4 * (longest / typed.length) ** 4 + (3 * longest) / words.length;
}

function likeness(word: string | undefined, typed: TermFound | undefined): number {
  if (word === undefined || typed === undefined) return 0;
  if (word === typed.term.word) return 1;
  return typed.words.has(word) ? 0.9 : 0;
}

/** Case and signs are as typed: more often meant than not. */
const letterByLetter = 1.5;
/** As many are ranked by their titles as anyone looks at. */
const reranked = 200;
