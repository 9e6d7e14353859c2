/**
 * The terms of a sorted list (UTF-16 order) within an edit distance (Levenshtein) of a word. Sorted terms are a tree as
 * they stand: what neighbours share is compared once, and where nothing that begins so can be near, all of it is skipped.
 */
export function eachLike(terms: readonly string[], word: string, most: number, visit: (at: number, distance: number) => void): void {
  const width = word.length + 1;
  // Distances of the word's beginnings to the beginnings of the term at hand, one row for each letter of the term; above `most` all are alike.
  const rows = new Uint8Array((word.length + most + 2) * width).fill(most + 1);
  for (let j = 0; j <= Math.min(most, word.length); j++) rows[j] = j;
  let before = '';
  let valid = 0;
  for (let at = 0; at < terms.length; ) {
    const term = terms[at] ?? '';
    let depth = 0;
    while (depth < valid && depth < term.length && term.charCodeAt(depth) === before.charCodeAt(depth)) depth++;
    let near = true;
    while (near && depth < term.length) near = nextRow(rows, width, word, most, term.charCodeAt(depth), ++depth);
    before = term;
    valid = depth;
    if (!near) {
      at = afterPrefix(terms, at, term.slice(0, depth));
      continue;
    }
    const distance = rows[term.length * width + word.length] ?? most + 1;
    if (distance <= most) visit(at, distance);
    at++;
  }
}

/** Fills the row of one more letter; false where every distance in it is above `most`. */
function nextRow(rows: Uint8Array, width: number, word: string, most: number, letter: number, depth: number): boolean {
  const above = (depth - 1) * width;
  const here = depth * width;
  let least = most + 1;
  const from = Math.max(1, depth - most);
  const to = Math.min(width - 1, depth + most);
  let left = from === 1 && depth <= most ? depth : most + 1;
  rows[here + from - 1] = left;
  if (left < least) least = left;
  for (let j = from; j <= to; j++) {
    const kept = (rows[above + j - 1] ?? 0) + (word.charCodeAt(j - 1) === letter ? 0 : 1);
    const other = 1 + Math.min(left, rows[above + j] ?? 0);
    left = Math.min(kept, other, most + 1);
    rows[here + j] = left;
    if (left < least) least = left;
  }
  if (to + 1 < width) rows[here + to + 1] = most + 1;
  return least <= most;
}

/** The place of the first term from `at` on that does not begin so. */
function afterPrefix(terms: readonly string[], at: number, prefix: string): number {
  let step = 1;
  let low = at;
  while (terms[at + step]?.startsWith(prefix) === true) {
    low = at + step;
    step *= 2;
  }
  let high = Math.min(terms.length, at + step);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (terms[middle]?.startsWith(prefix) === true) low = middle;
    else high = middle;
  }
  return high;
}
