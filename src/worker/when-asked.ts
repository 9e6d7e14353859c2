import type { WorkerHandlers } from '../browser/messages.ts';
import type { ReaderContract } from '../messages/reader-contract.ts';
import { READER_RULES } from '../messages/reader-rules.ts';

type ReaderHandlers = Pick<WorkerHandlers, keyof ReaderContract>;

/** A handler for each message about the reader's own papers that sets up the answers when the first is asked for: a badge waits for none of their code. */
export function whenAsked(answers: () => Promise<ReaderHandlers>): ReaderHandlers {
  const names = Object.keys(READER_RULES) as (keyof ReaderContract)[];
  return Object.fromEntries(names.map((name) => [name, async (ask: never): Promise<unknown> => (await answers())[name](ask)])) as unknown as ReaderHandlers;
}
