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
}

/** A fresh worker's library over the bundled collection, packed in memory. */
export function openBundled(): OpenedPackage {
  const reads: string[] = [];
  const missing = new Set<string>();
  const library = openLibrary((file) => {
    reads.push(file);
    const content = files.get(file.replace(/^collection\//, ''));
    if (content === undefined || missing.has(file)) return Promise.reject(new Error(`${file}: not in the package`));
    return Promise.resolve((typeof content === 'string' ? new TextEncoder().encode(content) : content).slice().buffer);
  });
  return { library, reads, missing };
}

/** The library after it has read all of its index. */
export async function openWhole(): Promise<Library> {
  const { library } = openBundled();
  await library.search('gan', 1);
  await library.search('gan', 1);
  return library;
}
