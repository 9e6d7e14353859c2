import { sleep } from '../../src/start/wait.ts';
import { audit, tornIn } from './audit.ts';
import { type LibraryUnderTest, papersFrom, titlesOf } from './library-under-test.ts';
import type { FaultReport } from './report.ts';

const KEPT = papersFrom(0, 40);
const FILE = papersFrom(100, 1_500);
const SAVED = papersFrom(2_000, 100);
const OLD = papersFrom(0, 1_500).map(({ title, abstract }, at) => ({ id: at + 1, title, abstract }));
const kept = titlesOf(KEPT);

/** Kills the worker at moments that nobody chose: half of them during imports, the others during saves, deletions, restores and migrations. */
export async function killAtRandom(library: LibraryUnderTest, report: FaultReport, kills: number, random: () => number, say: (line: string) => void): Promise<void> {
  const during = 'killed during import';
  while (report.landed(during) < Math.ceil(kills / 2)) await duringImport(library, report, during, random);
  say(`  ${report.landed(during)} during imports`);
  const kinds = [duringSave, duringDeletion, duringRestore, duringMigration];
  for (let at = 0; at < Math.floor(kills / 2); at++) await kinds[at % kinds.length]?.(library, report, random);
  say(`  ${Math.floor(kills / 2)} during saves, deletions, restores and migrations`);
}

/** One import, killed again and again until it ends. */
async function duringImport(library: LibraryUnderTest, report: FaultReport, kind: string, random: () => number): Promise<void> {
  await library.startAnew();
  await library.ask('save', { papers: KEPT });
  const source = await library.keep(FILE);
  for (let kills = 0; kills < 12; kills++) {
    await library.drive(source);
    await sleep(100 + random() * 700);
    await library.kill();
    const { jobs, records } = await library.raw();
    const [job] = jobs;
    const problems = await tornIn(library);
    const isWriting = job?.stage === 'writing';
    // Records and the job's count are one commit.
    if (isWriting && records.length !== KEPT.length + job.counts.new) problems.push(`${records.length} records, ${job.counts.new} counted`);
    if (job === undefined || job.stage === 'done') break;
    report.count(kind, true, 0, problems);
  }
  await library.finish(source);
  const { lost, problems } = await audit(library, [...kept, ...titlesOf(FILE)]);
  report.count('imports ended', true, lost, problems);
}

async function duringSave(library: LibraryUnderTest, report: FaultReport, random: () => number): Promise<void> {
  await withKept(library);
  await killed(library, 'save', { papers: SAVED }, random);
  const { records } = await library.raw();
  const torn = records.length === KEPT.length || records.length === KEPT.length + SAVED.length ? [] : [`${records.length} records after a save that was killed`];
  await library.ask('save', { papers: SAVED });
  await ended(library, report, 'killed during save', [...kept, ...titlesOf(SAVED)], torn);
}

async function duringDeletion(library: LibraryUnderTest, report: FaultReport, random: () => number): Promise<void> {
  await withKept(library);
  const ids = (await library.raw()).records.slice(0, 30).map(({ id }) => id);
  await killed(library, 'trash', { which: { ids } }, random);
  const trashed = (await library.raw()).records.filter((record) => record.trashed !== undefined).length;
  const torn = trashed === 0 || trashed === 30 ? [] : [`${trashed} of 30 deleted`];
  await library.ask('trash', { which: { ids } });
  await ended(library, report, 'killed during delete', kept.slice(30), torn);
}

async function duringRestore(library: LibraryUnderTest, report: FaultReport, random: () => number): Promise<void> {
  await withKept(library);
  const { id: snapshot } = await library.ask<{ id: number }>('takeSnapshot', null);
  await library.ask('save', { papers: SAVED });
  await killed(library, 'restoreSnapshot', { snapshot }, random);
  const { records } = await library.raw();
  const torn = records.length === KEPT.length || records.length === KEPT.length + SAVED.length ? [] : [`${records.length} records after a restore that was killed`];
  await library.ask('restoreSnapshot', { snapshot });
  await ended(library, report, 'killed during restore', kept, torn);
}

async function duringMigration(library: LibraryUnderTest, report: FaultReport, random: () => number): Promise<void> {
  await library.startAnew(OLD);
  await killed(library, 'standing', null, random, 900);
  await ended(library, report, 'killed during migration', OLD.map(({ title }) => title), []);
}

async function withKept(library: LibraryUnderTest): Promise<void> {
  await library.startAnew();
  await library.ask('save', { papers: KEPT });
}

async function killed(library: LibraryUnderTest, name: string, payload: unknown, random: () => number, most = 150): Promise<void> {
  await library.askAndLeave(name, payload);
  await sleep(random() * most);
  await library.kill();
}

async function ended(library: LibraryUnderTest, report: FaultReport, kind: string, expected: readonly string[], torn: readonly string[]): Promise<void> {
  const { lost, problems } = await audit(library, expected);
  report.count(kind, true, lost, [...torn, ...problems]);
}
