/** The page's address without the part after `#`, which only scrolls. */
export function address(): URL {
  const url = new URL(location.href);
  url.hash = '';
  return url;
}

interface Navigation extends EventTarget {
  readonly currentEntry: unknown;
}

/** Calls back when the address may have changed without a new document. */
export function onAddress(changed: () => void, signal: AbortSignal): void {
  const { navigation } = globalThis as { navigation?: Navigation };
  navigation?.addEventListener('currententrychange', changed, { signal });
  addEventListener('popstate', changed, { signal });
}
