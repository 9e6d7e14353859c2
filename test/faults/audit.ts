import type { LibraryUnderTest } from './library-under-test.ts';

/** What is wrong with a library, in words; nothing where all is well. `expected` are the titles that must be there, once each, not in the trash. */
export async function audit(library: LibraryUnderTest, expected: readonly string[]): Promise<{ readonly lost: number; readonly problems: readonly string[] }> {
  const raw = await library.raw();
  const problems = await tornIn(library);
  const living = raw.records.filter(({ trashed }) => trashed === undefined).map(({ title }) => title);
  const there = new Set(living);
  const lost = expected.filter((title) => !there.has(title));
  if (lost.length > 0) problems.push(`${lost.length} records lost, the first: ${lost[0] ?? ''}`);
  if (living.length > there.size) problems.push(`${living.length - there.size} duplicates`);
  const wanted = new Set(expected);
  const extra = living.filter((title) => !wanted.has(title));
  if (extra.length > 0) problems.push(`${extra.length} records too many, the first: ${extra[0] ?? ''}`);
  // What is asked the way a page asks, of some of them.
  const sample = expected.filter((_, at) => at % Math.ceil(expected.length / 50) === 0);
  const answers = await library.ask<({ state: string } | null)[]>('identify', { mentions: sample.map((title) => ({ title })) });
  const unknown = answers.filter((answer) => answer?.state !== 'in collection').length;
  if (unknown > 0) problems.push(`${unknown} of ${sample.length} records are not found by title`);
  return { lost: lost.length, problems };
}

/** Whether any commit is there in part only: this holds at every moment, whoever was killed. */
export async function tornIn(library: LibraryUnderTest): Promise<string[]> {
  const raw = await library.raw();
  const problems: string[] = [];
  if (raw.version === 1) return problems;
  const ids = new Set(raw.records.map(({ id }) => id));
  const abstracts = new Set(raw.abstracts);
  if (ids.size !== abstracts.size || raw.abstracts.some((id) => !ids.has(id))) problems.push(`${ids.size} records have ${abstracts.size} abstracts`);
  if (raw.found !== ids.size) problems.push(`${raw.found} of ${ids.size} records are in the look-up`);
  const parts = new Set(raw.parts);
  const missing = raw.snapshots.flatMap((snapshot) => snapshot.parts).filter(({ key }) => !parts.has(key)).length;
  if (missing > 0) problems.push(`${missing} parts of snapshots are missing`);
  return problems;
}
