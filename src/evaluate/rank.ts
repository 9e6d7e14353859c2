export interface Ranked {
  readonly row: number;
  readonly score: number;
}

/** Rows in the order of falling score, ties in the order of the rows; the row that asks is left out. */
export function rank(scores: Float32Array, rows: Iterable<number>, asking: number | undefined): Ranked[] {
  return [...rows]
    .filter((row) => row !== asking)
    .map((row) => ({ row, score: scores[row] ?? 0 }))
    .sort((a, b) => b.score - a.score || a.row - b.row);
}
