/** Times of one thing, in milliseconds, one per run. */
export interface Series {
  readonly name: string;
  readonly times: readonly number[];
  /** The most that its median may be of the peer's. */
  readonly atMost?: number;
}

/** Prints a table. The peer did the same work in the same run; the others are set against it. */
export function printTable(title: string, peer: Series, ours: readonly Series[]): void {
  console.log(`\n${title}`);
  printRow(['ms', 'median', 'min', 'max', 'runs', 'of peer', 'target']);
  for (const { name, times, atMost } of [peer, ...ours]) {
    const ratio = median(times) / median(peer.times);
    const beside = times === peer.times ? [] : [ratio.toFixed(2), atMost === undefined ? '' : `${ratio <= atMost ? '✓' : '✗'} ≤ ${atMost}`];
    printRow([name, median(times).toFixed(1), Math.min(...times).toFixed(1), Math.max(...times).toFixed(1), String(times.length), ...beside]);
  }
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

const printRow = ([name = '', ...cells]: readonly string[]): void => console.log(`  ${name.padEnd(42)}${cells.map((cell) => cell.padStart(10)).join('')}`);
