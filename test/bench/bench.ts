import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

/**
 * `npm run bench [-- word]`: runs the benchmarks of this folder, or those whose file name holds the word. Each is a
 * script that prints its findings, in a process of its own. Times are of this machine as loaded as it is now: compare
 * within one run only.
 */
const word = process.argv[2] ?? '';
const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.bench.ts') && file.includes(word));
if (files.length === 0) {
  console.error(`no benchmark is called ${word}`);
  process.exitCode = 1;
}
console.log(`Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? ''})`);
for (const file of files.sort()) {
  console.log(`\n── ${file.replace('.bench.ts', '')}`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', file], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
