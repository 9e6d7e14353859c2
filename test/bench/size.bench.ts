import { packSearch, search } from '../../src/search/search.ts';
import { WordIndex } from '../../src/search/word-index.ts';
import { textsOf } from '../search/texts-of.ts';
import { type Drawn, drawQueries, largeLibrary } from './large-library.ts';
import { openPlain, packPlain } from './plain-minisearch.ts';

/**
 * How well and how fast a library of 20,000 papers is searched in Node: three neighbouring words of a drawn title, as
 * typed and with one typing error, beside MiniSearch as it comes (fuzzy 0.2, prefix, title boost 3) on the same records and queries.
 *
 *   tsx test/bench/size.bench.ts [papers, default 20000] [queries, default 200]
 */
const [count = 20_000, asked = 200] = process.argv.slice(2).map(Number);
const { papers, source } = await largeLibrary(count);
const drawn = drawQueries(papers, asked);

const packed = timed(() => packSearch(papers));
const opened = timed(() => [WordIndex.open(packed.value.titles.buffer, 'titles'), WordIndex.open(packed.value.abstracts.buffer, 'abstracts')] as const);
const [titles, abstracts] = opened.value;
const plainText = packPlain(papers);
const plain = timed(() => openPlain(plainText));
console.log(`${papers.length} papers (${source}), ${drawn.length} queries`);
console.log(`index: ${mega(packed.value.titles.length + packed.value.abstracts.length)} MB, built in ${packed.ms.toFixed(0)} ms, opened in ${opened.ms.toFixed(0)} ms; MiniSearch loadJSON: ${mega(plainText.length)} MB in ${plain.ms.toFixed(0)} ms`);
console.log(`of the queries as typed, ${share(mostPossible())} are the most that any order can bring among the first three by their words alone: others have the same three words in their titles`);

const texts = textsOf(papers);
const keysOf = async (query: string, parts: readonly WordIndex[]): Promise<(number | string)[]> => (await search(query, parts, texts, 20)).best.map(({ row }) => row);
await measure('Paperkin, titles and abstracts', (query) => keysOf(query, [titles, abstracts]), { asTyped: 0.95, mistyped: 0.85 });
await measure('Paperkin, titles alone', (query) => keysOf(query, [titles]));
const rowOf = new Map(papers.map(({ key }, row) => [key, row]));
await measure('MiniSearch as it comes', (query) => Promise.resolve(plain.value(query).slice(0, 20).map(({ id }) => rowOf.get(String(id)) ?? -1)));

/** A query that nobody will have asked warms the code up. */
async function measure(name: string, ask: (query: string) => Promise<(number | string)[]>, targets?: { readonly asTyped: number; readonly mistyped: number }): Promise<void> {
  for (const { words } of drawQueries(papers, 230).slice(200)) await ask(words);
  for (const [kind, queryOf, target] of [
    ['as typed', ({ words }: Drawn) => words, targets?.asTyped],
    ['one typing error', ({ mistyped }: Drawn) => mistyped, targets?.mistyped],
  ] as const) {
    let first = 0;
    const times: number[] = [];
    for (const query of drawn) {
      const start = performance.now();
      const found = await ask(queryOf(query));
      times.push(performance.now() - start);
      if (found.slice(0, 3).includes(query.row)) first++;
    }
    times.sort((a, b) => a - b);
    const at = (part: number): string => (times[Math.floor(part * (times.length - 1))] ?? Number.NaN).toFixed(1);
    const judged = target === undefined ? '' : ` ${first / drawn.length >= target ? '✓' : '✗'} ≥ ${share(target)}; ${Number(at(0.5)) <= 20 ? '✓' : '✗'} median ≤ 20 ms`;
    console.log(`  ${name.padEnd(32)}${kind.padEnd(18)}${share(first / drawn.length).padStart(7)} among the first three; ms: median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}${judged}`);
  }
}

/** Where more than three titles hold the words side by side, three of them can be first. */
function mostPossible(): number {
  const plainText = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
  const all = papers.map(({ title }) => plainText(title));
  return drawn.reduce((sum, { words }) => sum + Math.min(1, 3 / Math.max(1, all.filter((title) => title.includes(plainText(words))).length)), 0) / drawn.length;
}

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  return { value: work(), ms: performance.now() - start };
}

function share(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

function mega(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
