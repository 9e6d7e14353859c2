import type { WorkerContract } from '../messages/contract.ts';
import type { Row } from './rows.ts';
import type { Told } from './told.tsx';

type Ask = <M extends 'save' | 'undo'>(name: M, payload: WorkerContract[M]['ask']) => Promise<WorkerContract[M]['reply']>;

/** Saves titles of the page into the reader's library, only ever for the reader's own act, and tells of it with a way back. */
export function saver(ask: Ask, told: Told): (row: Row) => Promise<boolean> {
  const undo = async (token: number): Promise<void> => {
    try {
      await ask('undo', { token });
      told.tell('Taken back.');
    } catch (problem) {
      told.tell(`Not taken back: ${inWords(problem)}`);
    }
  };
  return async ({ known, mention }) => {
    try {
      const { undo: token, what } = await ask('save', { papers: [known ?? mention], seenAt: location.href.slice(0, 2000) });
      told.tell(`${what}.`, token === null ? undefined : { label: 'Undo', run: () => void undo(token) });
      return true;
    } catch (problem) {
      told.tell(`Not saved: ${inWords(problem)}`);
      return false;
    }
  };
}

const inWords = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));
