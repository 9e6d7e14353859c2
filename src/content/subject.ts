import type { WorkerContract } from '../messages/contract.ts';
import type { Explanation } from '../messages/views.ts';
import type { Known } from './explanation.tsx';
import type { Row } from './rows.ts';

/** What a card or panel tells about one title of the page. */
export interface Subject {
  readonly title: string;
  readonly known: () => Known;
  /** Asked once; a failure is forgotten, so that it can be tried again. */
  readonly explain: () => Promise<Explanation>;
  /** Saves the paper into the reader's library. */
  readonly save: () => Promise<boolean>;
}

type Explain = (name: 'explain', payload: WorkerContract['explain']['ask']) => Promise<Explanation>;

/** Gives the subject of a row, with one answer for as long as the row lives. */
export function subjects(ask: Explain, save: (row: Row) => Promise<boolean>): (row: Row) => Subject {
  const answers = new WeakMap<Row, Promise<Explanation>>();
  const explain = (row: Row): Promise<Explanation> => {
    const answer = answers.get(row) ?? ask('explain', { mention: row.known ?? row.mention });
    answers.set(row, answer);
    answer.catch(() => answers.delete(row));
    return answer;
  };
  return (row) => ({
    title: (row.known ?? row.mention).title,
    known: () => ({ identity: row.identity ?? null, relation: row.relation ?? null }),
    explain: () => explain(row),
    save: () => save(row),
  });
}
