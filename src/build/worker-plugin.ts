import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import manifest from '../../manifest.json' with { type: 'json' };
import { files } from '../library/package.ts';
import { backgroundFor, WORKER, type Target } from './manifest.ts';

const entry = fileURLToPath(new URL(`../../${manifest.background.service_worker}`, import.meta.url));

/**
 * Builds the background worker as one classic script and enters it into the manifest. A worker sleeps after half a
 * minute and its start is what the next badge waits for: one file that is no module starts in two thirds of the time
 * that a loader, a module and its chunks take. What it imports dynamically stays in the file, and runs when it is asked
 * for; the keys of the collection, which nearly every start needs, are moved into it.
 */
export function workerPlugin(target: Target): Plugin {
  return {
    name: 'paperkin-worker',
    apply: 'build',
    // Last of all: the extension plugin writes the manifest late.
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (dir === undefined) this.error('the build has no folder');
        const file = join(dir, 'manifest.json');
        const pages = JSON.parse(await readFile(file, 'utf8')) as object;
        await writeFile(file, `${JSON.stringify({ ...pages, background: backgroundFor(target) }, null, 2)}\n`);
        const keys = join(dir, 'collection', files.keys);
        await writeFile(join(dir, WORKER), await workerScript(await readFile(keys, 'utf8')));
        await rm(keys);
      },
    },
  };
}

/** The worker's script: the keys in its first line, unless the package has them as a file, and the code in the others. */
export async function workerScript(keys?: string): Promise<string> {
  const [built] = [
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: { write: false, target: 'es2023', lib: { entry, formats: ['iife'], name: 'paperkinWorker', fileName: () => WORKER } },
    }),
  ].flat();
  const [script] = built && 'output' in built ? built.output : [];
  if (script?.type !== 'chunk') throw new Error('the worker was not built');
  return ascii(`var BUNDLED_KEYS = ${JSON.stringify(keys) ?? 'undefined'};\n${script.code}`);
}

/** One letter beyond Latin 1 would double the memory and the reading of the whole script. All stand in texts and patterns, where an escape says the same. */
const ascii = (code: string): string => code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
