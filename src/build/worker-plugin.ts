import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { files } from '../library/package.ts';
import { backgroundFor, LATER, WORKER, type Target } from './manifest.ts';
import { workerScripts } from './worker-scripts.ts';

/**
 * Builds the background worker as classic scripts and enters them into the manifest. A worker sleeps after half a minute
 * and its start is what the next badge waits for: a script that is no module starts in two thirds of the time that a
 * loader, a module and its chunks take. The keys of the collection, which nearly every start needs, are moved into it.
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
        const { start, later } = await workerScripts(await readFile(keys, 'utf8'));
        await writeFile(join(dir, WORKER), start);
        await writeFile(join(dir, LATER), later);
        await rm(keys);
      },
    },
  };
}
