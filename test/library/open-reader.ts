import { Reader } from '../../src/library/reader.ts';
import type { Store } from '../../src/library/store.ts';
import type { StagedPaper, StoredRecord } from '../../src/library/stored.ts';
import { save } from '../../src/library/save.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { MemoryNotebook } from '../browser/fake-database.ts';
import { MemoryStore } from '../../src/library/memory-store.ts';

export const SHIPPED: readonly Paper[] = [
  { key: 'arxiv:1711.10925', title: 'Deep Image Prior', abstract: 'Structure of a generator network.', authors: ['Dmitry Ulyanov'], year: 2017, arxivId: '1711.10925' },
  { key: 'title:wassersteingan', title: 'Wasserstein GAN', abstract: '', authors: [], year: 2017 },
];

/** A reader's library over a store, with a clock that tests set. */
export function openReader<S extends Store = MemoryStore>(store: S = new MemoryStore() as unknown as S) {
  const clock = { now: Date.UTC(2026, 0, 10) };
  const notebook = new MemoryNotebook();
  const told = { times: 0 };
  const reader = new Reader({ store, notebook, bundled: () => Promise.resolve(SHIPPED), now: () => clock.now, changed: () => told.times++ });
  return { reader, store, notebook, clock, told };
}

export const paper = (title: string, more: Partial<StagedPaper> = {}): StagedPaper => ({ title, abstract: '', authors: [], tags: [], note: '', isRead: false, collections: [], ...more });

/** Saves papers and gives their ids. */
export async function saved(reader: Reader, ...papers: readonly StagedPaper[]): Promise<readonly number[]> {
  return (await save(reader.writer, papers)).papers;
}

/** A file in the store, and an import of it that has been read to its preview. */
export async function readFile(reader: Reader, text: string, name = 'my.jsonl', collection: number | null = null): Promise<number> {
  const { source } = await reader.exports.keep(new Blob([text]), name, 0);
  const { id } = await reader.imports.start(source, '', collection);
  await untilStill(reader, id);
  return id;
}

export async function untilStill(reader: Reader, job: number): Promise<void> {
  while (['reading', 'writing'].includes((await reader.imports.continue(job)).stage));
}

/** A record without the store's own count, for comparing. */
export const unstamped = (record: StoredRecord): StoredRecord => ({ ...record, changed: 0 });
