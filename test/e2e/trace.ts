import type { BrowserContext } from 'playwright-core';

/** One entry of Chromium's trace; times in microseconds. */
interface Event {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time on the processor: what a loaded machine does to the clock does not count. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Lengths of the tasks in which a content script of the extension ran while `during` did: milliseconds on the processor, longest first. */
export async function tasksOfOurs(context: BrowserContext, origin: string, during: () => Promise<void>): Promise<number[]> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('this Chromium cannot be traced');
  const events: Event[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Event[])));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'] } });
  await during();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  await session.detach();

  const functions = events.filter((event) => event.name === 'FunctionCall' && event.args?.data?.url?.startsWith(`${origin}/src/content/`));
  const tasks = events.filter((event) => event.name === 'RunTask' && event.ph === 'X');
  return tasks
    .filter((task) => functions.some((event) => isWithin(event, task)))
    .map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000)
    .sort((a, b) => b - a);
}

const isWithin = (event: Event, task: Event): boolean =>
  event.pid === task.pid && event.tid === task.tid && event.ts >= task.ts && event.ts < task.ts + (task.dur ?? 0);
