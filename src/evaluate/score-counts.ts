/** How many scores lie in each hundredth; scores run from below 0 to about 2. */
export class ScoreCounts {
  private readonly bins = new Float64Array(300);
  private total = 0;

  add(score: number): void {
    const bin = Math.max(0, Math.min(this.bins.length - 1, Math.floor(100 * score + 1e-9)));
    this.bins[bin] = (this.bins[bin] ?? 0) + 1;
    this.total += 1;
  }

  /** Scores at or above a point, which is rounded to a hundredth. */
  from(point: number): number {
    let count = 0;
    for (let bin = Math.max(0, Math.round(100 * point)); bin < this.bins.length; bin++) count += this.bins[bin] ?? 0;
    return count;
  }

  /** The same as a share of all, 0 where there are none. */
  share(point: number): number {
    return this.total === 0 ? 0 : this.from(point) / this.total;
  }

  /** The lowest hundredth from which on at most this share lies. */
  lowest(share: number): number {
    let bin = this.bins.length;
    let count = 0;
    while (bin > 0 && count + (this.bins[bin - 1] ?? 0) <= share * this.total) count += this.bins[--bin] ?? 0;
    return bin / 100;
  }
}
