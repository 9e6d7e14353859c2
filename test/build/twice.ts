import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from '../../src/build/build.ts';

/** Builds into `dist` and into a folder elsewhere, and fails unless both zips are the same byte for byte. */
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const elsewhere = mkdtempSync(join(tmpdir(), 'paperkin-twice-'));
try {
  rmSync(dist, { recursive: true, force: true });
  await buildAll(dist, console.log);
  await buildAll(elsewhere);
  const [first, second] = [zips(dist), zips(elsewhere)];
  for (const [name, hash] of first) {
    console.log(`${hash}  ${name}`);
    if (second.get(name) !== hash) {
      console.error(`${name} came out different the second time`);
      process.exitCode = 1;
    }
  }
  if (first.size !== 2) {
    console.error(`two zips are expected, not ${first.size}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(elsewhere, { recursive: true, force: true });
}

function zips(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.zip'));
  return new Map(names.map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]));
}
