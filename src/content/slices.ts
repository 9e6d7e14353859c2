/** Longest stretch of work in one go, in milliseconds: half a frame. */
export const SLICE = 8;

/** An idle moment must come, even on a page that never rests. Milliseconds. */
const LATEST = 40;

/** The time at the next idle moment, on the clock of `performance.now`. */
export const idle = (): Promise<number> =>
  new Promise((now) => {
    requestIdleCallback((deadline) => now(performance.now() + Math.min(SLICE, Math.max(deadline.timeRemaining(), SLICE / 2))), { timeout: LATEST });
  });

export interface Worked<T> {
  readonly result: T;
  /** Milliseconds of work, without the pauses. */
  readonly cost: number;
}

/** Runs steps to their end in idle slices; null once `going` says no. */
export async function inSlices<T>(steps: Generator<unknown, T>, going: () => boolean): Promise<Worked<T> | null> {
  let cost = 0;
  for (;;) {
    const until = await idle();
    if (!going()) return null;
    const start = performance.now();
    do {
      const step = steps.next();
      if (step.done) return { result: step.value, cost: cost + performance.now() - start };
    } while (performance.now() < until);
    cost += performance.now() - start;
  }
}
