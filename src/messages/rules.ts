import type { Mention } from '../paper/paper.ts';
import { LIMITS, type WorkerContract, type WorkerMessage } from './contract.ts';
import { READER_RULES } from './reader-rules.ts';
import type { Rule, Sender } from './sender-rule.ts';
import { type Check, flag, list, object, text, whole } from './validate.ts';

export type { Rule, Sender };

// Titles are cut to code points by their sender; a code point may be two UTF-16 units.
const mention: Check<Mention> = object(
  { title: text(LIMITS.title * 2) },
  {
    isCut: flag,
    arxivId: text(LIMITS.id),
    doi: text(LIMITS.id),
    abstract: text(LIMITS.abstract),
    authors: list(text(LIMITS.name), LIMITS.authors),
    year: whole(1000, 9999),
  },
);
const mentions = object({ mentions: list(mention, LIMITS.batch) });
const anyone: readonly Sender[] = ['content', 'extension'];

/** Every message to the worker. Those here are read-only, so content scripts may send them; what they can do is look and open the popup. */
export const WORKER_RULES: { readonly [M in WorkerMessage]: Rule<WorkerContract[M]['ask']> } = {
  identify: { from: anyone, check: mentions },
  relate: { from: anyone, check: mentions },
  rank: { from: anyone, check: mentions },
  explain: { from: anyone, check: object({ mention }) },
  search: { from: anyone, check: object({ query: text(LIMITS.query), limit: whole(1, LIMITS.results) }) },
  paper: { from: anyone, check: object({ key: text(LIMITS.id + LIMITS.title * 2) }) },
  openPopup: { from: anyone, check: object({}, { key: text(LIMITS.id + LIMITS.title * 2) }) },
  ...READER_RULES,
};
