/** What the reader wants of a site's lists. */
export interface LensChoice {
  /** The bar stands on the page; without it nothing of the page is changed. */
  readonly shown: boolean;
  readonly sort: boolean;
  readonly dim: boolean;
  /** What is in the collection is hidden. */
  readonly hide: boolean;
  /** Only "strongly related" counts as close. */
  readonly strongly: boolean;
  /** Each entry tells its reason in a line of its own. */
  readonly reasons: boolean;
}

export const UNCHANGED: LensChoice = { shown: true, sort: false, dim: false, hide: false, strongly: false, reasons: false };

/** The name a site's choice is kept under. */
export const lensName = (host: string): string => `lens ${host}`;

/** The choice last made on a host; what was stored amiss, or cannot be read, counts as not chosen. */
export async function readLens(read: (name: string) => Promise<unknown>, host: string): Promise<LensChoice> {
  const kept = await read(lensName(host)).catch(() => undefined);
  if (typeof kept !== 'object' || kept === null) return UNCHANGED;
  const choice: Record<string, boolean> = { ...UNCHANGED };
  for (const name of Object.keys(UNCHANGED)) {
    const value = Object.hasOwn(kept, name) ? (kept as Record<string, unknown>)[name] : undefined;
    if (typeof value === 'boolean') choice[name] = value;
  }
  return choice as unknown as LensChoice;
}
