import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import manifest from '../../manifest.json' with { type: 'json' };
import { licencesOf } from './licences.ts';
import type { Target } from './manifest.ts';
import { sizesOf } from './sizes.ts';
import { zipFolder } from './zip.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TARGETS: readonly Target[] = ['chromium', 'firefox'];

/**
 * Builds the extension for both browsers: `<out>/<target>` unpacked, and `<out>/paperkin-<version>-<target>.zip`.
 * The same sources give the same bytes. Fails when a part grows beyond its limit.
 */
export async function buildAll(out: string, print: (line: string) => void = () => undefined): Promise<void> {
  for (const target of TARGETS) {
    const folder = join(out, target);
    process.env['NODE_ENV'] = 'production'; // a test runner sets its own, and would build another extension than the one that ships
    process.env['TARGET'] = target; // vite.config.ts reads it, as it does when Vite is run by hand
    await build({ root: ROOT, logLevel: 'error', build: { outDir: folder } });
    writeFileSync(join(folder, 'LICENCES.txt'), licencesOf(ROOT));
    const zip = zipFolder(folder);
    const name = `paperkin-${manifest.version}-${target}.zip`;
    writeFileSync(join(out, name), zip);
    print(`${target}: ${relative(ROOT, folder)}/ and ${name} (${kilobytes(zip.length)})`);
    for (const { part, bytes, limit } of sizesOf(folder)) {
      print(`  ${part}: ${kilobytes(bytes)} of at most ${kilobytes(limit)}`);
      if (bytes > limit) throw new Error(`${target}: ${part} is ${kilobytes(bytes)}, more than ${kilobytes(limit)}`);
    }
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildAll(join(ROOT, 'dist'), console.log);
