import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, fromHalf, quantise, restore, toHalf } from '../../src/train/quantise.ts';

const rows = fc.array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: 6, maxLength: 6 });

describe('quantise', () => {
  it('keeps every value to half a scale, up to the clip', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const packed = quantise(Float32Array.from(row), 6);
        const scale = fromHalf(packed.scales[0]!);
        for (const [k, value] of restore(packed, 6).entries()) {
          const wanted = Math.max(-7 * scale, Math.min(7 * scale, row[k]!));
          expect(Math.abs(value - wanted)).toBeLessThanOrEqual(scale / 2 + 1e-6);
        }
      }),
    );
  });

  it('clips what is beyond three quarters of the largest', () => {
    const packed = quantise(Float32Array.of(4, 1, -4, 0), 4);
    const [largest, , least] = restore(packed, 4);
    expect(largest).toBeCloseTo(4 * clip, 2);
    expect(least).toBe(-(largest ?? 0));
  });

  it('puts even dimensions in the high bits', () => {
    const { packed } = quantise(Float32Array.of(1, 0), 2);
    expect(packed).toEqual(Uint8Array.of((15 << 4) | 8));
  });

  it('keeps a row of zeros, and refuses half bytes', () => {
    expect(restore(quantise(new Float32Array(4), 4), 4)).toEqual(new Float32Array(4));
    expect(() => quantise(new Float32Array(3), 3)).toThrow(RangeError);
  });
});

describe('halves', () => {
  it.each([
    [0, 0],
    [1, 0x3c_00],
    [1.5, 0x3e_00],
    [65_504, 0x7b_ff],
    [2 ** -14, 0x04_00],
    [2 ** -24, 1],
    [0.999_99, 0x3c_00],
    [2 ** -14 - 2 ** -26, 0x04_00],
  ])('writes %d', (value, bits) => {
    expect(toHalf(value)).toBe(bits);
  });

  it('reads every half back', () => {
    for (let bits = 0; bits < 0x7c_00; bits++) expect(toHalf(fromHalf(bits))).toBe(bits);
  });

  it.each([-1, Number.NaN, 70_000])('refuses %d', (value) => {
    expect(() => toHalf(value)).toThrow(RangeError);
  });
});
