import browser from 'webextension-polyfill';

// Small choices of the reader, kept on this device until they remove the extension. A private window leaves none behind.

export async function readChoice(name: string): Promise<unknown> {
  return (await browser.storage.local.get(name))[name];
}

export async function keepChoice(name: string, value: unknown): Promise<void> {
  if (!browser.extension.inIncognitoContext) await browser.storage.local.set({ [name]: value });
}
