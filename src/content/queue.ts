import type { WorkerContract } from '../messages/contract.ts';
import { identify } from './identify.ts';
import { Lane } from './lane.ts';
import type { Row } from './rows.ts';

export type Ask = <M extends 'identify' | 'references' | 'relate' | 'rank'>(name: M, payload: WorkerContract[M]['ask']) => Promise<WorkerContract[M]['reply']>;

export interface QueueOptions {
  readonly ask: Ask;
  /** Rows of one batch whose answers have come. */
  readonly answered: (rows: readonly Row[]) => void;
  readonly failed: (problem: unknown) => void;
}

/** Gets rows answered, visible ones first: all are identified, and those not in the collection are then related. */
export class Queue {
  #identify: Lane<Row>;
  #relate: Lane<Row>;
  /** Also what is nearest to rows that deserve no mark is asked for. */
  loosely = false;

  constructor({ ask, answered, failed }: QueueOptions) {
    this.#identify = new Lane({
      pick: (rows, most) => mostUrgent(rows, most, scrollY, innerHeight),
      failed,
      work: async (batch) => {
        await identify(ask, batch);
        const here = batch.filter((row) => row.here);
        answered(here);
        this.#relate.add(here.filter((row) => row.identity === null && row.relation === undefined));
      },
    });
    this.#relate = new Lane({
      pick: (rows, most) => mostUrgent(rows, most, scrollY, innerHeight),
      failed,
      work: async (batch) => {
        const { loosely } = this;
        const replies = await ask(loosely ? 'rank' : 'relate', { mentions: batch.map((row) => row.known ?? row.mention) });
        batch.forEach((row, i) => {
          const reply = replies[i] ?? null;
          const loose = reply?.closeness === 'loosely related' ? reply : null;
          row.relation = reply?.closeness === 'loosely related' ? null : reply;
          if (loosely) row.loose = loose;
        });
        answered(batch.filter((row) => row.here));
      },
    });
  }

  get busy(): boolean {
    return this.#identify.busy || this.#relate.busy;
  }

  /** Rows with answers are not asked for again. */
  add(rows: readonly Row[]): void {
    this.#identify.add(rows.filter((row) => row.identity === undefined));
    this.#relate.add(rows.filter((row) => row.identity === null && (row.relation === undefined || (this.loosely && row.relation === null && row.loose === undefined))));
  }

  remove(rows: readonly Row[]): void {
    this.#identify.remove(rows);
    this.#relate.remove(rows);
  }
}

/**
 * Rows within the window first, then those below it, then those above. While some are in sight they are a batch of their
 * own, so that their answer does not wait for the others.
 */
export function mostUrgent(rows: readonly Row[], most: number, scrolled: number, height: number): readonly Row[] {
  const bottom = scrolled + height;
  const seen = rows.filter((row) => row.top >= scrolled && row.top < bottom);
  if (seen.length > 0) return seen.slice(0, most);
  const below = rows.filter((row) => row.top >= bottom).sort((a, b) => a.top - b.top);
  const above = rows.filter((row) => row.top < scrolled).sort((a, b) => b.top - a.top);
  return [...below, ...above].slice(0, most);
}
