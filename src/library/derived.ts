import type { Store } from './store.ts';

/**
 * Something computed from the papers, as it lies in the store. It may be gone, of another version, of another numbering
 * of the rows or damaged at any time; then it is as good as none and made anew.
 */
export interface Kept {
  readonly bytes: ArrayBuffer;
  /** The change of the store up to which it follows the papers. */
  readonly change: number;
}

/** Reads parts by name, each undefined where none fits. */
export async function readDerived(store: Store, names: readonly string[], version: number): Promise<readonly (Kept | undefined)[]> {
  return (await store.get('derived', names)).map((part) => (part?.version === version ? part : undefined));
}

export interface Written {
  readonly name: string;
  readonly version: number;
  readonly change: number;
  readonly bytes: Uint8Array<ArrayBuffer> | ArrayBuffer;
}

/** Keeps parts, and forgets others, in one step. A store that is full or failing costs time at the next start and nothing else. */
export async function writeDerived(store: Store, parts: readonly Written[], forget: readonly string[] = []): Promise<void> {
  const puts = parts.map(({ bytes, ...part }) => ({ put: 'derived' as const, row: { ...part, bytes: bytes instanceof ArrayBuffer ? bytes : bytes.buffer } }));
  await store.commit([...puts, ...forget.map((key) => ({ delete: 'derived' as const, key }))], { relaxed: true }).catch(() => undefined);
}
