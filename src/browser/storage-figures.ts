/** What the browser says of the room that the extension takes; null where it does not. */
export async function storageFigures(): Promise<{ readonly used: number | null; readonly available: number | null }> {
  const { usage, quota } = await navigator.storage.estimate().catch(() => ({ usage: undefined, quota: undefined }));
  return { used: usage ?? null, available: usage === undefined || quota === undefined ? null : Math.max(0, quota - usage) };
}

/** Asks the browser to keep the library; from a page only, for a worker cannot. A refusal changes nothing: `unlimitedStorage` exempts from eviction. */
export async function askToPersist(): Promise<boolean> {
  // Not in every browser, whatever the types say.
  const storage = navigator.storage as Partial<StorageManager> | undefined;
  if (storage?.persist === undefined) return false;
  return (await storage.persisted?.().catch(() => false)) === true || storage.persist().catch(() => false);
}
