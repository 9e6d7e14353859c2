import { openLibrary, type Library } from '../../src/library/library.ts';
import { packCollection } from '../../src/library/packing.ts';
import { bundledPapers } from '../collections/bundled.ts';

export const papers = bundledPapers();
export const files = packCollection(papers);
/** The content of the file of keys, as the build writes it into the worker. */
export const keysAtHand = String(files.get('keys.json'));

export interface OpenedPackage {
  readonly library: Library;
  /** Every file that was asked for, in order. */
  readonly reads: string[];
  /** While a file is in here, reading it fails. */
  readonly missing: Set<string>;
  /** A file in here is not read before its promise is kept. */
  readonly slow: Map<string, Promise<void>>;
}

/** A fresh worker's library over the bundled collection, packed in memory; the keys are in a file where none are given. */
export function openBundled(keys?: string): OpenedPackage {
  const reads: string[] = [];
  const missing = new Set<string>();
  const slow = new Map<string, Promise<void>>();
  const library = openLibrary(async (file) => {
    reads.push(file);
    await slow.get(file);
    const content = files.get(file.replace(/^collection\//, ''));
    if (content === undefined || missing.has(file)) throw new Error(`${file}: not in the package`);
    return (typeof content === 'string' ? new TextEncoder().encode(content) : content).slice().buffer;
  }, keys);
  return { library, reads, missing, slow };
}
