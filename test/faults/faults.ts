import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LATER, WORKER } from '../../src/build/manifest.ts';
import { workerScripts } from '../../src/build/worker-scripts.ts';
import { buildAll } from '../../src/build/build.ts';
import { builtFor, openBrowser } from '../../src/start/open-browser.ts';
import { crashBrowser } from './crashes.ts';
import { damageFiles } from './damage.ts';
import { LibraryUnderTest } from './library-under-test.ts';
import { killAtNamedPoints } from './named.ts';
import { killAtRandom } from './random.ts';
import { FaultReport } from './report.ts';

/**
 * `npm run test:faults [-- --random 500 --crashes 100 --seed 7 --only named|random|chromium|firefox]`: the worker is killed
 * at every named point and at random moments of imports, saves, deletions, restores and migrations, and both browsers as a
 * whole. Prints what was tried and what was lost; fails where a record was, or anything else is wrong.
 */
const option = (name: string, otherwise: number): number => Number(process.argv[process.argv.indexOf(`--${name}`) + 1] ?? otherwise) || otherwise;
const only = process.argv.includes('--only') ? (process.argv[process.argv.indexOf('--only') + 1] ?? '') : '';
const seed = option('seed', Date.now() % 100_000);
const say = (line: string): void => console.log(line);

/** Mulberry32 (public domain, Tommy Ettinger): the same seed kills at the same moments, as far as the machine is as fast. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = randomFrom(seed);
const report = new FaultReport();
const scratch = mkdtempSync(join(tmpdir(), 'paperkin-faults-'));
say(`seed ${seed}`);
if (!process.argv.includes('--built')) await buildAll(fileURLToPath(new URL('../../dist', import.meta.url)));

try {
  if (only === '' || only === 'named' || only === 'random') {
    const browser = await openBrowser('chromium', { extension: await withPoints(), pages: [] });
    try {
      const library = await LibraryUnderTest.open(browser);
      if (only !== 'random') {
        say('\nthe worker killed at named points');
        await killAtNamedPoints(library, report, say);
      }
      if (only !== 'named') {
        say('\nthe worker killed at random moments');
        await killAtRandom(library, report, option('random', 50), random, say);
      }
    } finally {
      await browser.close();
    }
  }
  for (const name of ['chromium', 'firefox'] as const) {
    if (only !== '' && only !== name) continue;
    say(`\n${name} killed as a whole`);
    await crashBrowser(name, builtFor(name), report, option('crashes', 10), random, say);
    say(`\nthe database files of ${name} damaged`);
    await damageFiles(name, builtFor(name), report, say);
  }
} catch (problem) {
  report.count('the run itself', true, 0, [problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = report.print(say) ? 0 : 1;

/** The build for Chromium with a worker that stops where it is told to. */
async function withPoints(): Promise<string> {
  const folder = join(scratch, 'chromium');
  cpSync(builtFor('chromium'), folder, { recursive: true });
  const [keys = ''] = readFileSync(join(folder, WORKER), 'utf8').split('\n', 1);
  const { start, later } = await workerScripts(undefined, fileURLToPath(new URL('fault-worker.ts', import.meta.url)));
  writeFileSync(join(folder, WORKER), `${keys}\n${start.slice(start.indexOf('\n') + 1)}`);
  writeFileSync(join(folder, LATER), later);
  return folder;
}
