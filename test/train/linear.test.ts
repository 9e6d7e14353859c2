import { expect, it } from 'vitest';
import { eigenvectors } from '../../src/train/linear.ts';
import { multiply } from '../../src/train/product.ts';
import { Random } from '../../src/train/random.ts';

it('finds the eigenvectors of a symmetric matrix, greatest first', () => {
  const n = 9;
  const random = new Random(5);
  const half = Float64Array.from({ length: n * n }, () => random.normal());
  const matrix = new Float64Array(n * n);
  multiply(half, half, matrix, { from: 0, to: n }, n, n);
  const { values, vectors } = eigenvectors(matrix.slice(), n);
  expect(values).toEqual(values.slice().sort().reverse());
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      let product = 0;
      for (let j = 0; j < n; j++) product += matrix[i * n + j]! * vectors[j * n + k]!;
      expect(product).toBeCloseTo(values[k]! * vectors[i * n + k]!, 8);
    }
  }
});

it.each([[1, 1, 1], [4, 2, 3], [5, 3, 7], [9, 5, 4]])('multiplies %d rows by %d rows of %d', (rows, columns, inner) => {
  const random = new Random(rows, columns, inner);
  const a = Float64Array.from({ length: rows * inner }, () => random.normal());
  const b = Float64Array.from({ length: columns * inner }, () => random.normal());
  const out = new Float64Array(rows * columns);
  multiply(a, b, out, { from: 0, to: rows }, columns, inner);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += a[i * inner + k]! * b[j * inner + k]!;
      expect(out[i * columns + j]).toBeCloseTo(sum, 12);
    }
  }
});
