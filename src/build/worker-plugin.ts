import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import manifest from '../../manifest.json' with { type: 'json' };
import { backgroundFor, WORKER, type Target } from './manifest.ts';

const entry = fileURLToPath(new URL(`../../${manifest.background.service_worker}`, import.meta.url));

/**
 * Builds the background worker as one classic script and enters it into the manifest. A worker sleeps after half a
 * minute and its start is what the next badge waits for: one file that is no module starts in two thirds of the time
 * that a loader, a module and its chunks take.
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
        await writeFile(join(dir, WORKER), await workerScript());
      },
    },
  };
}

async function workerScript(): Promise<string> {
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
  return script.code;
}
