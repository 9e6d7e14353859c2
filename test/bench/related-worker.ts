import MiniSearch from 'minisearch';
import { relateBatch, type CollectionEngine } from '../../src/related/engine.ts';
import type { Text } from '../../src/related/related.ts';
import { loadRelated } from '../../src/related/store.ts';
import { openTable, tableFiles } from '../../src/related/table.ts';

/** The part of the extension interface that is used here. */
declare const chrome: {
  readonly runtime: {
    getURL(file: string): string;
    readonly onMessage: { addListener(answer: (ask: 'cold' | 'speed' | 'batch') => Promise<Record<string, number>>): void };
  };
};

/** What lies beside the worker in `texts.json`. */
export interface BenchTexts {
  readonly collection: readonly Text[];
  readonly questions: readonly Text[];
  /** MiniSearch takes seconds for an abstract at scale. */
  readonly askedOfPlain: number;
}

const bytes = async (file: string): Promise<ArrayBuffer> => (await fetch(chrome.runtime.getURL(file))).arrayBuffer();
const texts = async (): Promise<BenchTexts> => (await fetch(chrome.runtime.getURL('texts.json'))).json() as Promise<BenchTexts>;

async function open(): Promise<CollectionEngine> {
  const file = (part: keyof typeof tableFiles): Promise<ArrayBuffer> => bytes(`model/${tableFiles[part]}`);
  const [table, scale, vocab, df, meta, stored] = await Promise.all([file('table'), file('scale'), file('vocab'), file('df'), file('meta'), bytes('related.bin')]);
  return loadRelated(stored, openTable({ table, scale, vocab, df, meta: new TextDecoder().decode(meta) }));
}

/** Rounds in which everything is timed by turns; the least disturbed one counts. */
const rounds = 5;

/** Milliseconds for each of them: the clock of a worker is coarse, so they are timed together. */
function timeEach<T>(asked: readonly T[], ask: (one: T) => unknown): number {
  const start = performance.now();
  for (const one of asked) ask(one);
  return (performance.now() - start) / asked.length;
}

const titleOf = ({ title }: Text): Text => ({ title });
const joined = ({ title, abstract }: Text): string => `${title} ${abstract ?? ''}`;

async function cold(): Promise<Record<string, number>> {
  const start = performance.now();
  const engine = await open();
  const ready = performance.now() - start;
  engine.nearest({ title: 'Neighbours of a title by the words it shares' }, { limit: 10 });
  return { ready, answered: performance.now() - start };
}

async function speed(): Promise<Record<string, number>> {
  const { collection, questions, askedOfPlain } = await texts();
  const engine = await open();
  const plain = new MiniSearch<Text & { id: number }>({ fields: ['title', 'abstract'] });
  plain.addAll(collection.map(({ title, abstract }, id) => ({ id, title, abstract })));
  const titles = questions.map(titleOf);
  const few = questions.slice(0, askedOfPlain);
  const kinds = {
    whole: () => timeEach(questions, (text) => engine.nearest(text, { limit: 10 })),
    title: () => timeEach(titles, (text) => engine.nearest(text, { limit: 10 })),
    plainWhole: () => timeEach(few, (text) => plain.search(joined(text))),
    plainTitle: () => timeEach(few, (text) => plain.search(text.title)),
  };
  const least: Record<string, number> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [kind, time] of Object.entries(kinds)) least[kind] = Math.min(least[kind] ?? Infinity, time());
  }
  return least;
}

async function batch(): Promise<Record<string, number>> {
  const titles = (await texts()).questions.map(titleOf);
  const engine = await open();
  const run = (asked: readonly Text[]): void => {
    for (const _ of relateBatch(engine, asked, { limit: 3, atLeast: 'related' }));
  };
  const times = Array.from({ length: rounds }, () => timeEach([titles], run));
  return { batch: Math.min(...times) };
}

chrome.runtime.onMessage.addListener(async (ask) => ({ cold, speed, batch })[ask]());
