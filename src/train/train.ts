import { availableParallelism } from 'node:os';
import { InputError } from '../evaluate/jsonl.ts';
import { readArguments, runCommand, say, seconds } from '../evaluate/command.ts';
import { measureFolder, type Figure } from '../evaluate/measure-folder.ts';
import { measureNames, summarise } from '../evaluate/metrics.ts';
import { openTable } from '../related/table.ts';
import { Checkpoint } from './checkpoint.ts';
import { fingerprint, readCorpus, readTitles } from './corpus.ts';
import { Interruption } from './interruption.ts';
import { ProgressLine } from './progress.ts';
import { settings } from './settings.ts';
import { trainTable } from './train-table.ts';
import { selectTerms } from './vocabulary.ts';
import { packTable, writeTable } from './write-table.ts';

const usage = `npm run train -- --corpus FILE.jsonl[.gz] --out FOLDER
  --corpus FILE      texts to learn from, one {"title", "abstract"} a line
  --out FOLDER       where the table and its manifest are written; a checkpoint stands beside it meanwhile
  --seed N           another draw of the random numbers (default 0)
  --exclude FILE     titles that must not be trained on: .jsonl[.gz], .json (an array) or a line each; may be repeated
  --measure FOLDER   a folder with papers.jsonl, queries.jsonl, qrels.tsv to measure the table on; may be repeated
  --threads N        threads that share the work (default: all of the machine); the result is the same for any number
  --steps N          for a trial: fewer or more steps than the ${settings.steps} of a table that ships`;

await runCommand('train', usage, async () => {
  const given = readArguments(['corpus', 'out'], ['seed', 'threads', 'steps'], ['exclude', 'measure']);
  const seed = count(given.seed ?? '0', '--seed', 0);
  const threads = count(given.threads ?? String(Math.min(8, availableParallelism())), '--threads', 1);
  const used = { ...settings, steps: count(given.steps ?? String(settings.steps), '--steps', 1) };
  const started = performance.now();
  const line = new ProgressLine();
  const interruption = new Interruption(() => line.end('stops after this step; once more to stop at once'));

  const source = await fingerprint(given.corpus);
  const titles = await Promise.all(given.exclude.map(readTitles));
  const corpus = await readCorpus(given.corpus, new Set(titles.flat()), (papers) => line.show(`${papers} papers read`));
  line.end(`${corpus.papers} papers read in ${seconds(started)}; left out ${corpus.removed.excluded} to be kept unseen, ${corpus.removed.repeated} of a title seen before`);
  const terms = selectTerms(corpus, used);
  say(`${terms.names.length} terms chosen`);

  const identity = JSON.stringify({ source, removed: corpus.removed, papers: corpus.papers, seed, used });
  const checkpoint = new Checkpoint(`${given.out.replace(/\/+$/, '')}.checkpoint`, identity);
  const trained = await trainTable(terms, used, seed, {
    threads,
    checkpoint,
    progress(stage, done, loss) {
      if (stage === 'training') interruption.keep();
      line.step(stage, done, loss);
    },
    resumed: (step) => line.end(`goes on after step ${step}`),
    stopped: () => interruption.asked,
  });
  if (trained === undefined) {
    line.end('stopped; the same command goes on from here');
    process.exitCode = 130;
    return;
  }
  line.end(`trained in ${seconds(started)}, loss ${trained.loss.toFixed(3)}`);

  const files = packTable(terms, trained.vectors, used.shipped);
  const table = openTable({
    table: bufferOf(files.table),
    scale: bufferOf(files.scale),
    vocab: bufferOf(files.vocab),
    df: bufferOf(files.df),
    meta: new TextDecoder().decode(files.meta),
  });
  const figures: Figure[] = [];
  for (const folder of given.measure) figures.push(...(await measureFolder(folder, table)));
  const manifest = {
    corpus: { ...source, papers: corpus.papers, removed: corpus.removed },
    seed,
    settings: used,
    loss: Number(trained.loss.toFixed(4)),
    figures: figures.map(toEntry),
  };
  await writeTable(given.out, files, manifest);
  await checkpoint.remove();
  for (const figure of manifest.figures) process.stdout.write(`${JSON.stringify(figure)}\n`);
  say(`${given.out} written after ${seconds(started)}`);
});

function count(written: string, option: string, least: number): number {
  const value = Number(written);
  if (!/^\d{1,9}$/.test(written) || value < least) throw new InputError(`${option} is a number from ${least}, not "${written}"`);
  return value;
}

/** In percent, as the evaluate command prints them. */
function toEntry({ set, mode, measured }: Figure): Record<string, string | number> {
  const summary = summarise(measured);
  const figures = Object.entries(measureNames).map(([key, name]) => [name, Number(summary[key as keyof typeof summary].mean.toFixed(2))]);
  return { set, mode, queries: measured.length, ...(Object.fromEntries(figures) as Record<string, number>) };
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer;
}
