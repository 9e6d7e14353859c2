import { LIMITS } from '../messages/contract.ts';

const TRIES = 3;
const PAUSE = 1000;

export interface LaneOptions<T> {
  /** Asks and records the answers of one batch. */
  readonly work: (batch: readonly T[]) => Promise<void>;
  /** Takes the most urgent ones out of those waiting, at most `most`. */
  readonly pick: (waiting: readonly T[], most: number) => readonly T[];
  /** A batch was given up. */
  readonly failed: (problem: unknown) => void;
}

/** Asks for one batch at a time, most urgent first; a batch that fails is tried again, then given up. */
export class Lane<T> {
  #waiting = new Set<T>();
  #running = false;
  #options: LaneOptions<T>;

  constructor(options: LaneOptions<T>) {
    this.#options = options;
  }

  get busy(): boolean {
    return this.#running;
  }

  add(items: Iterable<T>): void {
    for (const item of items) this.#waiting.add(item);
    if (!this.#running && this.#waiting.size > 0) void this.#run();
  }

  remove(items: Iterable<T>): void {
    for (const item of items) this.#waiting.delete(item);
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.size > 0) {
      const batch = this.#options.pick([...this.#waiting], LIMITS.batch);
      this.remove(batch);
      await this.#try(batch);
    }
    this.#running = false;
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
