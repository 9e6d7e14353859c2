import browser from 'webextension-polyfill';

// Small values kept in memory until the browser closes, never on disk. Only the extension's own pages and worker can read them.

export async function recall(name: string): Promise<unknown> {
  return (await browser.storage.session.get(name))[name];
}

export async function remember(name: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [name]: value });
}

export async function forget(name: string): Promise<void> {
  await browser.storage.session.remove(name);
}
