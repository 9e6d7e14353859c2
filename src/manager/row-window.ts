/** Rows asked for at once. */
export const BLOCK = 100;

export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The rows to draw, [from, to): those within a scrolled window and some beside it, so that a little scrolling shows no gap.
 * @param scrolled pixels above the window; `height` of the window and `row` of a row in pixels.
 */
export function rowsInSight(scrolled: number, height: number, row: number, total: number, beside = 8): Span {
  const from = Math.max(0, Math.floor(scrolled / row) - beside);
  const to = Math.min(total, Math.ceil((scrolled + height) / row) + beside);
  return { from: Math.min(from, total), to: Math.max(to, Math.min(from, total)) };
}

/** The blocks that hold rows [from, to). */
export function blocksOf({ from, to }: Span): readonly number[] {
  const blocks = [];
  for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block++) blocks.push(block);
  return blocks;
}

/** Where a list must be scrolled so that a row is in sight; the same place where it is already. */
export function scrolledTo(at: number, scrolled: number, height: number, row: number): number {
  if (at * row < scrolled) return at * row;
  return (at + 1) * row > scrolled + height ? (at + 1) * row - height : scrolled;
}
