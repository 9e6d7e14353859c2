/** One line on the error stream that is written over as work goes on; where that is no terminal, a line now and then. */
export class ProgressLine {
  private stage = '';
  private began = performance.now();
  private first = 0;
  private last = 0;

  /** A share of a stage, 0 … 1, with the time that is left at the pace so far. */
  step(stage: string, done: number, loss: number | undefined): void {
    if (stage !== this.stage) {
      this.stage = stage;
      this.began = performance.now();
      this.first = done;
      this.last = -Infinity;
    }
    const pace = (performance.now() - this.began) / Math.max(1e-9, done - this.first);
    const left = Math.round(((1 - done) * pace) / 1000);
    const time = done > this.first && Number.isFinite(left) ? `, ${Math.floor(left / 60)} min ${left % 60} s left` : '';
    this.show(`${stage} ${(100 * done).toFixed(1)}%${loss === undefined ? '' : `, loss ${loss.toFixed(3)}`}${time}`);
  }

  show(text: string): void {
    const now = performance.now();
    if (now - this.last < (process.stderr.isTTY ? 200 : 10_000)) return;
    this.last = now;
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
  }

  /** Ends the line with what is to stay. */
  end(text: string): void {
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}\n` : `${text}\n`);
  }
}
