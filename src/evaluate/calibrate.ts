import { basename, join } from 'node:path';
import { buildRelated, type CollectionEngine } from '../related/engine.ts';
import { thresholds } from '../related/thresholds.ts';
import { readArguments, runCommand, say, seconds } from './command.ts';
import { InputError } from './jsonl.ts';
import { readPapers, type Candidates, type Mode } from './papers.ts';
import { prepareEngine } from './prepare-engine.ts';
import { readJudgements, type Judgements } from './qrels.ts';
import { ScoreCounts } from './score-counts.ts';
import { readTable } from './table-folder.ts';

const usage = `npm run calibrate -- --set FOLDER --set FOLDER
  --set FOLDER    papers.jsonl and qrels.tsv of one field; give at least two fields that are unlike
  --table FOLDER  the word table (default public/model)`;

/** Of 10,000 pairs that nothing but chance has brought together, at most so many may be called related. */
const mostFlagged = 8;

const formNames = { plain: 'without a model of the collection', latent: 'with a model of the collection' };

interface Field {
  readonly papers: Candidates;
  readonly engine: CollectionEngine;
  readonly judgements: Judgements;
}

/** Scores of three kinds of pairs, asked in one way. */
interface Pairs {
  /** The two papers are of two of the sets. */
  readonly foreign: ScoreCounts;
  /** Of one set, and not judged related. */
  readonly unjudged: ScoreCounts;
  /** Of one set, and judged related. */
  readonly judged: ScoreCounts;
}

await runCommand('calibrate', usage, async () => {
  const started = performance.now();
  const given = readArguments([], ['table'], ['set']);
  if (given.set.length < 2) throw new InputError('--set is needed twice: foreign pairs are made of two sets');
  const folder = given.table ?? 'public/model';
  const table = await readTable(folder);
  if (table === undefined) say(`no table in ${folder}: papers are compared by their words alone`);
  const kind = table === undefined ? thresholds.wordsOnly : thresholds.trusted;
  for (const form of ['plain', 'latent'] as const) {
    const build = form === 'plain' ? buildRelated : prepareEngine;
    const fields: Field[] = [];
    for (const set of given.set) {
      const papers = await readPapers(join(set, 'papers.jsonl'));
      fields.push({ papers, engine: build(papers.texts, table), judgements: await readJudgements(join(set, 'qrels.tsv')) });
      say(`${basename(set)}: ${papers.ids.length} papers, ${formNames[form]}`);
    }
    for (const mode of ['abstract', 'title'] as const) {
      const { related, strongly } = kind[form][mode];
      process.stdout.write(`\nasked by ${mode === 'title' ? 'title alone' : 'title and abstract'}, ${formNames[form]}; now related from ${related}, strongly from ${strongly}\n`);
      process.stdout.write(toTable(scorePairs(fields, mode), [related, strongly]));
    }
  }
  say(`took ${seconds(started)}`);
});

function scorePairs(fields: readonly Field[], mode: Mode): Pairs {
  const pairs: Pairs = { foreign: new ScoreCounts(), unjudged: new ScoreCounts(), judged: new ScoreCounts() };
  for (const asking of fields) {
    for (const [row, text] of asking.papers.texts.entries()) {
      const query = mode === 'title' ? { title: text.title } : text;
      const grades = asking.judgements.get(asking.papers.ids[row] ?? '');
      for (const asked of fields) {
        const scores = asked.engine.scores(query);
        if (asked !== asking) for (const score of scores) pairs.foreign.add(score);
        else if (grades !== undefined) {
          for (const [other, score] of scores.entries()) {
            if (other === row) continue;
            const related = (grades.get(asked.papers.ids[other] ?? '') ?? 0) > 0;
            (related ? pairs.judged : pairs.unjudged).add(score);
          }
        }
      }
    }
  }
  return pairs;
}

/** Shares from each point on, those in use among them, and the lowest points that keep within the bound. */
function toTable({ foreign, unjudged, judged }: Pairs, inUse: readonly number[]): string {
  const lines = ['score    foreign pairs   other pairs   judged pairs   judged among'];
  lines.push('from     per 10,000      per 10,000    found          flagged');
  const points = new Set([...Array.from({ length: 23 }, (_, k) => (10 + 5 * k) / 100), ...inUse]);
  for (const from of [...points].sort((a, b) => a - b)) {
    const among = judged.from(from) / Math.max(1, judged.from(from) + unjudged.from(from));
    const cells = [from.toFixed(2), (10_000 * foreign.share(from)).toFixed(2), (10_000 * unjudged.share(from)).toFixed(1), judged.share(from).toFixed(3), among.toFixed(2)];
    lines.push(cells.map((cell) => cell.padStart(6).padEnd(15)).join('').trimEnd() + (inUse.includes(from) ? '  in use' : ''));
  }
  const proposal = (pairs: ScoreCounts): string => pairs.lowest(mostFlagged / 10_000).toFixed(2);
  lines.push(`at most ${mostFlagged} in 10,000: foreign pairs from ${proposal(foreign)}, other pairs from ${proposal(unjudged)}`);
  return `${lines.join('\n')}\n`;
}
