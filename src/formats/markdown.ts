import { linksOf } from '../paper/links.ts';
import type { PaperRecord } from '../paper/record.ts';
import type { Printer } from './format.ts';

const MOST_AUTHORS = 6;

/** A list for notes and issues: each title a link, with authors, year, venue, tags and the reader's note. */
export const markdown: Printer = {
  id: 'markdown',
  name: 'Markdown list',
  extensions: ['md'],
  *print(records: Iterable<PaperRecord>): Generator<string, void> {
    for (const record of records) yield printItem(record);
  },
};

function printItem(record: PaperRecord): string {
  const { title, authors, year, venue, url, tags, note } = record;
  const address = url ?? (record.arxivId === undefined && record.doi === undefined ? undefined : linksOf(record)[0]?.url);
  const name = escaped(title);
  const people = authors.length > MOST_AUTHORS ? `${authors.slice(0, MOST_AUTHORS).join(', ')}, et al.` : authors.join(', ');
  const about = [people, venue ?? '', year === undefined ? '' : String(year)].filter((part) => part !== '').map(escaped).join('. ');
  const shown = tags.map((tag) => ` \`${tag.replaceAll('`', "'")}\``).join('');
  const lines = note === '' ? '' : note.split('\n').map((line) => `  > ${escaped(line)}\n`).join('');
  return `- ${address === undefined ? `**${name}**` : `[${name}](<${address}>)`}${about === '' ? '' : ` — ${about}`}${shown}\n${lines}`;
}

/** Signs that Markdown or HTML take for their own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~$]/g, '\\$&').replace(/&/g, '&amp;').replace(/^(\s{0,3})([-+]|\d{1,9}[.)])(?=\s|$)/, '$1\\$2');
}
