import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readSource } from '../architecture/source.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that runs when a file is loaded: itself and what it imports, but not what it imports when asked. */
function runsAtStart(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  for (const { specifier, typeOnly, later } of readSource(file, readFileSync(file, 'utf8')).imports) if (!typeOnly && !later && specifier.startsWith('.')) runsAtStart(join(dirname(file), specifier), seen);
  return seen;
}

test('a worker that starts for a badge sets up neither search nor relatedness nor formats nor the reading of references', () => {
  const files = [...runsAtStart(join(ROOT, 'src/worker/worker.ts'))].map((file) => relative(ROOT, file).replaceAll('\\', '/'));
  expect(files).toContain('src/paper/identity.ts');
  expect(files.filter((file) => /^src\/(?:search|related|formats|references)\//.test(file))).toEqual([]);
});
