import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideSystem } from './system.ts';

/**
 * `npm test`: every check there is, one after the other, each with its time. Goes on after a failure, so that one
 * run tells all. Ends with the number of test cases that passed and failed, and non-zero if any failed.
 */

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  run(): Outcome;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'paperkin-test-'));
const bin = (name: string): string => join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

const STEPS: readonly Step[] = [
  { name: 'lint', run: () => command('oxlint', '--type-aware', '--deny-warnings') },
  { name: 'types', run: () => command('tsc', '--noEmit') },
  { name: 'unit tests', run: () => suite('unit') },
  { name: 'build, twice the same', run: () => command('tsx', 'test/build/twice.ts') },
  { name: 'add-on lint', run: () => command('tsx', 'test/addon-lint.ts') },
  { name: 'end to end in Chromium', run: () => suite('e2e-chromium') },
  { name: 'end to end in Firefox', run: () => suite('e2e-firefox') },
  { name: 'faults', run: () => command('tsx', 'test/faults/faults.ts') },
];

const missing = provideSystem((line) => console.log(line));
if (missing.length > 0) {
  console.error(`Install first: ${missing.join('; ')}.`);
  process.exit(1);
}

const sum = { passed: 0, failed: 0 };
const times: string[] = [];
for (const step of STEPS) {
  console.log(`\n── ${step.name}`);
  const start = performance.now();
  const { passed, failed } = step.run();
  const line = `${failed > 0 ? '✗' : '✓'} ${step.name}: ${passed} passed, ${failed} failed, ${((performance.now() - start) / 1000).toFixed(1)} s`;
  console.log(line);
  times.push(line);
  sum.passed += passed;
  sum.failed += failed;
}
rmSync(scratch, { recursive: true, force: true });

console.log(`\n${times.join('\n')}\n\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;

/** One command of the project's own tools: one case, which passes when it exits with zero. */
function command(name: string, ...args: string[]): Outcome {
  const { status } = spawnSync(bin(name), args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** One project of the test runner; a run that breaks without a failed case is itself a failure. */
function suite(project: string): Outcome {
  const report = join(scratch, `${project}.json`);
  const ran = command('vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
  const counted = readReport(report);
  return { passed: counted.numPassedTests, failed: Math.max(counted.numFailedTests + counted.numPendingTests + counted.numTodoTests, ran.failed) };
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Skipped tests; none may be. */
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

function readReport(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  }
}
