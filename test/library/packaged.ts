import { openLibrary, type Library } from '../../src/library/library.ts';
import { packCollection } from '../../src/library/package.ts';
import { bundledPapers } from '../collections/bundled.ts';

export const papers = bundledPapers();
const files = packCollection(papers);

export interface OpenedPackage {
  readonly library: Library;
  /** Every file that was asked for, in order. */
  readonly reads: string[];
  /** While a file is in here, reading it fails. */
  readonly missing: Set<string>;
  /** A file in here is not read before its promise is kept. */
  readonly slow: Map<string, Promise<void>>;
}

/** A fresh worker's library over the bundled collection, packed in memory. */
export function openBundled(): OpenedPackage {
  const reads: string[] = [];
  const missing = new Set<string>();
  const slow = new Map<string, Promise<void>>();
  const library = openLibrary(async (file) => {
    reads.push(file);
    await slow.get(file);
    const content = files.get(file.replace(/^collection\//, ''));
    if (content === undefined || missing.has(file)) throw new Error(`${file}: not in the package`);
    return (typeof content === 'string' ? new TextEncoder().encode(content) : content).slice().buffer;
  });
  return { library, reads, missing, slow };
}
