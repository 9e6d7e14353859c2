import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** Zip keeps local times without a zone; these parts read the same in every zone. */
const NO_TIME = new Date(1980, 0, 1);

/** A folder as a zip whose bytes depend on names and contents only: fixed order, times and compression. */
export function zipFolder(folder: string): Uint8Array {
  const entries: Zippable = {};
  for (const file of filesOf(folder)) entries[file] = [readFileSync(join(folder, file)), { mtime: NO_TIME, level: 9 }];
  return zipSync(entries);
}

/** All files under a folder, by their paths with `/`, in code unit order. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
