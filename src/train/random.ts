/**
 * Numbers that look random and follow from a seed alone: mulberry32 (Tommy Ettinger, public domain), 32 bits of state.
 * Streams are told apart by what they are for, so that no result hangs on who draws first.
 */
export class Random {
  private state: number;

  /** @param parts what the stream is for, e.g. the seed, the step and the paper. */
  constructor(...parts: readonly number[]) {
    let hash = 0x9e_37_79_b9;
    for (const part of parts) hash = scramble(Math.imul(hash ^ part, 0x85_eb_ca_6b) + 0x6d_2b_79_f5);
    this.state = hash;
  }

  /** Even in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d_2b_79_f5) | 0;
    return scramble(this.state) / 2 ** 32;
  }

  /** Even in 0 … size − 1. */
  below(size: number): number {
    return Math.floor(this.next() * size);
  }

  /** Normal with mean 0 and variance 1 (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** Puts the values in an even random order, in place (Fisher and Yates). */
  shuffle(values: { [row: number]: number; readonly length: number }): void {
    for (let i = values.length - 1; i > 0; i--) {
      const k = this.below(i + 1);
      const value = values[i]!;
      values[i] = values[k]!;
      values[k] = value;
    }
  }
}

function scramble(value: number): number {
  let z = value;
  z = Math.imul(z ^ (z >>> 15), z | 1);
  z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
  return (z ^ (z >>> 14)) >>> 0;
}
