import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Paper } from '../../src/paper/paper.ts';
import { packPlain } from './plain-minisearch.ts';

/** The peer as an extension of its own: a worker that loads a plain MiniSearch index with `loadJSON`, and one page to ask from. Gives its folder. */
export async function plainExtension(papers: readonly Paper[], scratch: string): Promise<string> {
  const folder = join(scratch, `plain-${papers.length}`);
  mkdirSync(folder);
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: false, target: 'es2023', lib: { entry: fileURLToPath(new URL('plain-worker.ts', import.meta.url)), formats: ['iife'], name: 'plain', fileName: () => 'worker.js' } },
  });
  const manifest = { manifest_version: 3, name: 'Plain', version: '1', background: { service_worker: 'worker.js' } };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Plain</title>');
  writeFileSync(join(folder, 'index.json'), packPlain(papers));
  return folder;
}
