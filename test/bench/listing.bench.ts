import MiniSearch from 'minisearch';
import { byCloseness } from '../../src/content/standing.ts';
import type { Row } from '../../src/content/rows.ts';
import { CollectionLibrary } from '../../src/library/library.ts';
import { summaryOf, type Collection } from '../../src/library/collection.ts';
import { LIMITS } from '../../src/messages/contract.ts';
import { openKeys } from '../../src/paper/identity.ts';
import { buildKeys } from '../../src/paper/identity-keys.ts';
import type { Mention, Paper } from '../../src/paper/paper.ts';
import { buildRelated } from '../../src/related/engine.ts';
import type { NearestOptions, Text } from '../../src/related/related.ts';
import { textsFor } from './related-texts.ts';
import { tableAtHand } from '../related/table-at-hand.ts';

/**
 * A listing of 2,000 entries sorted by closeness to a library of 5,000 papers, as the worker does it: identity first, then
 * rank, a hundred entries a message. Work is what the worker computes, in time on the processor; a slice is the longest time in which it answers
 * nobody else. Beside it MiniSearch with its default options, asked for the best hit of each title (of some, and reckoned up).
 */
const papers = 5000;
const entries = 2000;
const askedPlain = 40;
const turns = 3;
const promised = { work: 1000, slice: 50 };

const { texts, source } = await textsFor(papers + entries);
const collection = texts.slice(0, papers).map(({ title, abstract = '' }, i): Paper => ({ key: `k${i}`, title, abstract, authors: [] }));
const listed = texts.slice(papers);
const engine = buildRelated(collection, tableAtHand());
const identify = openKeys(buildKeys(collection, []));
const summaries = collection.map(summaryOf);
const rows = { identify, size: papers, title: (row: number) => summaries[row]?.title ?? '', authors: (row: number) => summaries[row]?.authors ?? [], year: () => undefined, summary: (row: number) => summaries[row] };
// What ranking asks of a collection, and no more.
const held = { rows: () => Promise.resolve(rows), nearest: (text: Text, options: NearestOptions) => Promise.resolve(engine.nearest(text, options)) } as unknown as Collection;
const library = new CollectionLibrary(() => Promise.resolve([held]));

console.log(`${entries} entries against ${papers} papers (${source})`);
const titles = await measure('titles alone, as months are listed', listed.map(({ title }) => ({ title })));
await measure('titles and abstracts, as new papers are', listed.map(({ title, abstract = '' }) => ({ title, abstract })));

const plain = new MiniSearch<Paper & { id: number }>({ fields: ['title', 'abstract'] });
plain.addAll(collection.map((paper, id) => Object.assign({ id }, paper)));
for (const { title } of listed.slice(0, 5)) plain.search(title);
const start = clock();
for (const { title } of listed.slice(0, askedPlain)) plain.search(title);
const theirs = ((clock() - start) / askedPlain) * entries;
console.log(`  ${'MiniSearch, titles'.padEnd(42)} ${theirs.toFixed(0).padStart(7)} ms   ${(theirs / titles).toFixed(1)} times ours`);

/** Milliseconds that this process has had the processor: on a loaded machine the clock also counts the work of others. */
function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of work, the best of some turns: what another program takes of the processor is not ours. */
async function measure(what: string, mentions: readonly Mention[]): Promise<number> {
  const runs: { work: number; slice: number; sort: number }[] = [];
  await rankAll(mentions.slice(0, 300));
  for (let turn = 0; turn < turns; turn++) {
    const start = clock();
    const rows = await rankAll(mentions);
    const work = clock() - start;
    const slices = sliceTimes();
    await rankAll(mentions);
    const slice = slices();
    const sorting = clock();
    rows.sort(byCloseness);
    runs.push({ work, slice, sort: clock() - sorting });
  }
  const [best = { work: Number.NaN, slice: Number.NaN, sort: Number.NaN }] = runs.sort((a, b) => a.work - b.work);
  const sign = (value: number, most: number): string => `${value <= most ? '✓' : '✗'} ≤ ${most}`;
  console.log(`  ${what.padEnd(42)} ${best.work.toFixed(0).padStart(7)} ms   ${sign(best.work, promised.work)}; longest slice ${best.slice.toFixed(1)} ms ${sign(best.slice, promised.slice)}; sorting ${best.sort.toFixed(1)} ms`);
  return best.work;
}

async function rankAll(mentions: readonly Mention[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < mentions.length; from += LIMITS.batch) {
    const batch = mentions.slice(from, from + LIMITS.batch);
    const identities = await library.identify(batch.map(({ title }) => ({ title })));
    const ranked = await library.rank(batch);
    batch.forEach((_, i) => {
      const near = ranked[i] ?? null;
      const isLoose = near?.closeness === 'loosely related';
      rows.push({ identity: identities[i] ?? null, relation: isLoose ? null : near, loose: isLoose ? near : null } as Row);
    });
  }
  return rows;
}

/** Watches how long nothing else gets its turn; called again it gives the longest time, in milliseconds. */
function sliceTimes(): () => number {
  let [last, longest, watching] = [clock(), 0, true];
  const tick = (): void => {
    const now = clock();
    longest = Math.max(longest, now - last);
    last = now;
    if (watching) setImmediate(tick);
  };
  setImmediate(tick);
  return () => {
    watching = false;
    return longest;
  };
}
