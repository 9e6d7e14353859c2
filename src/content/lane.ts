import { LIMITS } from '../messages/contract.ts';

const TRIES = 3;
const PAUSE = 1000;
/** Batches under way at a time: the worker need not wait for the page to take its last answer. */
const UNDER_WAY = 3;

export interface LaneOptions<T> {
  /** Asks and records the answers of one batch. */
  readonly work: (batch: readonly T[]) => Promise<void>;
  /** Takes the most urgent ones out of those waiting, at most `most`. */
  readonly pick: (waiting: readonly T[], most: number) => readonly T[];
  /** A batch was given up. */
  readonly failed: (problem: unknown) => void;
}

/** Asks for a few batches at a time, most urgent first; a batch that fails is tried again, then given up. */
export class Lane<T> {
  #waiting = new Set<T>();
  #underWay = 0;
  #options: LaneOptions<T>;

  constructor(options: LaneOptions<T>) {
    this.#options = options;
  }

  get busy(): boolean {
    return this.#underWay > 0;
  }

  add(items: Iterable<T>): void {
    for (const item of items) this.#waiting.add(item);
    this.#go();
  }

  remove(items: Iterable<T>): void {
    for (const item of items) this.#waiting.delete(item);
  }

  #go(): void {
    while (this.#waiting.size > 0 && this.#underWay < UNDER_WAY) {
      const batch = this.#options.pick([...this.#waiting], LIMITS.batch);
      this.remove(batch);
      this.#underWay++;
      void this.#try(batch).finally(() => {
        this.#underWay--;
        this.#go();
      });
    }
  }

  async #try(batch: readonly T[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.#options.work(batch);
        return;
      } catch (problem) {
        if (tries === TRIES || problem instanceof Error && problem.name === 'ExtensionGone') {
          this.#options.failed(problem);
          return;
        }
        await new Promise((done) => setTimeout(done, PAUSE * tries));
      }
    }
  }
}
