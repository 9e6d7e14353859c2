import { ask } from '../browser/messages.ts';
import type { ReaderContract } from '../messages/reader-contract.ts';

/** Asks the worker about the reader's own papers. Throws what went wrong in words. */
export const reader: <M extends keyof ReaderContract>(name: M, payload: ReaderContract[M]['ask']) => Promise<ReaderContract[M]['reply']> = ask;
