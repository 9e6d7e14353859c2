import type { PageContract, PageMessage } from './contract.ts';
import type { Rule } from './sender-rule.ts';
import { nothing, object, whole } from './validate.ts';

// Apart from the worker's rules, which no content script needs to carry.
/** Every message to a content script; only the extension itself may send one. */
export const PAGE_RULES: { readonly [M in PageMessage]: Rule<PageContract[M]['ask']> } = {
  pageReport: { from: ['extension'], check: nothing },
  reveal: { from: ['extension'], check: object({ index: whole(0, 1_000_000) }) },
  showLens: { from: ['extension'], check: nothing },
  leave: { from: ['extension'], check: nothing },
  quickLookup: { from: ['extension'], check: nothing },
  savePaper: { from: ['extension'], check: nothing },
  lookAgain: { from: ['extension'], check: nothing },
};
