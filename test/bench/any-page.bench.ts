import { PaperFinder } from '../../src/mentions/paper-finder.ts';
import { idsIn } from '../../src/mentions/ids-in-text.ts';
import { syntheticPapers } from './synthetic-papers.ts';
import { printTable } from './table.ts';

/**
 * Finding the titles of 20,000 papers in one megabyte of text: work without pauses, and its longest stretch between two
 * chances to pause. The peer looks for each title with `indexOf`, in the same text made lower case once.
 */
const RUNS = 7;
const TITLES = 20_000;
const LENGTH = 1_000_000;

const papers = syntheticPapers(TITLES);
const planted = papers.filter((_, at) => at % 200 === 0);
const filler = syntheticPapers(5_000).map(({ abstract }) => abstract);
let text = '';
for (let at = 0; text.length < LENGTH; at++) text += `${filler[at % filler.length] ?? ''}\n${at < planted.length ? `${planted[at]?.title ?? ''}\n` : ''}`;
text = text.slice(0, LENGTH);
const lowered = text.toLowerCase();

const [plain, finding, building, longest]: [number[], number[], number[], number[]] = [[], [], [], []];
let found = 0;
for (let run = 0; run < RUNS; run++) {
  if (run < 2) plain.push(timed(() => void papers.filter(({ title }) => lowered.includes(title.toLowerCase()))));
  const build = worked(PaperFinder.build(papers));
  const find = worked(build.result.find(text));
  const ids = worked(idsIn(text));
  building.push(build.cost);
  finding.push(find.cost + ids.cost);
  longest.push(Math.max(build.longest, find.longest, ids.longest));
  found = find.result.length;
}
console.log(`${TITLES} titles in ${text.length} characters: ${found} of ${planted.length} planted titles found`);
printTable('any page', { name: 'indexOf for each title', times: plain }, [
  { name: 'Paperkin, the text read once', times: finding },
  { name: 'Paperkin, the titles made ready', times: building },
  { name: 'both', times: finding.map((time, run) => time + (building[run] ?? 0)) },
  { name: 'longest stretch without a pause', times: longest },
]);

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function worked<T>(steps: Generator<unknown, T>): { result: T; cost: number; longest: number } {
  let [cost, longest] = [0, 0];
  for (;;) {
    const start = performance.now();
    const step = steps.next();
    const took = performance.now() - start;
    cost += took;
    longest = Math.max(longest, took);
    if (step.done) return { result: step.value, cost, longest };
  }
}
