import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const papers = [
  { id: 'a', title: 'Sparse attention for long texts', abstract: 'Attention patterns that skip most words keep long texts cheap.' },
  { id: 'b', title: 'Attention that skips words', abstract: 'Sparse patterns make long texts cheap for attention.' },
  { id: 'c', title: 'Glacier flow over soft beds', abstract: 'Ice moves over till; sliding laws are fitted to drill cores.' },
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evaluate-'));
});
afterAll(() => rm(folder, { recursive: true }));

const lines = (values: readonly unknown[]): string => values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

const path = (name: string): string => join(folder, name);

/** Runs the command on these lines. */
async function evaluate(files: { papers?: unknown[]; queries?: unknown[]; qrels?: string; candidates?: string }, ...more: string[]) {
  await writeFile(path('papers.jsonl'), lines(files.papers ?? papers));
  await writeFile(path('queries.jsonl'), lines(files.queries ?? [{ id: 'a' }]));
  const given = ['--papers', path('papers.jsonl'), '--queries', path('queries.jsonl'), '--out', path('run.trec'), '--table', path('no-table')];
  for (const name of ['qrels', 'candidates'] as const) {
    const text = files[name];
    if (text === undefined) continue;
    await writeFile(path(`${name}.tsv`), text);
    given.push(`--${name}`, path(`${name}.tsv`));
  }
  const ended = await new Promise<{ code: number; out: string; errors: string }>((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'src/evaluate/evaluate.ts', ...given, ...more], (error, out, errors) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, errors });
    });
  });
  const run = await readFile(path('run.trec'), 'utf8').catch(() => '');
  return { ...ended, run: run.trim().split('\n') };
}

describe('npm run evaluate', { timeout: 30_000 }, () => {
  it('ranks every candidate but the asking paper and prints the measures', async () => {
    const { code, out, errors, run } = await evaluate({ queries: [{ id: 'a', mode: 'title' }, { title: 'Soft glacier beds' }], qrels: 'a\t0\tb\t1\n' });
    expect(code).toBe(0);
    expect(errors).toContain('compared by their words alone');
    expect(run).toHaveLength(5);
    expect(run[0]).toMatch(/^a Q0 b 1 0\.\d{6} paperkin$/);
    expect(run[1]).toBe('a Q0 c 2 0.000000 paperkin');
    expect(run[2]).toMatch(/^q2 Q0 c 1 0\.\d{6} paperkin$/);
    expect(out).toMatch(/^1 queries.*\nMAP +100\.00/);
    expect(out).toMatch(/by parts.*\nwords +100\.00 .*  the score\n$/);
  });

  it('ranks the listed candidates alone', async () => {
    expect((await evaluate({ candidates: 'a 0 a 1\na 0 c 0\n' })).run).toEqual(['a Q0 c 1 0.000000 paperkin']);
  });

  it('never answers a query with its own text, whatever its id', async () => {
    const { run } = await evaluate({ queries: [{ ...papers[1], id: 'mine' }] });
    expect(run.map((line) => line.split(' ')[2])).toEqual(['a', 'c']);
  });

  it('reads what files may hold: a byte order mark, an empty title, no abstract, one of a million letters', async () => {
    const odd = [`\ufeff${JSON.stringify(papers[0])}`, { id: 7, title: '', abstract: 'Sparse attention' }, { id: 'd', title: 'Attention' }, { id: 'e', title: 'Texts', abstract: 'attention skips '.repeat(60_000) }];
    const first = await evaluate({ papers: odd, queries: [{ id: 'a' }, { id: '7', mode: 'title' }] });
    expect([first.code, first.run.length]).toEqual([0, 6]);
    expect((await evaluate({ papers: odd, queries: [{ id: 'a' }, { id: '7', mode: 'title' }] })).run).toEqual(first.run);
  });

  it('says for how many queries no candidate is listed', async () => {
    const { errors, run } = await evaluate({ queries: [{ id: 'a' }, { id: 'b' }], candidates: 'a 0 c 0\n' });
    expect(errors).toContain('no candidates are listed for 1 of 2 queries, the first is "b"');
    expect(run).toHaveLength(1);
  });

  const faults: [string, Parameters<typeof evaluate>[0], RegExp][] = [
    ['broken JSON', { papers: [papers[0], '{"id": '] }, /papers\.jsonl:2: no JSON/],
    ['a line that is no object', { papers: ['[]'] }, /papers\.jsonl:1: no JSON object/],
    ['a paper without a title', { papers: [{ id: 'a', abstract: '' }] }, /papers\.jsonl:1: "title" is missing/],
    ['a title that is no text', { papers: [{ id: 'a', title: 7 }] }, /papers\.jsonl:1: "title" is no text/],
    ['an id given twice', { papers: [papers[0], '', papers[0]] }, /papers\.jsonl:3: id "a" a second time/],
    ['no paper at all', { papers: [''] }, /holds no paper/],
    ['an unknown id', { queries: [{ id: 'a' }, { id: 'nobody' }] }, /queries\.jsonl:2: no paper has the id "nobody"/],
    ['an unknown mode', { queries: [{ id: 'a', mode: 'all' }] }, /queries\.jsonl:1: "mode" is neither/],
    ['an unknown candidate', { candidates: 'a 0 nobody 1' }, /name "nobody", which is no paper/],
    ['judgements of another form', { qrels: 'a b' }, /qrels\.tsv:1: expected/],
  ];
  it.each(faults)('names the place of %s', async (_, files, message) => {
    const { code, errors } = await evaluate(files);
    expect(errors).toMatch(message);
    expect(code).toBe(1);
  });

  it('says what it needs', async () => {
    const { code, errors } = await evaluate({}, '--mode', 'both');
    expect(code).toBe(1);
    expect(errors).toContain('--mode is "title" or "abstract", not "both"');
    expect(errors).toContain('npm run evaluate -- --papers');
  });
});
