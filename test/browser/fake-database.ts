import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Notebook } from '../../src/library/second-copy.ts';

/** A new, empty set of databases for a test. */
export function freshDatabases(): void {
  Object.assign(globalThis, { indexedDB: new IDBFactory() });
}

/** A notebook in memory; while `isBroken`, it answers nothing. */
export class MemoryNotebook implements Notebook {
  readonly values = new Map<string, unknown>();
  isBroken = false;

  get = async (name: string): Promise<unknown> => (await this.read(name)).get(name);
  read = (prefix: string): Promise<ReadonlyMap<string, unknown>> =>
    this.isBroken ? Promise.reject(new Error('storage.local is broken')) : Promise.resolve(new Map([...this.values].filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name, structuredClone(value)])));
  write = (values: Readonly<Record<string, unknown>>): Promise<void> => {
    if (this.isBroken) return Promise.reject(new Error('storage.local is broken'));
    for (const [name, value] of Object.entries(values)) this.values.set(name, structuredClone(value));
    return Promise.resolve();
  };
  remove = (names: readonly string[]): Promise<void> => {
    for (const name of names) this.values.delete(name);
    return Promise.resolve();
  };
}
