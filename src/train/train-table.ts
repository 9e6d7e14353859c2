import { setImmediate } from 'node:timers/promises';
import { layOut } from './batch.ts';
import type { Checkpoint } from './checkpoint.ts';
import { weighCorpus } from './neighbours.ts';
import { Random } from './random.ts';
import { rotate } from './rotate.ts';
import { startVectors } from './start.ts';
import type { Settings } from './settings.ts';
import { Team } from './team.ts';
import { kinds } from './views.ts';
import type { Terms } from './vocabulary.ts';

export interface Trained {
  /** One vector per term, in the order of the terms, rotated. */
  readonly vectors: Float32Array;
  /** Mean loss of the last steps. */
  readonly loss: number;
}

export type Stage = 'neighbours' | 'start' | 'training';

export interface Hooks {
  readonly threads: number;
  readonly checkpoint: Checkpoint;
  /** Part of a stage that is done, 0 … 1; the loss once there is one. */
  progress(stage: Stage, done: number, loss?: number): void;
  /** A checkpoint of this very training was found. */
  resumed(step: number): void;
  /** Asked between steps. */
  stopped(): boolean;
}

/** Streams of random numbers are told apart by these. */
const stream = { start: -1, order: -2 } as const;
/** Papers whose neighbours are sought between two looks at the clock, and steps between two checkpoints. */
const neighboursAtOnce = 2048;
const stepsPerCheckpoint = 100;
const papersRotatedBy = 15_000;

/**
 * Trains a vector for every term, so that a paper is nearest to the papers that share its rare words.
 * @returns undefined where it was stopped; the checkpoint then holds how far it came.
 */
export async function trainTable(terms: Terms, settings: Settings, seed: number, hooks: Hooks): Promise<Trained | undefined> {
  const papers = terms.starts.length - 1;
  const batch = Math.min(settings.batch, papers);
  const training = layOut({ ...settings, batch, terms: terms.names.length });
  const corpus = weighCorpus(terms, terms.papersWith);
  const team = await Team.gather(training, terms, corpus, hooks.threads);
  const pause = async (stage: Stage, done: number, loss?: number): Promise<void> => {
    hooks.progress(stage, done, loss);
    await setImmediate();
  };
  try {
    for (let from = 0; from < papers; from += neighboursAtOnce) {
      const to = Math.min(papers, from + neighboursAtOnce);
      team.findNeighbours(from, to);
      await pause('neighbours', to / papers);
      if (hooks.stopped()) return undefined;
    }
    const saved = await hooks.checkpoint.load(training);
    if (saved === undefined) {
      const idf = Float64Array.from(terms.papersWith, (count) => Math.log((papers + 1) / (count + 1)));
      const random = new Random(seed, stream.start);
      training.vectors.set(await startVectors(corpus, idf, settings.dimensions, random, (done) => pause('start', done)));
    }
    if (saved !== undefined) hooks.resumed(saved.step);
    const dealer = new Dealer(papers, seed);
    let loss = saved?.loss ?? 0;
    for (let number = saved?.step ?? 0; number < settings.steps; number++) {
      dealer.deal(training.papers, number);
      const rate = settings.rate * (1 - (0.9 * number) / settings.steps);
      const now = team.take({ number, kind: kinds[number % kinds.length]!, rate, seed });
      loss = number === 0 ? now : 0.98 * loss + 0.02 * now;
      await pause('training', (number + 1) / settings.steps, loss);
      const stopped = hooks.stopped();
      if (stopped || (number + 1) % stepsPerCheckpoint === 0) await hooks.checkpoint.save(training, { step: number + 1, loss });
      if (stopped) return undefined;
    }
    return { vectors: rotate(training, terms, papersRotatedBy), loss };
  } finally {
    await team.close();
  }
}

/** Deals the papers of each step: every epoch in a new order; what fills no batch is left for another epoch. */
class Dealer {
  private readonly order: Uint32Array;
  private readonly seed: number;
  private epoch = -1;

  constructor(papers: number, seed: number) {
    this.order = new Uint32Array(papers);
    this.seed = seed;
  }

  deal(hand: Uint32Array, step: number): void {
    const batches = Math.floor(this.order.length / hand.length);
    const epoch = Math.floor(step / batches);
    if (epoch !== this.epoch) {
      this.epoch = epoch;
      for (let paper = 0; paper < this.order.length; paper++) this.order[paper] = paper;
      new Random(this.seed, stream.order, epoch).shuffle(this.order);
    }
    const from = (step % batches) * hand.length;
    hand.set(this.order.subarray(from, from + hand.length));
  }
}
