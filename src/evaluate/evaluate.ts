import { writeFile } from 'node:fs/promises';
import { readArguments, runCommand, say, seconds } from './command.ts';
import { InputError } from './jsonl.ts';
import { measure, measureNames, summarise, type Measures } from './metrics.ts';
import { readPapers, readQueries, type Candidates, type Mode, type Query } from './papers.ts';
import { compareParts } from './parts.ts';
import { prepareEngine } from './prepare-engine.ts';
import { readJudgements, type Judgements } from './qrels.ts';
import { rank, type Ranked } from './rank.ts';
import { readTable } from './table-folder.ts';

const usage = `npm run evaluate -- --papers P.jsonl --queries Q.jsonl --out run.trec
  --papers FILE      candidates, one {"id", "title", "abstract"} a line
  --queries FILE     one {"id", "mode"?} or {"id"?, "title", "abstract"?} a line
  --out FILE         TREC run: query Q0 paper rank score tag
  --mode MODE        title or abstract: overrides the mode of every query
  --candidates FILE  judgements: rank only the papers they list for each query
  --qrels FILE       judgements: also print the measures, and what each part of the score brings
  --table FOLDER     the word table (default public/model)`;

const tag = 'paperkin';

await runCommand('evaluate', usage, async () => {
  const started = performance.now();
  const given = readArguments(['papers', 'queries', 'out'], ['mode', 'candidates', 'qrels', 'table']);
  const papers = await readPapers(given.papers);
  const queries = await readQueries(given.queries, papers, modeOf(given.mode));
  const candidates = given.candidates === undefined ? undefined : await readJudgements(given.candidates);
  const judgements = given.qrels === undefined ? undefined : await readJudgements(given.qrels);
  const without = candidates === undefined ? [] : queries.filter(({ id }) => !candidates.has(id));
  if (without.length > 0) say(`no candidates are listed for ${without.length} of ${queries.length} queries, the first is "${without[0]?.id}"`);
  const folder = given.table ?? 'public/model';
  const table = await readTable(folder);
  if (table === undefined) say(`no table in ${folder}: papers are compared by their words alone`);
  const engine = prepareEngine(papers.texts, table);
  say(`${papers.ids.length} papers read and indexed in ${seconds(started)}`);

  const asked = performance.now();
  // Emptied first: a run that fails half-way leaves no older run behind.
  await writeFile(given.out, '');
  const measured: Measures[] = [];
  for (const [done, query] of queries.entries()) {
    const ranked = rank(engine.scores(query.text), rowsFor(query, papers, candidates), query.row);
    await writeFile(given.out, toRun(query, ranked, papers), { flag: 'a' });
    const measures = judgements && measure(ranked.map(({ row }) => papers.ids[row] ?? ''), judgements.get(query.id) ?? new Map());
    if (measures !== undefined) measured.push(measures);
    if ((done + 1) % 100 === 0) say(`${done + 1} of ${queries.length} queries, ${seconds(asked)}`);
  }
  say(`${queries.length} queries answered in ${seconds(asked)}`);
  if (judgements === undefined) return;
  report(measured);
  process.stdout.write(compareParts(engine, { papers, queries, judgements, rowsFor: (query) => rowsFor(query, papers, candidates) }));
});

function modeOf(written: string | undefined): Mode | undefined {
  if (written === undefined || written === 'title' || written === 'abstract') return written;
  throw new InputError(`--mode is "title" or "abstract", not "${written}"`);
}

/** Rows to rank: all papers, or those that the candidates file lists for the query. */
function rowsFor(query: Query, papers: Candidates, candidates: Judgements | undefined): Iterable<number> {
  if (candidates === undefined) return papers.ids.keys();
  const rows = new Set<number>();
  for (const id of candidates.get(query.id)?.keys() ?? []) {
    const row = papers.rows.get(id);
    if (row === undefined) throw new InputError(`the candidates of query "${query.id}" name "${id}", which is no paper`);
    rows.add(row);
  }
  return [...rows].sort((a, b) => a - b);
}

function toRun(query: Query, ranked: readonly Ranked[], papers: Candidates): string {
  return ranked.map(({ row, score }, place) => `${query.id} Q0 ${papers.ids[row] ?? ''} ${place + 1} ${score.toFixed(6)} ${tag}\n`).join('');
}

function report(measured: readonly Measures[]): void {
  if (measured.length === 0) throw new InputError('no query has a relevant paper in --qrels');
  const summary = summarise(measured);
  const lines = (Object.keys(measureNames) as (keyof Measures)[]).map((name) => {
    const { mean, error } = summary[name];
    return `${measureNames[name].padEnd(10)} ${mean.toFixed(2).padStart(6)} ± ${error.toFixed(2)}`;
  });
  process.stdout.write(`${measured.length} queries, percent ± standard error of the mean\n${lines.join('\n')}\n`);
}
