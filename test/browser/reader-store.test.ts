import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followStore, isAhead } from '../../src/library/second-copy.ts';
import { Reader } from '../../src/library/reader.ts';
import { SHIPPED, paper, saved } from '../library/open-reader.ts';
import { freshDatabases, MemoryNotebook } from './fake-database.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));
const { ReaderStore } = await import('../../src/browser/reader-store.ts');

let notebook: MemoryNotebook;
beforeEach(() => {
  freshDatabases();
  notebook = new MemoryNotebook();
});
/** Followers of a test end before the next has databases of its own. */
const opened: Reader[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(opened.splice(0).map((reader) => reader.follow()));
});

const openWorker = () => {
  const store = new ReaderStore(notebook);
  const reader = new Reader({ store, notebook, bundled: () => Promise.resolve(SHIPPED) });
  opened.push(reader);
  return reader;
};
const titles = async (reader: Reader) => (await reader.listing.page({ sort: 'title' }, 0, 1000)).rows.filter(({ id }) => id > 0).map(({ title }) => title);

/** A library of three papers with tags, a note and a collection, whose second copy is up to date. */
async function leaveLibrary(): Promise<void> {
  const reader = openWorker();
  const ids = await saved(reader, paper('Alpha', { arxivId: '1711.10925', abstract: 'First.', tags: ['t'] }), paper('Beta', { doi: '10.1000/182', year: 2001 }), paper('Gamma'));
  await reader.papers.note(ids[2]!, 'my note');
  await reader.papers.place([ids[0]!], (await reader.organizer.addCollection('mine')).id, null);
  await followStore(reader.store, notebook);
}

async function expectAll(reader: Reader): Promise<void> {
  expect(await titles(reader)).toEqual(['Alpha', 'Beta', 'Gamma']);
  const [alpha, , gamma] = (await reader.listing.page({ sort: 'title', filter: {} }, 0, 10)).rows.filter(({ id }) => id > 0);
  expect(alpha).toMatchObject({ arxivId: '1711.10925', tags: ['t'] });
  expect(await reader.listing.detail(gamma!.id)).toMatchObject({ note: 'my note' });
  expect((await reader.organizer.collections())[1]).toMatchObject({ name: 'mine', papers: 1 });
}

/** Ways in which a database is damaged; `abstracts` says whether those can still be read. */
const DAMAGES: readonly { readonly name: string; readonly abstracts: boolean; readonly do: () => Promise<void> | void }[] = [
  {
    name: 'the first database never opens',
    abstracts: false,
    do: () => {
      const real = indexedDB.open.bind(indexedDB);
      vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
        if (name === 'paperkin') throw new DOMException('Internal error opening backing store', 'UnknownError');
        return real(name, version);
      });
    },
  },
  { name: 'a table is missing', abstracts: true, do: () => rebuild((database) => database.deleteObjectStore('derived')) },
  { name: 'the table of abstracts is missing', abstracts: false, do: () => rebuild((database) => database.deleteObjectStore('abstract')) },
  { name: 'the table of papers is missing', abstracts: false, do: () => rebuild((database) => database.deleteObjectStore('record')) },
  { name: 'every table is missing', abstracts: false, do: () => rebuild((database) => [...database.objectStoreNames].forEach((name) => database.deleteObjectStore(name))) },
  { name: 'it is of a newer version and lacks what we need', abstracts: false, do: () => rebuild((database) => database.deleteObjectStore('record'), 99) },
  {
    name: 'an index is missing',
    abstracts: true,
    do: async () => {
      indexedDB.deleteDatabase('scratch');
      const database = await openDB('paperkin');
      const rows = await Promise.all([...database.objectStoreNames].map(async (name) => [name, await database.getAllKeys(name), await database.getAll(name)] as const));
      database.close();
      await new Promise<void>((done) => (indexedDB.deleteDatabase('paperkin').onsuccess = () => done()));
      const next = await openDB('paperkin', 2, { upgrade: (database) => rows.forEach(([name]) => database.createObjectStore(name)) });
      for (const [name, keys, values] of rows) for (const [at, key] of keys.entries()) await next.put(name, values[at], key);
      next.close();
    },
  },
  {
    name: 'the browser replaced it by an empty one',
    abstracts: false,
    do: () => new Promise<void>((done) => (indexedDB.deleteDatabase('paperkin').onsuccess = () => done())),
  },
  {
    name: 'it was set back to an earlier day',
    abstracts: true,
    do: async () => {
      const database = await openDB('paperkin');
      const { id } = (await database.getAll('record')).find(({ title }: { title: string }) => title === 'Gamma') as { id: number };
      await database.delete('record', id);
      await database.put('state', { change: 0, nextId: 3, oldest: 0 }, 'state');
      database.close();
    },
  },
  {
    name: 'reading fails in its middle',
    abstracts: true,
    do: () => {
      const { get } = { ...Object.getOwnPropertyDescriptors(IDBObjectStore.prototype) } as unknown as { get: { value: (key: IDBValidKey) => IDBRequest } };
      vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
        if (this.name === 'state' && this.transaction.db.name === 'paperkin') throw new DOMException('corrupt', 'UnknownError');
        return get.value.call(this, key as IDBValidKey);
      });
    },
  },
];

async function rebuild(change: (database: IDBDatabase) => void, version = 3): Promise<void> {
  await new Promise<void>((done, failed) => {
    const opening = indexedDB.open('paperkin', version);
    opening.addEventListener('upgradeneeded', () => change(opening.result));
    opening.addEventListener('error', () => failed(opening.error));
    opening.addEventListener('success', () => {
      opening.result.close();
      done();
    });
  });
}

describe('a damaged database', () => {
  test.each(DAMAGES)('$name: the library is there again, with one message, and can be written', async ({ do: damage, abstracts }) => {
    await leaveLibrary();
    await damage();
    const reader = openWorker();
    await expectAll(reader);
    const { problem } = await reader.standing();
    expect(problem).toMatch(/papers? (?:was|were) (?:copied|restored)/);
    const [alpha] = (await reader.listing.page({ sort: 'title' }, 0, 1)).rows;
    expect((await reader.listing.detail(alpha!.id)).abstract).toBe(abstracts ? 'First.' : '');
    await saved(reader, paper('Delta'));
    await reader.dismissProblem();
    // The next worker finds the library where this one left it, and has nothing to say.
    await followStore(reader.store, notebook);
    const next = openWorker();
    expect(await titles(next)).toEqual(['Alpha', 'Beta', 'Delta', 'Gamma']);
    expect((await next.standing()).problem).toBeNull();
  });

  test('the old database is left as it is', async () => {
    await leaveLibrary();
    await rebuild((database) => database.deleteObjectStore('derived'));
    await titles(openWorker());
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['paperkin', 'paperkin-2']);
    const old = await openDB('paperkin');
    expect(await old.count('record')).toBe(3);
    old.close();
  });

  test('what the reader deleted since does not come back at the next start', async () => {
    await leaveLibrary();
    await rebuild((database) => database.deleteObjectStore('derived'));
    const reader = openWorker();
    const row = (await reader.listing.page({ sort: 'title' }, 0, 10)).rows.find(({ id }) => id > 0);
    await reader.papers.trash([row!.id]);
    await reader.papers.emptyTrash();
    // The worker died before it could bring the second copy up.
    expect(await titles(openWorker())).toEqual(['Beta', 'Gamma']);
  });
});

describe('a second copy that is half there', () => {
  test('lost: the library is as it was, and the copy is made anew', async () => {
    await leaveLibrary();
    notebook.values.clear();
    const reader = openWorker();
    await expectAll(reader);
    await followStore(reader.store, notebook);
    expect(notebook.values.size).toBe(2);
  });

  test('the note of the database in use lost: the newest is found', async () => {
    await leaveLibrary();
    await rebuild((database) => database.deleteObjectStore('derived'));
    const reader = openWorker();
    await saved(reader, paper('Delta'));
    notebook.values.delete('database');
    expect(await titles(openWorker())).toContain('Delta');
  });

  test('unreadable: the library works without it', async () => {
    await leaveLibrary();
    notebook.isBroken = true;
    const reader = openWorker();
    await expectAll(reader);
    await saved(reader, paper('Delta'));
    expect(await titles(reader)).toHaveLength(4);
  });

  test('damaged lines are passed over, whole ones are used', async () => {
    await leaveLibrary();
    const block = notebook.values.get('copy.0') as unknown[];
    notebook.values.set('copy.0', [block[0], { nonsense: true }, [7], ...block.slice(1)]);
    notebook.values.set('copy.9', 'nonsense');
    await new Promise<void>((done) => (indexedDB.deleteDatabase('paperkin').onsuccess = () => done()));
    const reader = openWorker();
    await expectAll(reader);
    expect((await reader.standing()).papers).toBe(3);
  });
});

test('where nothing can be opened at all, the second copy is the library until something can', async () => {
  await leaveLibrary();
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', 'UnknownError');
  });
  const reader = openWorker();
  await expectAll(reader);
  expect((await reader.standing()).problem).toMatch(/opens no database/);
  const row = (await reader.listing.page({ sort: 'title' }, 0, 10)).rows.find(({ title }) => title === 'Beta');
  await saved(reader, paper('Delta'));
  await reader.papers.tag([row!.id], ['added meanwhile'], []);
  await followStore(reader.store, notebook);
  // The next worker finds no database either.
  expect(await titles(openWorker())).toEqual(['Alpha', 'Beta', 'Delta', 'Gamma']);
  open.mockRestore();
  const back = openWorker();
  expect(await titles(back)).toEqual(['Alpha', 'Beta', 'Delta', 'Gamma']);
  expect(await back.organizer.tags()).toContainEqual({ tag: 'added meanwhile', papers: 1 });
  const alpha = (await back.listing.page({ sort: 'title' }, 0, 10)).rows.find(({ title }) => title === 'Alpha');
  expect((await back.listing.detail(alpha!.id)).abstract).toBe('First.');
});

test('the second copy rewrites the block of a paper that changed and no other', async () => {
  const reader = openWorker();
  await saved(reader, ...Array.from({ length: 600 }, (_, at) => paper(`Paper ${at}`)));
  await followStore(reader.store, notebook);
  const write = vi.spyOn(notebook, 'write');
  await reader.papers.note(300, 'x');
  await followStore(reader.store, notebook);
  expect(write.mock.calls.map(([values]) => Object.keys(values)[0])).toEqual(['copy.1', 'copy.head']);
});

describe('the note that a reader keeps nothing', () => {
  /** What a worker that starts now believes. */
  const believed = () => new ReaderStore(notebook).note.saysNothing();
  const noted = async (): Promise<void> => {
    const store = new ReaderStore(notebook);
    await store.note.lookAt(store);
  };

  test('is there after a look, and gone before a saved paper can be seen', async () => {
    await noted();
    expect(await believed()).toBe(true);
    const reader = openWorker();
    const { write } = notebook;
    let seen: number | undefined;
    notebook.write = async (values) => {
      if ('own.something' in values) {
        await new Promise((done) => setTimeout(done, 100));
        seen = await new ReaderStore(notebook).count('record');
      }
      return write(values);
    };
    await saved(reader, paper('Alpha'));
    expect(seen).toBe(0);
    expect(await reader.store.count('record')).toBe(1);
    expect(await believed()).toBe(false);
  });

  test('is overruled where the library comes back from its second copy', async () => {
    await leaveLibrary();
    await new Promise<void>((done) => (indexedDB.deleteDatabase('paperkin').onsuccess = () => done()));
    for (const name of ['own.nothing', 'own.something']) notebook.values.delete(name);
    await notebook.write({ 'own.nothing': true });
    await new ReaderStore(notebook).state();
    expect(await believed()).toBe(false);
  });

  test('is overruled where a database is replaced by what could be read of it', async () => {
    await leaveLibrary();
    await rebuild((database) => database.deleteObjectStore('derived'));
    notebook.values.delete('own.something');
    await notebook.write({ 'own.nothing': true });
    await new ReaderStore(notebook).state();
    expect(await believed()).toBe(false);
  });

  test('is not made of a library that is there', async () => {
    await leaveLibrary();
    notebook.values.delete('own.something');
    await noted();
    expect(await believed()).toBe(false);
  });
});

test('a copy that is read after a commit of another page is not taken for one that is ahead', async () => {
  await leaveLibrary();
  const store = new ReaderStore(notebook);
  const { change } = await store.state();
  let asked = 0;
  const late = { state: async () => ({ ...(await store.state()), change: asked++ === 0 ? change - 1 : change }) };
  expect(await isAhead(late as unknown as typeof store, notebook)).toBe(false);
  expect(await isAhead({ state: async () => ({ ...(await store.state()), change: change - 1 }) } as unknown as typeof store, notebook)).toBe(true);
});
