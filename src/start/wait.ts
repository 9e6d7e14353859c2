/** Resolves after `ms` milliseconds. */
export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * Asks again and again until `check` gives something truthy, and gives that back.
 * A check that throws counts as "not yet"; the last such error is part of the message when time is up.
 */
export async function until<T>(what: string, check: () => Promise<T> | T, ms = 15_000): Promise<NonNullable<T>> {
  const end = performance.now() + ms;
  let problem = '';
  for (;;) {
    try {
      const value = await check();
      if (value) return value;
    } catch (error) {
      problem = ` (${error instanceof Error ? error.message : String(error)})`;
    }
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}${problem}`);
    await sleep(50);
  }
}
