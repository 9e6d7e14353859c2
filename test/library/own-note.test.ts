import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MemoryStore } from '../../src/library/memory-store.ts';
import { OwnNote } from '../../src/library/own-note.ts';
import { newRecord } from '../../src/library/record.ts';
import type { Notebook } from '../../src/library/second-copy.ts';
import type { Change, Store } from '../../src/library/store.ts';
import { DEFAULTS } from '../../src/library/stored.ts';
import { MemoryNotebook } from '../browser/fake-database.ts';

const paper: Change = { put: 'record', row: newRecord(1, { title: 'Alpha', abstract: '', authors: [], tags: [], note: '', isRead: false, collections: [] }, [], 0).record };
/** What a reader sees of, each as a commit. */
const CHANGES: Readonly<Record<string, Change>> = {
  'a paper': paper,
  'a collection': { put: 'collection', row: { id: 1, name: 'Mine', isOn: true, added: 0 } },
  'a lens': { put: 'lens', row: { id: 1, name: 'Mine', scope: { kind: 'tag', tag: 't' } } },
  'the collection that ships switched off': { put: 'settings', row: { ...DEFAULTS, bundledIsOn: false } },
};

/** Commits as the reader's store does: the note first. */
const commit = async (note: OwnNote, store: Store, ...changes: Change[]): Promise<void> => {
  await note.beforeCommit(changes);
  await store.commit(changes);
};
/** What a worker that starts now believes. */
const believed = (notebook: Notebook): Promise<boolean> => new OwnNote(notebook).saysNothing();

describe('a note that nothing is held', () => {
  test('is believed only where it is explicit and can be read', async () => {
    const [notebook, store] = [new MemoryNotebook(), new MemoryStore()];
    expect(await believed(notebook)).toBe(false);
    await new OwnNote(notebook).lookAt(store);
    expect(await believed(notebook)).toBe(true);
    notebook.isBroken = true;
    expect(await believed(notebook)).toBe(false);
    notebook.isBroken = false;
    for (const odd of [1, 'true', null, {}]) {
      notebook.values.set('own.nothing', odd);
      expect(await believed(notebook)).toBe(false);
    }
  });

  test.each(Object.entries(CHANGES))('is gone for good before %s is committed, here and in every other page', async (_, change) => {
    const [notebook, store] = [new MemoryNotebook(), new MemoryStore()];
    const [worker, page] = [new OwnNote(notebook), new OwnNote(notebook)];
    await worker.lookAt(store);
    let atCommit: boolean | undefined;
    const saysNothing = believed(notebook);
    store.beforeCommit = () => void (atCommit = notebook.values.has('own.nothing') || !notebook.values.has('own.something'));
    await commit(page, store, change);
    expect(await saysNothing).toBe(true);
    expect(atCommit).toBe(false);
    expect([await worker.saysNothing(), await page.saysNothing(), await believed(notebook)]).toEqual([false, false, false]);
    await worker.lookAt(store);
    expect(await believed(notebook)).toBe(false);
  });

  test('outlives what no answer depends on', async () => {
    const [notebook, store] = [new MemoryNotebook(), new MemoryStore()];
    const note = new OwnNote(notebook);
    await note.lookAt(store);
    await commit(note, store, { put: 'source', row: { id: 1, name: 'a.bib', when: 0, file: new Blob(['']) } }, { put: 'derived', row: { name: 'rows', version: 1, change: 0, bytes: new ArrayBuffer(0) } });
    await note.lookAt(store);
    expect([await note.saysNothing(), await believed(notebook)]).toEqual([true, true]);
  });

  test.each(Object.entries(CHANGES))('is not made, and where it is there overruled, once the store holds %s', async (_, change) => {
    const [notebook, store] = [new MemoryNotebook(), new MemoryStore()];
    await store.commit([change]);
    await new OwnNote(notebook).lookAt(store);
    expect(await believed(notebook)).toBe(false);
    // As after notes were set back to an older state of theirs.
    notebook.values.clear();
    notebook.values.set('own.nothing', true);
    await new OwnNote(notebook).lookAt(store);
    expect(await believed(notebook)).toBe(false);
  });

  test('that cannot be overruled lets nothing be committed; where no note can be read at all, there is none to overrule', async () => {
    const [notebook, store] = [new MemoryNotebook(), new MemoryStore()];
    await new OwnNote(notebook).lookAt(store);
    const stuck: Notebook = { get: notebook.get, read: notebook.read, write: () => Promise.reject(new Error('no')), remove: () => Promise.reject(new Error('no')) };
    const note = new OwnNote(stuck);
    await expect(commit(note, store, paper)).rejects.toThrow('nothing was changed');
    expect(await store.count('record')).toBe(0);

    let isBroken = false;
    const failing = new OwnNote({ ...stuck, get: (name) => (isBroken ? Promise.reject(new Error('no')) : notebook.get(name)) });
    expect(await failing.saysNothing()).toBe(true);
    isBroken = true;
    await expect(commit(failing, store, paper)).rejects.toThrow('nothing was changed');
    await expect(commit(new OwnNote({ ...stuck, get: () => Promise.reject(new Error('no')) }), store, paper)).resolves.toBeUndefined();
  });

  test('a question that is on its way while something is committed gets the long way', async () => {
    const [notebook, store] = [new MemoryNotebook(), new MemoryStore()];
    const note = new OwnNote(notebook);
    await note.lookAt(store);
    const asked = note.saysNothing();
    const done = commit(note, store, paper);
    expect(await asked).toBe(false);
    await done;
  });
});

type Turn = () => Promise<void>;

/** One context over the notes and the store that all share. Each step waits for its turn; after some of them it is killed, and none of it goes on. */
function context(notebook: Notebook, store: Store, waiting: Turn[], steps: number) {
  const step = <T>(work: () => Promise<T>): Promise<T> =>
    new Promise((done, failed) => {
      if (steps-- <= 0) return;
      waiting.push(async () => {
        try {
          done(await work());
        } catch (problem) {
          failed(problem);
        }
      });
    });
  const note = new OwnNote({
    get: (name) => step(() => notebook.get(name)),
    read: (prefix) => step(() => notebook.read(prefix)),
    write: (values) => step(() => notebook.write(values)),
    remove: (names) => step(() => notebook.remove(names)),
  });
  return {
    commit: (change: Change) => note.beforeCommit([change]).then(() => step(() => store.commit([change]))),
    look: () => note.lookAt({ count: (table) => step(() => store.count(table)), get: (table, keys) => step(() => store.get(table, keys)) }),
  };
}

test('in every order of the steps of two workers that look and two pages that write, killed at any step, no note is believed once something is held', async () => {
  const seen = { believed: 0, held: 0 };
  // Most contexts live, for what is to be seen comes late.
  const steps = fc.oneof({ weight: 2, arbitrary: fc.constant(99) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 12 }) });
  await fc.assert(
    fc.asyncProperty(fc.tuple(steps, steps, steps, steps), fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), fc.nat(20), fc.constantFrom(...Object.values(CHANGES)), async (lives, order, start, change) => {
      const [notebook, store, waiting] = [new MemoryNotebook(), new MemoryStore(), [] as Turn[]];
      const [first, second, third, fourth] = lives.map((life) => context(notebook, store, waiting, life));
      void first?.look();
      void second?.look();
      for (const [turn, pick] of order.entries()) {
        if (turn === start) {
          void third?.commit(change);
          void fourth?.commit(change);
        }
        await new Promise((done) => setImmediate(done));
        await waiting.splice(pick % Math.max(1, waiting.length), 1)[0]?.();
        const [says, [settings], ...counts] = await Promise.all([believed(notebook), store.get('settings', ['settings']), store.count('record'), store.count('collection'), store.count('lens')]);
        const holds = settings !== undefined || counts.some((count) => count > 0);
        if (says) seen.believed++;
        if (holds) seen.held++;
        expect(says && holds).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
  expect(seen.believed).toBeGreaterThan(100);
  expect(seen.held).toBeGreaterThan(100);
});
