import browser from 'webextension-polyfill';
import type { Notebook } from '../library/second-copy.ts';

/** Small values in `storage.local`, outside the database. */
export const notebook: Notebook = {
  get: async (name) => (await browser.storage.local.get(name))[name],
  read: async (prefix) => {
    const all = Object.entries(await browser.storage.local.get(null));
    return new Map(all.filter(([name]) => name.startsWith(prefix)));
  },
  write: (values) => browser.storage.local.set({ ...values }),
  remove: (names) => browser.storage.local.remove([...names]),
};
