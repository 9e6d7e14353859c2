import type { Training } from './batch.ts';
import { compare, embed, grade, pull, sumColumns } from './contrast.ts';
import type { Descent } from './descend.ts';
import { perPaper } from './neighbours.ts';
import { Random } from './random.ts';
import { writePaper, type Kind } from './views.ts';
import type { TextTerms } from './vocabulary.ts';

/** What tells one step from another. */
export interface Step {
  readonly number: number;
  readonly kind: Kind;
  readonly rate: number;
  readonly seed: number;
}

/** One of the threads that share a step. */
export interface Member {
  readonly turn: number;
  readonly of: number;
  /** Waits until every member has come so far. */
  meet(): void;
}

/**
 * One step of the training, done by all members at once. The result is the same for any number of members: neighbours
 * are drawn from a stream of their own per paper, and each sum is made by one member in one order.
 */
export function takeStep(training: Training, terms: TextTerms, nearest: Uint32Array, descent: Descent, step: Step, member: Member): void {
  const { size, left, right } = training;
  const share = { from: Math.floor((size * member.turn) / member.of), to: Math.floor((size * (member.turn + 1)) / member.of) };
  for (let row = share.from; row < share.to; row++) {
    const paper = training.papers[row]!;
    const neighbour = nearest[paper * perPaper + new Random(step.seed, step.number, paper).below(perPaper)]!;
    writePaper(paper, step.kind === 'title and neighbour' ? 'title' : 'whole', row, terms, left.rows);
    writePaper(neighbour, 'whole', row, terms, right.rows);
  }
  embed(training, left, share);
  embed(training, right, share);
  member.meet();
  compare(training, share);
  member.meet();
  sumColumns(training, share);
  member.meet();
  pull(training, share);
  member.meet();
  grade(training, left, right, share);
  grade(training, right, left, share);
  member.meet();
  descent.descend(training, step.rate, member.turn, member.of);
  member.meet();
}
