import { familyName } from '../../paper/authors.ts';
import type { Paper } from '../../paper/paper.ts';
import { paperIds } from '../../paper/paper-key.ts';
import type { PaperRecord } from '../../paper/record.ts';
import { titleWords } from '../../paper/title-words.ts';
import { printNames, readNames } from './names.ts';
import { escapedText, printedText } from './print-tex.ts';
import { readTex } from './read-tex.ts';
import { isConference } from '../venue.ts';

type Cited = Pick<Paper, 'title' | 'authors' | 'year' | 'arxivId' | 'doi'>;
const SMALL = new Set(['a', 'an', 'the', 'on', 'of', 'in', 'for', 'to', 'and', 'is', 'are', 'can', 'with', 'from', 'at', 'by']);

/** A paper as one BibTeX entry to cite it by, with its arXiv address. Braces balance whatever the title holds. */
export function printBibtex(paper: Cited): string {
  const { arxivId } = paperIds(paper);
  return printEntry({ ...paper, ...(arxivId !== undefined && { url: `https://arxiv.org/abs/${arxivId}` }) }, citationKey(paper));
}

/** The records as a file: keys are made different by a letter at the end. */
export function* printFile(records: Iterable<PaperRecord>): Generator<string, void> {
  const used = new Map<string, number>();
  for (const record of records) {
    const key = citationKey(record);
    const times = used.get(key) ?? 0;
    used.set(key, times + 1);
    yield `${printEntry(record, times === 0 ? key : `${key}-${times + 1}`)}\n`;
  }
}

/** First author, year, first telling word: `ulyanov2017deep`. ASCII letters and digits only. */
export function citationKey({ title, authors, year }: Cited): string {
  const word = titleWords(title).words.find(({ folded }) => !SMALL.has(folded))?.folded ?? '';
  const key = [familyName(authors[0] ?? ''), year ?? '', word].join('').replace(/[^a-z0-9]/g, '');
  return key.slice(0, 60) || 'paper';
}

/** Groups, reading state and date of addition are written as JabRef does. */
function printEntry(paper: Cited & Partial<PaperRecord>, key: string): string {
  const { arxivId, doi } = paperIds(paper);
  const { title, authors, year, venue = '', url = '', abstract = '', tags = [], note = '', isRead = false, added, collections = [] } = paper;
  const isProceedings = isConference(venue);
  // Two braces keep the title's capitals.
  const printedTitle = `{${printedText(title)}}`;
  const author = printNames(authors);
  const fields: (readonly [string, string])[] = [
    ['title', printedTitle],
    // What reading the field would not give back stands beside it, escaped.
    ['rawtitle', readTex(printedTitle, 'line').trim() === title || !('tags' in paper) ? '' : escapedText(title)],
    ['author', author],
    ['rawauthor', readNames(author).names.join('\n') === authors.join('\n') || !('tags' in paper) ? '' : authors.map((name) => `{${escapedText(name)}}`).join(' and ')],
    ['year', year === undefined ? '' : String(year)],
    [isProceedings ? 'booktitle' : 'journal', escapedText(venue)],
    ['eprint', arxivId ?? ''],
    ['archivePrefix', arxivId === undefined ? '' : 'arXiv'],
    ['doi', escapedText(doi ?? '')],
    ['url', url.replaceAll('$', '\\$')],
    ['abstract', escapedText(abstract)],
    ['keywords', printList(tags)],
    ['annotation', escapedText(note)],
    ['groups', printList(collections)],
    ['readstatus', isRead ? 'read' : ''],
    ['creationdate', added === undefined ? '' : new Date(added).toISOString()],
  ];
  const type = venue === '' ? 'misc' : isProceedings ? 'inproceedings' : 'article';
  return `@${type}{${key},\n${fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`;
}

/** Parted by commas; what holds one is braced. */
function printList(texts: readonly string[]): string {
  return texts.map((text) => (/[,;]/.test(text) ? `{${escapedText(text)}}` : escapedText(text))).join(', ');
}
