import type { TextTerms } from './vocabulary.ts';

/** A batch of texts as rows of terms and weights; every row has room for `room` terms. */
export interface Rows {
  readonly room: number;
  readonly lengths: Uint32Array;
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/** Terms of one text beyond this are left out; a long abstract has about 250. */
export const roomOfRow = 512;

/** Two texts that should be found near each other; the steps take the kinds in turn. */
export const kinds = ['paper and neighbour', 'title and neighbour'] as const;
export type Kind = (typeof kinds)[number];

/** Weight of a term that stands n times in a text. */
export const weightOf: Float32Array = Float32Array.from({ length: 512 }, (_, n) => (n === 0 ? 0 : 1 + Math.log(n)));

export type Part = 'title' | 'whole';

/** Writes a paper into a row; a word of the title counts twice in the whole. */
export function writePaper(paper: number, part: Part, row: number, { starts, terms, inTitle, inAbstract }: TextTerms, rows: Rows): void {
  let at = row * rows.room;
  const end = at + rows.room;
  for (let i = starts[paper]!; i < starts[paper + 1]! && at < end; i++) {
    const count = part === 'title' ? inTitle[i]! : inAbstract[i]! + 2 * inTitle[i]!;
    if (count === 0) continue;
    rows.terms[at] = terms[i]!;
    rows.weights[at] = weightOf[count]!;
    at += 1;
  }
  rows.lengths[row] = at - row * rows.room;
}
