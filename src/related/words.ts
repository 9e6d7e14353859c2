import { withRoom } from './room.ts';

/** UTF-16 units, or bytes of ASCII, that hold all words one after the other. */
type Units = Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

export interface WordParts {
  readonly units: Units;
  /** Where each word starts, and one past the last. */
  readonly starts: Uint32Array<ArrayBuffer>;
}

/** A list of words in two typed arrays: opened from a stored buffer without making a string of each. */
export class Words {
  private units: Units;
  private starts: Uint32Array<ArrayBuffer>;
  private count: number;
  /** Units between two words: 1 where a line feed stands there. */
  private readonly gap: 0 | 1;

  constructor(parts: WordParts = { units: new Uint16Array(0), starts: new Uint32Array(1) }, gap: 0 | 1 = 0) {
    this.units = parts.units;
    this.starts = parts.starts;
    this.count = parts.starts.length - 1;
    this.gap = gap;
  }

  /** One word per line, ASCII, with the hash of each. Throws where there are fewer lines than stated. */
  static fromLines(units: Uint8Array<ArrayBuffer>, count: number): { words: Words; hashes: Int32Array } {
    const starts = new Uint32Array(count + 1);
    const hashes = new Int32Array(count);
    let row = 0;
    let hash = basis;
    // One plain pass, because this stands between a cold worker and its first answer.
    for (let i = 0; i <= units.length && row < count; i++) {
      const unit = units[i] ?? lineFeed; // The last line may lack its own.
      if (unit !== lineFeed) {
        hash = Math.imul(hash ^ unit, prime);
        continue;
      }
      hashes[row++] = spread(hash);
      starts[row] = i + 1;
      hash = basis;
    }
    if (row < count) throw new Error(`vocabulary has ${row} lines where ${count} are stated`);
    return { words: new Words({ units, starts }, 1), hashes };
  }

  get size(): number {
    return this.count;
  }

  word(row: number): string {
    return String.fromCharCode(...this.units.subarray(this.starts[row], this.end(row)));
  }

  is(row: number, word: string): boolean {
    const from = this.starts[row] ?? 0;
    if (this.end(row) - from !== word.length) return false;
    for (let i = 0; i < word.length; i++) if (this.units[from + i] !== word.charCodeAt(i)) return false;
    return true;
  }

  hash(row: number): number {
    const end = this.end(row);
    let hash = basis;
    for (let i = this.starts[row] ?? 0; i < end; i++) hash = Math.imul(hash ^ (this.units[i] ?? 0), prime);
    return spread(hash);
  }

  push(word: string): number {
    const row = this.count++;
    const from = this.starts[row] ?? 0;
    const end = from + word.length;
    this.units = withRoom(this.units, end);
    this.starts = withRoom(this.starts, row + 2);
    for (let i = 0; i < word.length; i++) this.units[from + i] = word.charCodeAt(i);
    this.starts[row + 1] = end;
    return row;
  }

  /** What the constructor takes to open this list again. */
  parts(): WordParts {
    return { units: this.units.slice(0, this.starts[this.count]), starts: this.starts.slice(0, this.count + 1) };
  }

  private end(row: number): number {
    return (this.starts[row + 1] ?? 0) - this.gap;
  }
}

/** FNV-1a over the units; its low bits alone are weak, so the high ones are folded in. */
export function hashOf(word: string): number {
  let hash = basis;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), prime);
  return spread(hash);
}

const lineFeed = 10;
const basis = 0x81_1c_9d_c5;
const prime = 0x01_00_01_93;
const spread = (hash: number): number => hash ^ (hash >>> 15);
