import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';
import { LATER, WORKER } from './manifest.ts';
import { SCRIPTS } from './script-plugin.ts';
import { filesOf } from './zip.ts';

/** One part of the build whose size is bounded, in bytes. */
export interface Size {
  readonly part: string;
  readonly bytes: number;
  readonly limit: number;
}

interface BuiltManifest {
  readonly content_scripts: readonly { readonly js: readonly string[] }[];
  readonly background: { readonly service_worker?: string; readonly scripts?: readonly string[] };
}

/** What a page pays (the content script; a listing the lens too), what each start of the worker pays (its code, and the keys in its first line), and the largest file of data. */
export function sizesOf(folder: string): Size[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as BuiltManifest;
  const { service_worker, scripts } = manifest.background;
  const worker = closure(folder, [service_worker ?? scripts?.at(-1) ?? WORKER]);
  const [content = [], lens = []] = manifest.content_scripts.map((script) => script.js);
  const table = existsSync(join(folder, 'model')) ? filesOf(join(folder, 'model')).map((file) => join('model', file)) : [];
  return [
    { part: 'content script, gzip', bytes: gzipped(folder, content), limit: 40_000 },
    { part: 'lens on listings, gzip', bytes: gzipped(folder, lens), limit: 10_000 },
    { part: 'script on a page that is marked, gzip', bytes: gzipped(folder, Object.keys(SCRIPTS).filter((script) => existsSync(join(folder, script)))), limit: 40_000 },
    { part: 'worker at its start, gzip', bytes: gzipped(folder, worker, code), limit: 40_000 },
    { part: 'worker when it is asked for more, gzip', bytes: gzipped(folder, [LATER]), limit: 80_000 },
    { part: 'keys in the worker, gzip', bytes: gzipped(folder, worker, keys), limit: 50_000 },
    { part: 'trained table', bytes: table.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0), limit: 4_000_000 },
  ];
}

const whole = (text: string): string => text;
// As the worker's plugin writes it: the keys are a line of their own, the first.
const keys = (text: string): string => text.slice(0, text.indexOf('\n'));
const code = (text: string): string => text.slice(text.indexOf('\n') + 1);

const gzipped = (folder: string, files: readonly string[], part = whole): number =>
  files.reduce((sum, file) => sum + gzipSync(part(readFileSync(join(folder, file), 'utf8')), { level: 9 }).length, 0);

/** Scripts and all that they import, statically or not. */
function closure(folder: string, scripts: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = readFileSync(join(folder, file), 'utf8');
    const { staticImports, dynamicImports } = parseSync(file, code).module;
    const specifiers = [
      ...staticImports.map((found) => found.moduleRequest.value),
      ...dynamicImports.map((found) => code.slice(found.moduleRequest.start + 1, found.moduleRequest.end - 1)),
    ];
    for (const specifier of specifiers) visit(posix.normalize(posix.join(dirname(file), specifier)));
  };
  for (const script of scripts) visit(script);
  return [...seen];
}
