import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Training } from './batch.ts';
import { Descent } from './descend.ts';
import { NeighbourSearch, type Weighted } from './neighbours.ts';
import { takeStep, type Member, type Step } from './step.ts';
import { kinds } from './views.ts';
import type { TextTerms } from './vocabulary.ts';

/** What a thread is given at its start; all arrays are shared memory. */
export interface Orders {
  readonly training: Training;
  readonly terms: TextTerms;
  readonly corpus: Weighted;
  readonly gate: Int32Array;
  readonly plan: Float64Array;
  readonly turn: number;
  readonly of: number;
}

/** Work for the whole team: neighbours for the papers [from, to), or one step of the training. */
type Work = { readonly from: number; readonly to: number } | Step;

/** Threads that do one piece of work together after another; the calling thread is one of them. */
export class Team {
  private readonly orders: Orders;
  private readonly hand: Hand;
  private readonly workers: readonly Worker[];

  private constructor(orders: Orders, workers: readonly Worker[]) {
    this.orders = orders;
    this.hand = new Hand(orders);
    this.workers = workers;
  }

  /** Starts the threads and waits for them: the calling thread blocks while it works, and nothing loads meanwhile. */
  static async gather(training: Training, { starts, terms, inTitle, inAbstract }: TextTerms, corpus: Weighted, threads: number): Promise<Team> {
    const orders: Orders = {
      training,
      terms: { starts, terms, inTitle, inAbstract },
      corpus,
      gate: new Int32Array(new SharedArrayBuffer(8)),
      plan: new Float64Array(new SharedArrayBuffer(8 * 5)),
      turn: 0,
      of: threads,
    };
    const others = Array.from({ length: threads - 1 }, (_, i) => startThread({ ...orders, turn: i + 1 }));
    return new Team(orders, await Promise.all(others));
  }

  /** Writes the neighbours of the papers [from, to) into `corpus.nearest`. */
  findNeighbours(from: number, to: number): void {
    this.lead({ from, to });
  }

  /** Takes one step with the papers in `training.papers`; returns its loss. */
  take(step: Step): number {
    this.lead(step);
    const { losses, size } = this.orders.training;
    return losses.reduce((sum, loss) => sum + loss, 0) / size;
  }

  /** Sends the threads home. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private lead(work: Work): void {
    writePlan(this.orders.plan, work);
    this.hand.member.meet();
    this.hand.do(work);
  }
}

/** The life of a thread beside the first: wait for work, share it, wait again, until it is terminated. */
export function serve(orders: Orders): never {
  const hand = new Hand(orders);
  for (;;) {
    hand.member.meet();
    hand.do(readPlan(orders.plan));
  }
}

/** What one thread needs of its own to share the work. */
class Hand {
  readonly member: Member;
  private readonly orders: Orders;
  private readonly descent: Descent;
  private readonly search: NeighbourSearch;

  constructor(orders: Orders) {
    this.orders = orders;
    this.member = { turn: orders.turn, of: orders.of, meet: () => meet(orders.gate, orders.of) };
    this.descent = new Descent(orders.training);
    this.search = new NeighbourSearch(orders.corpus);
  }

  do(work: Work): void {
    const { training, terms, corpus, turn, of } = this.orders;
    if ('number' in work) {
      takeStep(training, terms, corpus.nearest, this.descent, work, this.member);
      return;
    }
    for (let paper = work.from + turn; paper < work.to; paper += of) this.search.write(paper);
    this.member.meet();
  }
}

/** A thread does not inherit the loader that reads TypeScript: it is asked for by name. */
const entry = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${JSON.stringify(new URL('member.ts', import.meta.url).href)}, ${JSON.stringify(import.meta.url)}));`;

/** Starts a thread; settles when it has loaded what it needs. */
async function startThread(orders: Orders): Promise<Worker> {
  const worker = new Worker(entry, { eval: true, workerData: orders });
  worker.on('error', (error) => {
    // The others would wait for this one for ever.
    process.stderr.write(`train: a thread failed: ${error.stack ?? error.message}\n`);
    process.exit(1);
  });
  await once(worker, 'message');
  return worker;
}

/** A barrier: gate[0] counts who has come, gate[1] the meetings that are over. */
function meet(gate: Int32Array, of: number): void {
  if (of === 1) return;
  const meeting = Atomics.load(gate, 1);
  if (Atomics.add(gate, 0, 1) === of - 1) {
    Atomics.store(gate, 0, 0);
    Atomics.add(gate, 1, 1);
    Atomics.notify(gate, 1);
  } else {
    while (Atomics.load(gate, 1) === meeting) Atomics.wait(gate, 1, meeting);
  }
}

function writePlan(plan: Float64Array, work: Work): void {
  plan.set('number' in work ? [1, work.number, kinds.indexOf(work.kind), work.rate, work.seed] : [0, work.from, work.to, 0, 0]);
}

function readPlan(plan: Float64Array): Work {
  const [isStep = 0, first = 0, second = 0, rate = 0, seed = 0] = plan;
  return isStep === 1 ? { number: first, kind: kinds[second]!, rate, seed } : { from: first, to: second };
}
