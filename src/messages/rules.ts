import type { Mention } from '../paper/paper.ts';
import type { CitedEntry } from '../references/reference.ts';
import { ENTRY_LIMITS, LIMITS, type WorkerContract, type WorkerMessage } from './contract.ts';
import { READER_RULES } from './reader-rules.ts';
import type { Rule, Sender } from './sender-rule.ts';
import { BadMessage, type Check, flag, list, object, oneOf, text, whole } from './validate.ts';

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
const length = whole(0, ENTRY_LIMITS.text);
const entry: Check<CitedEntry> = object(
  {
    blocks: list(object({ text: text(ENTRY_LIMITS.text), runs: list(object({ kind: oneOf('italic', 'bold', 'link'), start: length, end: length }), ENTRY_LIMITS.runs) }), ENTRY_LIMITS.blocks),
    label: text(ENTRY_LIMITS.label),
    links: list(text(ENTRY_LIMITS.link), ENTRY_LIMITS.links),
  },
  { title: text(LIMITS.title * 2), authors: text(ENTRY_LIMITS.text) },
);
const entries: Check<{ entries: readonly CitedEntry[] }> = (value, place) => {
  const asked = object({ entries: list(entry, LIMITS.batch) })(value, place);
  const long = asked.entries.findIndex(({ blocks }) => blocks.reduce((sum, block) => sum + block.text.length, 0) > ENTRY_LIMITS.text);
  if (long >= 0) throw new BadMessage(`${place}.entries[${long}]: at most ${ENTRY_LIMITS.text} characters expected`);
  return asked;
};
const anyone: readonly Sender[] = ['content', 'extension'];

/** Every message to the worker. Those here are read-only, so content scripts may send them; what they can do is look and open the popup. */
export const WORKER_RULES: { readonly [M in WorkerMessage]: Rule<WorkerContract[M]['ask']> } = {
  identify: { from: anyone, check: mentions },
  references: { from: anyone, check: entries },
  relate: { from: anyone, check: mentions },
  rank: { from: anyone, check: mentions },
  explain: { from: anyone, check: object({ mention }) },
  search: { from: anyone, check: object({ query: text(LIMITS.query), limit: whole(1, LIMITS.results) }) },
  paper: { from: anyone, check: object({ key: text(LIMITS.id + LIMITS.title * 2) }) },
  markPage: { from: ['extension'], check: object({ tab: whole(0, 2 ** 31) }) },
  openPopup: { from: anyone, check: object({}, { key: text(LIMITS.id + LIMITS.title * 2) }) },
  ...READER_RULES,
};
