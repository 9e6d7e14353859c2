import type { Line } from './line.ts';
import { withRoom } from './room.ts';

export interface LineParts {
  readonly entries: Uint32Array<ArrayBuffer>;
  /** Where each line starts, and one past the last. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** Entries of each title. */
  readonly titles: Uint32Array<ArrayBuffer>;
}

/** The lines of all documents in flat arrays. */
export class Lines {
  private entries: Uint32Array<ArrayBuffer>;
  private starts: Uint32Array<ArrayBuffer>;
  private titles: Uint32Array<ArrayBuffer>;
  private count: number;

  constructor(parts?: LineParts) {
    this.entries = parts?.entries ?? new Uint32Array(0);
    this.starts = parts?.starts ?? new Uint32Array(1);
    this.titles = parts?.titles ?? new Uint32Array(0);
    this.count = this.titles.length;
  }

  get size(): number {
    return this.count;
  }

  add(line: Line): number {
    const doc = this.count++;
    const from = this.starts[doc] ?? 0;
    const end = from + line.entries.length;
    this.entries = withRoom(this.entries, end);
    this.starts = withRoom(this.starts, doc + 2);
    this.titles = withRoom(this.titles, doc + 1);
    this.entries.set(line.entries, from);
    this.starts[doc + 1] = end;
    this.titles[doc] = line.titleEnd;
    return doc;
  }

  line(doc: number): Line {
    return { entries: this.entries.subarray(this.starts[doc], this.starts[doc + 1]), titleEnd: this.titles[doc] ?? 0 };
  }

  parts(): LineParts {
    const { count } = this;
    return { entries: this.entries.slice(0, this.starts[count]), starts: this.starts.slice(0, count + 1), titles: this.titles.slice(0, count) };
  }
}
