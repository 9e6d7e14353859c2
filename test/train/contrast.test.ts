import { describe, expect, it } from 'vitest';
import { layOut, type Training } from '../../src/train/batch.ts';
import { compare, embed, grade, pull, sumColumns } from '../../src/train/contrast.ts';
import { Descent } from '../../src/train/descend.ts';
import { Random } from '../../src/train/random.ts';

const shape = { terms: 9, dimensions: 6, batch: 5, temperature: 0.3 };
const all = { from: 0, to: shape.batch };

/** A batch of random texts of one to four terms over random vectors. */
function invent(): Training {
  const training = layOut(shape);
  const random = new Random(3);
  for (let i = 0; i < training.vectors.length; i++) training.vectors[i] = random.normal();
  for (const { rows } of [training.left, training.right]) {
    for (let row = 0; row < shape.batch; row++) {
      rows.lengths[row] = 1 + random.below(4);
      for (let i = 0; i < rows.lengths[row]!; i++) {
        rows.terms[row * rows.room + i] = (2 * row + 3 * i) % shape.terms;
        rows.weights[row * rows.room + i] = 1 + random.next();
      }
    }
  }
  return training;
}

function run(training: Training): number {
  embed(training, training.left, all);
  embed(training, training.right, all);
  compare(training, all);
  sumColumns(training, all);
  pull(training, all);
  grade(training, training.left, training.right, all);
  grade(training, training.right, training.left, all);
  return training.losses.reduce((sum, loss) => sum + loss, 0) / shape.batch;
}

const logSum = (values: number[]): number => Math.log(values.reduce((sum, value) => sum + Math.exp(value), 0));

/** The loss as the formula has it, from 64-bit vectors. */
function lossOf({ left, right }: Training, vectors: Float64Array): number {
  const d = shape.dimensions;
  const unit = ({ rows }: Training['left'], row: number): number[] => {
    const sum = Array.from({ length: d }, () => 0);
    for (let i = row * rows.room; i < row * rows.room + rows.lengths[row]!; i++) {
      for (let k = 0; k < d; k++) sum[k]! += rows.weights[i]! * vectors[rows.terms[i]! * d + k]!;
    }
    const norm = Math.hypot(...sum);
    return sum.map((value) => value / norm);
  };
  const rows = Array.from({ length: shape.batch }, (_, row) => row);
  const similarity = rows.map((i) => rows.map((j) => {
    const v = unit(right, j);
    return unit(left, i).reduce((sum, value, k) => sum + value * v[k]!, 0) / shape.temperature;
  }));
  const losses = rows.map((i) => 0.5 * (logSum(similarity[i]!) + logSum(similarity.map((row) => row[i]!))) - similarity[i]![i]!);
  return losses.reduce((sum, loss) => sum + loss, 0) / shape.batch;
}

/** Gradients of all vectors, told from a step without memory: √(a) is then the root mean square of the gradient. */
function gradients(training: Training): Float64Array {
  const d = shape.dimensions;
  const before = Float64Array.from(training.vectors);
  training.squares.fill(1);
  new Descent(training).descend(training, 1, 0, 1);
  return Float64Array.from(training.vectors, (value, i) => (before[i]! - value) * Math.sqrt(training.squares[Math.floor(i / d)]! + 1e-10));
}

describe('contrast', () => {
  it('gives the loss of the formula', () => {
    const training = invent();
    expect(run(training)).toBeCloseTo(lossOf(training, Float64Array.from(training.vectors)), 8);
  });

  it('has the gradient of the loss', () => {
    const training = invent();
    const vectors = Float64Array.from(training.vectors);
    run(training);
    const found = gradients(training);
    const step = 1e-5;
    for (let i = 0; i < vectors.length; i++) {
      const at = (value: number): number => lossOf(training, Float64Array.from(vectors, (old, k) => (k === i ? value : old)));
      const slope = (at(vectors[i]! + step) - at(vectors[i]! - step)) / (2 * step);
      expect(found[i]).toBeCloseTo(slope, 5);
    }
  });

  it('comes to the same whoever shares the work', () => {
    const alone = invent();
    run(alone);
    new Descent(alone).descend(alone, 0.1, 0, 1);
    const shared = invent();
    const shares = [{ from: 0, to: 2 }, { from: 2, to: 5 }];
    for (const side of [shared.left, shared.right]) for (const share of shares) embed(shared, side, share);
    for (const work of [compare, sumColumns, pull]) for (const share of shares) work(shared, share);
    for (const share of shares) {
      grade(shared, shared.left, shared.right, share);
      grade(shared, shared.right, shared.left, share);
    }
    for (const turn of [1, 0]) new Descent(shared).descend(shared, 0.1, turn, 2);
    expect(shared.vectors).toEqual(alone.vectors);
  });
});
