import type { StoredJob, StoredRecord, StoredSnapshot } from '../../src/library/stored.ts';

/** What runs inside a page of the extension, and travels there as text: each function stands alone. */

interface Side {
  readonly browser: {
    readonly runtime: { sendMessage(message: object): Promise<{ ok: boolean; value?: unknown; error?: string } | undefined> };
    readonly storage: Record<'session' | 'local', { get(name: string | null): Promise<Record<string, unknown>>; set(values: object): Promise<void>; clear(): Promise<void> }>;
  };
  driving?: string;
}

/** One message to the worker. */
export async function ask(name: string, payload: unknown): Promise<unknown> {
  const { browser } = globalThis as unknown as Side;
  const reply = await browser.runtime.sendMessage({ to: 'worker', name, ask: payload });
  if (reply?.ok !== true) throw new Error(reply?.error ?? 'no answer');
  return reply.value;
}

/** Sends a message and does not wait for its end: the worker is about to die under it. */
export function askAndLeave(name: string, payload: unknown): boolean {
  const { browser } = globalThis as unknown as Side;
  browser.runtime.sendMessage({ to: 'worker', name, ask: payload }).catch(() => undefined);
  return true;
}

/** Begins or goes on with the import of a file, as the manager page does, and does not wait for its end. */
export function driveImport(source: number): boolean {
  const side = globalThis as unknown as Side;
  const tell = async (name: string, payload: unknown): Promise<{ id: number; stage: string }> => {
    const reply = await side.browser.runtime.sendMessage({ to: 'worker', name, ask: payload });
    if (reply?.ok !== true) throw new Error(reply?.error ?? 'no answer');
    return reply.value as { id: number; stage: string };
  };
  const drive = async (): Promise<void> => {
    side.driving = 'yes';
    const [there] = (await tell('jobs', null)) as unknown as { id: number; stage: string }[];
    let job = there ?? (await tell('startImport', { source, format: 'jsonl', collection: null }));
    while (['reading', 'preview', 'writing'].includes(job.stage)) job = await tell(job.stage === 'preview' ? 'commitImport' : 'continueJob', { job: job.id });
    side.driving = job.stage;
  };
  drive().catch((problem: unknown) => (side.driving = `stopped: ${String(problem)}`));
  return true;
}

/** How the import is that was begun last: "yes" while it runs, its stage at its end, or why it stopped. */
export const driving = (): string => (globalThis as unknown as Side).driving ?? '';

/** Keeps a text as a file in the store's sources, as the page of the extension does. */
export async function keepText(text: string, name: string): Promise<number> {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const opening = indexedDB.open('paperkin');
    opening.addEventListener('success', () => done(opening.result));
    opening.addEventListener('error', () => failed(opening.error));
  });
  const write = database.transaction(['source', 'state'], 'readwrite');
  const states = write.objectStore('state');
  const reading = states.get('state') as IDBRequest<{ change: number; nextId: number; oldest: number } | undefined>;
  const id = await new Promise<number>((done) =>
    reading.addEventListener('success', () => {
      const state = reading.result ?? { change: 0, nextId: 1, oldest: 0 };
      write.objectStore('source').put({ id: state.nextId, name, when: Date.now(), file: new Blob([text]) }, state.nextId);
      states.put({ ...state, nextId: state.nextId + 1 }, 'state');
      write.addEventListener('complete', () => done(state.nextId));
    }),
  );
  database.close();
  return id;
}

export interface Raw {
  readonly version: number;
  readonly records: readonly StoredRecord[];
  readonly abstracts: readonly number[];
  readonly jobs: readonly StoredJob[];
  readonly snapshots: readonly StoredSnapshot[];
  readonly parts: readonly string[];
  readonly sources: number;
  readonly staged: number;
  /** Papers that the look-up by text finds. */
  readonly found: number;
}

/** What lies in the database, without the worker. */
export async function readRaw(): Promise<Raw> {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const opening = indexedDB.open('paperkin');
    opening.addEventListener('success', () => done(opening.result));
    opening.addEventListener('error', () => failed(opening.error));
  });
  const { version } = database;
  const read = database.transaction([...database.objectStoreNames]);
  const all = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((done, failed) => {
      request.addEventListener('success', () => done(request.result));
      request.addEventListener('error', () => failed(request.error));
    });
  const store = (name: string): IDBObjectStore => read.objectStore(name);
  const isSplit = database.objectStoreNames.contains('abstract');
  const [records, abstracts, jobs, snapshots, parts, sources, staged, found] = await Promise.all([
    all(store('record').getAll() as IDBRequest<StoredRecord[]>), isSplit ? all(store('abstract').getAllKeys()) : [], all(store('job').getAll() as IDBRequest<StoredJob[]>), all(store('snapshot').getAll() as IDBRequest<StoredSnapshot[]>),
    all(store('part').getAllKeys()), all(store('source').count()), all(store('staged').count()), isSplit ? all(store('record').index('lookup').getAllKeys()) : [],
  ]);
  database.close();
  return {
    version, records, abstracts: abstracts as number[], jobs, snapshots,
    parts: parts as string[], sources, staged, found: new Set(found as number[]).size,
  };
}

/** Forgets everything; the worker must be dead. A library of version 1 is left where papers are given. */
export async function startAnew(papers: readonly { readonly id: number; readonly title: string; readonly abstract: string }[] | null): Promise<boolean> {
  const { browser } = globalThis as unknown as Side;
  await browser.storage.session.clear();
  await browser.storage.local.clear();
  await new Promise<void>((done, failed) => {
    const deleting = indexedDB.deleteDatabase('paperkin');
    deleting.addEventListener('success', () => done());
    deleting.addEventListener('error', () => failed(deleting.error));
  });
  if (papers === null) return true;
  await new Promise<void>((done, failed) => {
    const opening = indexedDB.open('paperkin', 1);
    opening.addEventListener('upgradeneeded', () => {
      for (const name of ['record', 'collection', 'lens', 'settings', 'job', 'staged', 'undo', 'snapshot', 'part', 'derived', 'source', 'state']) opening.result.createObjectStore(name);
    });
    opening.addEventListener('error', () => failed(opening.error));
    opening.addEventListener('success', () => {
      const write = opening.result.transaction('record', 'readwrite');
      for (const paper of papers) write.objectStore('record').put({ ...paper, key: '', authors: [], tags: [], note: 'mine', isRead: false, added: 1, updated: 1, collections: [] }, paper.id);
      write.addEventListener('complete', () => {
        opening.result.close();
        done();
      });
    });
  });
  return true;
}

/** Whether the second copy outside the database has papers. */
export async function isCopied(): Promise<boolean> {
  const { browser } = globalThis as unknown as Side;
  return 'copy.head' in (await browser.storage.local.get(null));
}

export async function arm(point: object | null): Promise<boolean> {
  const { browser } = globalThis as unknown as Side;
  await browser.storage.session.clear();
  if (point !== null) await browser.storage.session.set({ armed: point });
  return true;
}

export async function isReached(): Promise<boolean> {
  const { browser } = globalThis as unknown as Side;
  return 'reached' in (await browser.storage.session.get('reached'));
}

/** Milliseconds of an import to its preview and to its end, and how many papers were new. */
export async function timeImport(source: number, format: string): Promise<{ preview: number; whole: number; papers: number }> {
  const { browser } = globalThis as unknown as Side;
  const tell = async (name: string, payload: unknown): Promise<{ id: number; stage: string; counts: { new: number } }> => {
    const reply = await browser.runtime.sendMessage({ to: 'worker', name, ask: payload });
    if (reply?.ok !== true) throw new Error(reply?.error ?? 'no answer');
    return reply.value as { id: number; stage: string; counts: { new: number } };
  };
  const start = performance.now();
  let job = await tell('startImport', { source, format, collection: null });
  while (job.stage === 'reading') job = await tell('continueJob', { job: job.id });
  const preview = performance.now() - start;
  job = await tell('commitImport', { job: job.id });
  while (job.stage === 'writing') job = await tell('continueJob', { job: job.id });
  return { preview, whole: performance.now() - start, papers: job.counts.new };
}

/** Milliseconds that it takes to put records into a database, a hundred at a time; what any import has to do. */
export async function putPlainly(records: readonly object[]): Promise<number> {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const opening = indexedDB.open('plain', 1);
    opening.addEventListener('upgradeneeded', () => void opening.result.createObjectStore('papers', { autoIncrement: true }));
    opening.addEventListener('success', () => done(opening.result));
    opening.addEventListener('error', () => failed(opening.error));
  });
  const start = performance.now();
  for (let at = 0; at < records.length; at += 100) {
    const write = database.transaction('papers', 'readwrite', { durability: 'strict' });
    for (const record of records.slice(at, at + 100)) write.objectStore('papers').put(record);
    await new Promise<void>((done) => write.addEventListener('complete', () => done()));
  }
  const taken = performance.now() - start;
  database.close();
  await new Promise<void>((done) => indexedDB.deleteDatabase('plain').addEventListener('success', () => done()));
  return taken;
}
