import { audit, tornIn } from './audit.ts';
import { type LibraryUnderTest, papersFrom, titlesOf } from './library-under-test.ts';
import type { FaultReport } from './report.ts';
import type { Point } from './steps.ts';

const KEPT = papersFrom(0, 40);
const FILE = papersFrom(100, 600);
const SAVED = papersFrom(1_000, 60);

interface Scenario {
  readonly step: string;
  readonly nth?: number;
  /** Makes what the fault needs, before it is planted. */
  readonly prepare?: (library: LibraryUnderTest) => Promise<unknown>;
  /** Begins what the worker dies under. */
  readonly begin: (library: LibraryUnderTest, prepared: unknown) => Promise<unknown>;
  /** Does again or goes on with what was begun. */
  readonly resume: (library: LibraryUnderTest, prepared: unknown) => Promise<unknown>;
  readonly expected: readonly string[];
}

const kept = titlesOf(KEPT);
const anImport = { prepare: (library: LibraryUnderTest) => library.keep(FILE), begin: (library: LibraryUnderTest, source: unknown) => library.drive(source as number), resume: (library: LibraryUnderTest, source: unknown) => library.finish(source as number), expected: [...kept, ...titlesOf(FILE)] };
const message = (name: string, payload: (prepared: unknown) => unknown, expected: readonly string[], prepare?: Scenario['prepare']): Omit<Scenario, 'step'> => ({
  ...(prepare && { prepare }),
  begin: (library, prepared) => library.askAndLeave(name, payload(prepared)),
  resume: (library, prepared) => library.ask(name, payload(prepared)),
  expected,
});
const someIds = async (library: LibraryUnderTest): Promise<readonly number[]> => (await library.raw()).records.slice(0, 20).map(({ id }) => id);
const withoutSome = kept.slice(20);

/** Every step of what changes the library: each is tried before its commit and right after it. */
const SCENARIOS: readonly Scenario[] = [
  { step: 'import started', ...anImport },
  { step: 'entries staged', ...anImport },
  { step: 'entries staged', nth: 2, ...anImport },
  { step: 'preview ready', ...anImport },
  { step: 'snapshot taken', ...anImport },
  { step: 'writing begun', ...anImport },
  { step: 'papers written', ...anImport },
  { step: 'papers written', nth: 3, ...anImport },
  { step: 'import ended', ...anImport },
  {
    step: 'import cancelled',
    prepare: async (library) => {
      const source = await library.keep(FILE);
      const { id } = await library.ask<{ id: number }>('startImport', { source, format: 'jsonl', collection: null });
      for (let stage = 'reading'; stage === 'reading'; ) ({ stage } = await library.ask<{ stage: string }>('continueJob', { job: id }));
      return id;
    },
    begin: (library, job) => library.askAndLeave('cancelJob', { job }),
    resume: (library, job) => library.ask('cancelJob', { job }),
    expected: kept,
  },
  { step: 'papers saved', ...message('save', () => ({ papers: SAVED }), [...kept, ...titlesOf(SAVED)]) },
  { step: 'papers deleted', ...message('trash', (ids) => ({ which: { ids } }), withoutSome, someIds) },
  { step: 'undone', ...message('undo', (token) => ({ token }), kept, async (library) => (await library.ask<{ undo: number }>('trash', { which: { ids: await someIds(library) } })).undo) },
  { step: 'tags changed', ...message('tagPapers', (ids) => ({ which: { ids }, add: ['t'], remove: [] }), kept, someIds) },
  {
    step: 'snapshot restored',
    ...message('restoreSnapshot', (snapshot) => ({ snapshot }), kept, async (library) => {
      const { id } = await library.ask<{ id: number }>('takeSnapshot', null);
      await library.ask('trash', { which: { ids: await someIds(library) } });
      await library.ask('save', { papers: SAVED });
      return id;
    }),
  },
];

const OLD = papersFrom(0, 800).map(({ title, abstract }, at) => ({ id: at + 1, title, abstract }));

/** The worker is killed at every named point; the library is then looked through, and what was begun is ended. */
export async function killAtNamedPoints(library: LibraryUnderTest, report: FaultReport, say: (line: string) => void): Promise<void> {
  for (const { step, nth = 1, prepare, begin, resume, expected } of SCENARIOS) {
    for (const when of ['before', 'after'] as const) {
      await library.startAnew();
      await library.ask('save', { papers: KEPT });
      const prepared = await prepare?.(library);
      await library.kill();
      const point: Point = { step, when, nth };
      await library.arm(point);
      await begin(library, prepared);
      const landed = await library.killAt();
      const torn = await tornIn(library);
      await resume(library, prepared).catch(() => undefined);
      const { lost, problems } = await audit(library, expected);
      report.count('named point', landed, lost, [...torn, ...problems, ...(landed ? [] : ['never reached'])].map((problem) => `${when} ${step} ${nth}: ${problem}`));
      say(`  ${landed && problems.length === 0 ? '✓' : '✗'} ${when} ${step}${nth > 1 ? ` (${nth})` : ''}`);
    }
  }
  for (const nth of [1, 401, 801]) {
    await library.startAnew(OLD);
    await library.arm({ step: 'migrating', when: 'before', nth });
    await library.askAndLeave('standing', null);
    const landed = await library.killAt();
    const { lost, problems } = await audit(library, OLD.map(({ title }) => title));
    report.count('named point', landed, lost, [...problems, ...(landed ? [] : ['never reached'])].map((problem) => `migrating ${nth}: ${problem}`));
    say(`  ${landed && problems.length === 0 ? '✓' : '✗'} migrating, row ${nth}`);
  }
}
