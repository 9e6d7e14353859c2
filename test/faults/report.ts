/** What a run of faults came to. */
export class FaultReport {
  readonly #rows = new Map<string, { tried: number; landed: number; lost: number; problems: string[] }>();

  count(kind: string, landed: boolean, lost: number, problems: readonly string[]): void {
    const row = this.#rows.get(kind) ?? { tried: 0, landed: 0, lost: 0, problems: [] };
    row.tried++;
    if (landed) row.landed++;
    row.lost += lost;
    row.problems.push(...problems);
    this.#rows.set(kind, row);
  }

  landed(kind: string): number {
    return this.#rows.get(kind)?.landed ?? 0;
  }

  /** Prints the report; true where nothing was lost and nothing is wrong. */
  print(say: (line: string) => void): boolean {
    const rows = [...this.#rows];
    const width = Math.max(...rows.map(([kind]) => kind.length));
    say(`\n${'fault'.padEnd(width)}  tried  landed  lost  problems`);
    for (const [kind, { tried, landed, lost, problems }] of rows) say(`${kind.padEnd(width)}  ${String(tried).padStart(5)}  ${String(landed).padStart(6)}  ${String(lost).padStart(4)}  ${problems.length}`);
    for (const [kind, { problems }] of rows) for (const problem of problems) say(`  ${kind}: ${problem}`);
    const total = (of: 'tried' | 'landed' | 'lost'): number => rows.reduce((sum, [, row]) => sum + row[of], 0);
    say(`\npoints tried ${total('tried')}, kills that landed ${total('landed')}, records lost = ${total('lost')}`);
    return total('lost') === 0 && rows.every(([, { problems, landed }]) => problems.length === 0 && landed > 0);
  }
}
