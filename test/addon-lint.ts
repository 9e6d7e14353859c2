import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf } from '../src/build/zip.ts';

/**
 * Mozilla's linter over the Firefox build: no error, and no warning but Preact's own. Preact sets `innerHTML` in one
 * place, for a property that this project never uses; each bundle that holds Preact is allowed that one warning.
 */

interface Message {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

interface Report {
  readonly errors: readonly Message[];
  readonly warnings: readonly Message[];
}

/** The property of Preact's that leads to its one `innerHTML`; a bundle that has it holds Preact. */
const PREACT = '__html';

const build = fileURLToPath(new URL('../dist/firefox', import.meta.url));
const withPreact = new Set(filesOf(build).filter((file) => file.endsWith('.js') && readFileSync(join(build, file), 'utf8').includes(PREACT)));
const cli = fileURLToPath(import.meta.resolve('addons-linter/bin/addons-linter'));
const { stdout, stderr } = spawnSync(process.execPath, [cli, '--output', 'json', build], { encoding: 'utf8', maxBuffer: 1 << 26 });
if (!stdout.startsWith('{')) throw new Error(`the linter did not answer: ${stderr}`);
const report = JSON.parse(stdout) as Report;

const used = new Set<string>();
const bad = [...report.errors, ...report.warnings].filter((message) => !isPreacts(message));
for (const { code, message, file, line } of bad) console.error(`${code} ${file ?? ''}:${line ?? ''} ${message}`);
console.log(`add-on lint: ${report.errors.length} errors, ${report.warnings.length} warnings, ${used.size} of them Preact's own in ${[...used].join(', ') || 'no bundle'}`);
process.exitCode = bad.length > 0 ? 1 : 0;

/** The first such warning of each bundle with Preact. */
function isPreacts({ code, file }: Message): boolean {
  if (code !== 'UNSAFE_VAR_ASSIGNMENT' || file === undefined || !withPreact.has(file) || used.has(file)) return false;
  used.add(file);
  return true;
}
