import { forget, recall, remember } from '../browser/session.ts';
import { type PopupState, START } from './popup-state.ts';

// The popup is closed by any click beside it; what the reader was doing waits in the session's memory.

const KEPT = 'popup.state';
/** Set by the worker when a page asked to see a paper. */
const WANTED = 'popup.open';
/** Raised when the shape of the state changes; older states are let go. */
const VERSION = 1;

export const keep = (state: PopupState): Promise<void> => remember(KEPT, { version: VERSION, state });

export async function kept(): Promise<PopupState> {
  const value = (await recall(KEPT)) as { version?: unknown; state?: PopupState } | undefined;
  return value?.version === VERSION && value.state ? value.state : START;
}

/** The paper to open, once: asking takes it away. */
export async function wanted(): Promise<string | undefined> {
  const key = await recall(WANTED);
  if (key === undefined) return undefined;
  await forget(WANTED);
  return typeof key === 'string' ? key : undefined;
}
