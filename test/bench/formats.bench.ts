import { parse } from '@retorquere/bibtex-parser';
import { BibLatexParser } from 'biblatex-csl-converter';
import papaparse from 'papaparse';
import { chooseFormat, formatById } from '../../src/formats/formats.ts';
import type { PaperRecord } from '../../src/paper/record.ts';
import { syntheticPapers } from './synthetic-papers.ts';
import { printTable } from './table.ts';

/**
 * Reading files: a library of 5,000 BibTeX entries and 50,000 JSON lines beside published readers of the same text in
 * the same run, then what hostile text costs per megabyte. Records are dropped as they come, as an import stores them.
 */
const CHUNK = 65_536;
const papers = syntheticPapers(50_000);

const bibliography = papers.slice(0, 5_000).map(toEntry).join('\n');
console.log(`${papers.slice(0, 5_000).length} BibTeX entries, ${megabytes(bibliography)} MB`);
const part = papers.slice(0, 200).map(toEntry).join('\n');
printTable(
  '5,000 entries of BibTeX',
  series('biblatex-csl-converter', 1, () => Object.keys(new BibLatexParser(bibliography, { processUnexpected: true, processUnknown: true }).parse().entries).length, 5_000),
  [{ ...series('Paperkin', 5, () => read('bibtex', bibliography), 5_000), atMost: 0.1 }],
);
printTable('200 of them', series('@retorquere/bibtex-parser', 1, () => parse(part, { sentenceCase: false }).entries.length, 200), [{ ...series('Paperkin', 5, () => read('bibtex', part), 200), atMost: 0.1 }]);

const records = papers.map(toRecord);
const lines = print('jsonl', records);
console.log(`\n${records.length} JSON lines, ${megabytes(lines)} MB`);
printTable(
  '50,000 JSON lines',
  series('JSON.parse of each line, unchecked', 3, () => lines.split('\n').filter(Boolean).map((line) => JSON.parse(line) as unknown).length, 50_000),
  [series('Paperkin, records cleaned and checked', 3, () => read('jsonl', lines), 50_000), series('the same as one JSON list', 3, ((text) => () => read('json', text))(print('json', records)), 50_000)],
);

const table = print('csv', records.slice(0, 10_000));
printTable('10,000 rows of CSV', series('papaparse, cells only', 3, () => papaparse.parse(table, { skipEmptyLines: true }).data.length - 1, 10_000), [
  series('Paperkin, records', 3, () => read('csv', table), 10_000),
  ...['ris', 'atom', 'csl-json'].map((format) => series(`Paperkin, the same as ${format}`, 3, ((text) => () => read(format, text))(print(format, records.slice(0, 10_000))), 10_000)),
]);

console.log('\nhostile text, 1 MB each: at most 1,000 ms of processor time and 200 MB');
for (const [format, piece] of [
  ...['{', '\\', '@', '@a{', '@misc{k, title = {', '@misc{a, title = {A}, author = {A and ', '@string{a = {x}}@misc{b, title = a # a}', '@misc{k, crossref = {k}, title = {A}}\n', '$', '@comment{', '- '].map((text) => ['bibtex', text]),
  ...['"', '{"', '[', '{"a":', '},{"'].map((text) => ['json', text]),
  ...['"', '""', ',', '"\n'].map((text) => ['csv', text]),
  ...['<', '&', '<a>', '<entry>', '<entry><title>A</title></entry>'].map((text) => ['atom', text]),
  ...['TY  - JOUR\n', 'A'].map((text) => ['ris', text]),
  ...['1711.10925 ', 'a'].map((text) => ['list', text]),
] as [string, string][]) {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const heap = process.memoryUsage().heapUsed;
  const start = process.cpuUsage();
  let most = 0;
  read(format, text, () => (most = Math.max(most, process.memoryUsage().heapUsed - heap)));
  const { user, system } = process.cpuUsage(start);
  const time = (user + system) / 1_000;
  const grown = Math.max(most, process.memoryUsage().heapUsed - heap) / 1e6;
  console.log(`  ${time <= 1_000 && grown <= 200 ? '✓' : '✗'} ${format.padEnd(10)}${JSON.stringify(piece).slice(0, 44).padEnd(46)}${time.toFixed(0).padStart(6)} ms${grown.toFixed(0).padStart(6)} MB`);
}

/** Reads in chunks and answers with the number of records. */
function read(format: string, text: string, watch?: () => void): number {
  const parser = formatById(format)!.parser();
  let count = 0;
  for (let at = 0; at < text.length; at += CHUNK) {
    for (const { kind } of parser.push(text.slice(at, at + CHUNK))) if (kind === 'record') count++;
    watch?.();
  }
  for (const { kind } of parser.end()) if (kind === 'record') count++;
  return count;
}

function series(name: string, runs: number, work: () => number, expected: number): { name: string; times: number[] } {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    const count = work();
    if (count !== expected) throw new Error(`${name} read ${count} of ${expected}`);
    return performance.now() - start;
  });
  return { name, times };
}

function print(format: string, all: readonly PaperRecord[]): string {
  const text = [...formatById(format)!.print!(all)].join('');
  const choice = chooseFormat(text, '');
  if (!('format' in choice) || choice.format.id !== format) throw new Error(`${format} is not known for what it is`);
  return text;
}

function toRecord(paper: (typeof papers)[number]): PaperRecord {
  return { ...paper, tags: ['folds'], note: '', isRead: false, collections: [] };
}

/** As exporters write entries: accents, braces, macros, and the abstract. */
function toEntry({ title, authors, year, arxivId, abstract }: (typeof papers)[number], at: number): string {
  return [
    `@article{key${at},`, `  title = {${title.replace(/^\S+/, '{$&}')} of {M\\"u}ller}},`.replace('{M\\"u}ller}}', 'M{\\"u}ller}'), `  author = {${authors.map((name) => name.split(' ').reverse().join(', ')).join(' and ')} and Garc{\\'{\\i}}a, Jos{\\'e}},`,
    `  journal = {arXiv preprint arXiv:${arxivId}},`, `  year = ${year},`, '  month = jun,', `  eprint = {${arxivId}},`, '  archiveprefix = {arXiv},', '  keywords = {folds, maps \\& creases},', `  abstract = {${abstract}},`, `  file = {:home/x/${at}.pdf:PDF},`, '}', '',
  ].join('\n');
}

function megabytes(text: string): string {
  return (text.length / 1e6).toFixed(1);
}
