import type { Paper } from '../paper/paper.ts';
import type { TermFound } from './lookup.ts';
import type { TermMatches } from './match.ts';
import { readWords } from './words.ts';

/** Best first; the best of them once more by how much of the title was typed, and in its order. */
export function rank({ scores, found }: TermMatches, papers: readonly Paper[]): number[] {
  const byScore = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const again = byScore.slice(0, reranked).map(([row, score]) => [row, score * titleLikeness(papers[row]?.title ?? '', found)] as const);
  again.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return [...again, ...byScore.slice(reranked)].map(([row]) => row);
}

/** 1 to 3: grows with the longest run of typed words that stands in the title in the same order, most where they are the same. */
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
  return longest === 0 ? 1 : 1 + longest / typed.length + longest / words.length;
}

function likeness(word: string | undefined, typed: TermFound | undefined): number {
  if (word === undefined || typed === undefined) return 0;
  if (word === typed.term.word) return 1;
  return typed.words.has(word) ? 0.8 : 0;
}

/** As many are ranked by their titles as anyone looks at. */
const reranked = 200;
