import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../../src/start/browser.ts';
import { openBrowser } from '../../src/start/open-browser.ts';
import { sleep } from '../../src/start/wait.ts';
import { audit, tornIn } from './audit.ts';
import { LibraryUnderTest, papersFrom, titlesOf } from './library-under-test.ts';
import type { FaultReport } from './report.ts';

const KEPT = papersFrom(0, 40);
const FILE = papersFrom(100, 1_500);

/** Kills the whole browser in the middle of imports, and opens it again on what it left. */
export async function crashBrowser(name: BrowserName, extension: string, report: FaultReport, kills: number, random: () => number, say: (line: string) => void): Promise<void> {
  const kind = `${name} killed`;
  const profile = await mkdtemp(join(tmpdir(), 'paperkin-crash-'));
  const open = async (): Promise<LibraryUnderTest> => LibraryUnderTest.open(await openBrowser(name, { extension, profile, pages: [] }));
  let library = await open();
  let source: number | undefined;
  let landed = 0;
  for (let tries = 0; landed < kills && tries < kills * 2; tries++) {
    if (source === undefined) {
      await library.startAnew();
      await library.ask('save', { papers: KEPT });
      source = await library.keep(FILE);
    }
    await library.drive(source);
    await sleep(150 + random() * 900);
    await library.browser.crash();
    library = await open();
    // The worker of the new browser goes on by itself after some seconds: looked at before.
    const { jobs, records } = await library.raw();
    const [job] = jobs;
    const problems = await tornIn(library);
    if (job?.stage === 'writing' && records.length < KEPT.length + job.counts.new) problems.push(`${records.length} records, ${job.counts.new} counted`);
    const isMidway = job !== undefined && job.stage !== 'done';
    if (isMidway) landed++;
    if (job?.stage === 'done' || tries % 4 === 3) {
      await library.finish(source);
      const { lost, problems: more } = await audit(library, [...titlesOf(KEPT), ...titlesOf(FILE)]);
      report.count(kind, isMidway, lost, [...problems, ...more]);
      source = undefined;
    } else report.count(kind, isMidway, records.length < KEPT.length ? KEPT.length - records.length : 0, problems);
  }
  if (source !== undefined) {
    await library.finish(source);
    const { lost, problems } = await audit(library, [...titlesOf(KEPT), ...titlesOf(FILE)]);
    report.count('imports ended', true, lost, problems);
  }
  await library.browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  say(`  ${landed} of ${kills} in the middle of an import`);
}
