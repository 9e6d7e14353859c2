import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import manifest from '../../manifest.json' with { type: 'json' };
import { LATER } from './manifest.ts';

const entry = fileURLToPath(new URL(`../../${manifest.background.service_worker}`, import.meta.url));

/** The background worker as two classic scripts. */
export interface WorkerScripts {
  /** The keys in its first line, unless the package has them as a file; then what every start runs. */
  readonly start: string;
  /** What is imported when it is asked for: the reader's own papers, search, relatedness. */
  readonly later: string;
}

/**
 * A worker that is no module cannot import. So each chunk of the build is put into a function under its name, and
 * `require` runs it when it is first wanted, from the second script where it is not in the first. Chromium lets a worker
 * load scripts later that it loaded once while it was installed; Firefox loads both at the start, and runs neither's chunks.
 *
 * @param from the entry; tests of faults have one of their own.
 */
export async function workerScripts(keys?: string, from = entry): Promise<WorkerScripts> {
  const chunks = await chunksOf(from);
  const first = chunks.find(({ isEntry }) => isEntry);
  if (!first) throw new Error('the worker was not built');
  const atStart = reachable(first, chunks);
  const rest = chunks.filter((chunk) => !atStart.has(chunk));
  const start = [REGISTRY, ...[...atStart].map(inFunction), LOADER, `paperkinRequire(${JSON.stringify(`./${first.fileName}`)});`];
  return {
    start: ascii(`var BUNDLED_KEYS = ${JSON.stringify(keys) ?? 'undefined'};\n${start.join('\n')}\n`),
    later: ascii(`${[REGISTRY, ...rest.map(inFunction)].join('\n')}\n`),
  };
}

const REGISTRY = 'var paperkinChunks = globalThis.paperkinChunks || {};';

const LOADER = `var paperkinMade = {};
function paperkinRequire(name) {
  if (!paperkinMade[name]) {
    if (!paperkinChunks[name]) importScripts(${JSON.stringify(LATER)});
    var module = { exports: {} };
    paperkinMade[name] = module;
    paperkinChunks[name](paperkinRequire, module.exports, module);
  }
  return paperkinMade[name].exports;
}
if (typeof importScripts === 'function') addEventListener('install', function () { importScripts(${JSON.stringify(LATER)}); });`;

const inFunction = ({ fileName, code }: Rollup.OutputChunk): string => `paperkinChunks[${JSON.stringify(`./${fileName}`)}] = function (require, exports, module) {\n${code.trim()}\n};`;

async function chunksOf(from: string): Promise<readonly Rollup.OutputChunk[]> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      lib: { entry: from, formats: ['cjs'], fileName: () => 'worker.js' },
      rollupOptions: { output: { chunkFileNames: '[name].js' } },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('the worker was not built');
  return output.output.filter((part) => part.type === 'chunk');
}

/** A chunk and all that it imports at once. */
function reachable(chunk: Rollup.OutputChunk, chunks: readonly Rollup.OutputChunk[], seen = new Set<Rollup.OutputChunk>()): Set<Rollup.OutputChunk> {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const other of chunks) if (chunk.imports.includes(other.fileName)) reachable(other, chunks, seen);
  return seen;
}

/** One letter beyond Latin 1 would double the memory and the reading of the whole script. All stand in texts and patterns, where an escape says the same. */
const ascii = (code: string): string => code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
