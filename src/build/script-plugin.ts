import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** Scripts that are put into a page by the reader's wish, so that no manifest names them: name in the build → source. */
export const SCRIPTS = { 'anywhere.js': 'src/anywhere/anywhere.iife.ts' } as const;

/** Builds each as one classic script of its own. */
export function scriptPlugin(): Plugin {
  return {
    name: 'paperkin-scripts',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (dir === undefined) this.error('the build has no folder');
        for (const [name, source] of Object.entries(SCRIPTS)) await writeFile(join(dir, name), await scriptOf(name, source));
      },
    },
  };
}

async function scriptOf(name: string, source: string): Promise<string> {
  const [built] = [
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: { write: false, target: 'es2023', lib: { entry: fileURLToPath(new URL(`../../${source}`, import.meta.url)), formats: ['iife'], name: 'paperkinAnywhere', fileName: () => name } },
    }),
  ].flat();
  const [script] = built && 'output' in built ? built.output : [];
  if (script?.type !== 'chunk') throw new Error(`${name} was not built`);
  return script.code;
}
