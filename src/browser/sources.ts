import type { Id } from '../library/stored.ts';
import { ReaderStore } from './reader-store.ts';

const store = new ReaderStore();

/** Keeps a file in the store, where the worker finds it by the number this gives: files are too large for messages. */
export async function keepSource(file: Blob, name: string): Promise<Id> {
  const { nextId: id } = await store.state();
  await store.commit([{ put: 'source', row: { id, name, when: Date.now(), file } }]);
  return id;
}

/** A file that the worker made ready, once: it is taken out of the store. Undefined where it is not there. */
export async function takeSource(id: Id): Promise<{ readonly name: string; readonly file: Blob } | undefined> {
  const [source] = await store.get('source', [id]);
  await store.commit([{ delete: 'source', key: id }]);
  return source;
}
