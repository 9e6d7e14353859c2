import type { Check } from './validate.ts';

/** Who may send a message: a content script on a page we serve, or one of the extension's own pages and its worker. */
export type Sender = 'content' | 'extension';

export interface Rule<Ask> {
  readonly from: readonly Sender[];
  readonly check: Check<Ask>;
}
