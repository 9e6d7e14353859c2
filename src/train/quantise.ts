/** Four bits a value: −7 … 7 times the scale of the row. */
const steps = 7;

/**
 * Of the largest magnitude in a row: what is beyond is clipped. A row's few large values then cost the many small ones
 * less of the range.
 */
export const clip = 0.75;

/** Rows of vectors in four bits with one IEEE half as scale; the layout that `openTable` reads. */
export interface Quantised {
  /** n rows of d/2 bytes: dimension 2j in the high, 2j+1 in the low four bits of byte j, as value + 8. */
  readonly packed: Uint8Array;
  /** n IEEE halves. */
  readonly scales: Uint16Array;
}

/**
 * Quantises n rows of d values; every value within the clip is off by at most half a scale.
 * @throws RangeError for an odd d.
 */
export function quantise(vectors: Float32Array, d: number): Quantised {
  if (d % 2 !== 0) throw new RangeError(`${d} dimensions do not fill whole bytes`);
  const n = vectors.length / d;
  const packed = new Uint8Array(vectors.length / 2);
  const scales = new Uint16Array(n);
  for (let row = 0; row < n; row++) {
    let largest = 0;
    for (let k = row * d; k < row * d + d; k++) largest = Math.max(largest, Math.abs(vectors[k]!));
    const bits = toHalf((clip * largest) / steps);
    const scale = fromHalf(bits);
    scales[row] = bits;
    const nibble = (k: number): number => (scale === 0 ? 8 : Math.max(-steps, Math.min(steps, Math.round(vectors[k]! / scale))) + 8);
    for (let k = row * d; k < row * d + d; k += 2) packed[k / 2] = (nibble(k) << 4) | nibble(k + 1);
  }
  return { packed, scales };
}

/** The vectors as they will be read again. */
export function restore({ packed, scales }: Quantised, d: number): Float32Array {
  const vectors = new Float32Array(packed.length * 2);
  for (let i = 0; i < packed.length; i++) {
    const scale = fromHalf(scales[Math.floor((2 * i) / d)]!);
    vectors[2 * i] = scale * ((packed[i]! >> 4) - 8);
    vectors[2 * i + 1] = scale * ((packed[i]! & 15) - 8);
  }
  return vectors;
}

/** Nearest IEEE 754 half of a number ≥ 0. @throws RangeError above 65,504. */
export function toHalf(value: number): number {
  if (!(value >= 0 && value <= 65_504)) throw new RangeError(`${value} has no half`);
  if (value < 2 ** -14) return Math.round(value * 2 ** 24);
  const exponent = Math.floor(Math.log2(value));
  const fraction = Math.round((value / 2 ** exponent - 1) * 1024);
  // A fraction that rounds up to 1 carries into the exponent: the addition does just that.
  return ((exponent + 15) << 10) + fraction;
}

export function fromHalf(bits: number): number {
  const exponent = bits >> 10;
  const fraction = bits & 1023;
  return exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
}
