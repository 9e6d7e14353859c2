import type { Paper } from '../paper/paper.ts';
import { paperIds } from '../paper/paper-key.ts';
import { plainTitle } from '../paper/plain-title.ts';
import { splitName } from './family.ts';

type Cited = Pick<Paper, 'title' | 'authors' | 'year' | 'arxivId' | 'doi'>;

/** Longer lists name this many authors and "et al." */
const MOST_AUTHORS = 20;

/** A paper as one line of a reference list: `Ulyanov, D., & Vedaldi, A. (2017). Deep Image Prior. arXiv:1711.10925.` */
export function printCitation(paper: Cited): string {
  const { arxivId, doi } = paperIds(paper);
  const authors = printAuthors(paper.authors.map(printName).filter((name) => name !== ''));
  const year = paper.year === undefined ? '' : `(${paper.year})`;
  const title = plainTitle(paper.title);
  const place = arxivId === undefined ? doi && `https://doi.org/${doi}` : `arXiv:${arxivId}`;
  // Without authors the title comes first and the year behind it.
  const start = authors === '' ? [sentence([title, year].filter(Boolean).join(' '))] : [sentence([authors, year].filter(Boolean).join(' ')), sentence(title)];
  return [...start, place === undefined ? '' : `${place}.`].filter(Boolean).join(' ');
}

/** Family name and initials: `Le Cun, Y.` stays as given; `Kaiming He` becomes `He, K.` */
function printName(name: string): string {
  const plain = plainTitle(name);
  const comma = plain.indexOf(',');
  const { given, family } = comma > 0 ? { given: plain.slice(comma + 1), family: plain.slice(0, comma).trim() } : splitName(plain);
  const initials = given.split(' ').map((word) => word.split('-').filter((part) => /\p{L}/u.test(part)).map((part) => `${part.replace(/^\P{L}*(\p{L}).*$/su, '$1')}.`).join('-')).filter(Boolean);
  return [family, initials.join(' ')].filter(Boolean).join(', ');
}

function printAuthors(names: readonly string[]): string {
  if (names.length > MOST_AUTHORS) return `${names.slice(0, MOST_AUTHORS).join(', ')}, et al.`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}` : (names[0] ?? '');
}

/** Ends in one mark. */
function sentence(text: string): string {
  return text === '' || /[.?!]$/.test(text) ? text : `${text}.`;
}
