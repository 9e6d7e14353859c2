import type { Paper } from '../paper/paper.ts';
import { paperIds } from '../paper/paper-key.ts';
import { familyName } from '../paper/authors.ts';
import { titleWords } from '../paper/title-words.ts';

type Cited = Pick<Paper, 'title' | 'authors' | 'year' | 'arxivId' | 'doi'>;

/** Characters with a meaning in TeX, spelt so that they print. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '{': '\\textbraceleft{}', '}': '\\textbraceright{}', '$': '\\$', '&': '\\&', '%': '\\%', '#': '\\#', '_': '\\_', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
};
const SMALL = new Set(['a', 'an', 'the', 'on', 'of', 'in', 'for', 'to', 'and', 'is', 'are', 'can', 'with', 'from', 'at', 'by']);

/** A paper as one BibTeX entry (`@misc`, with `eprint` where arXiv has it). Braces balance whatever the title holds. */
export function printBibtex(paper: Cited): string {
  const { arxivId, doi } = paperIds(paper);
  const fields = [
    // Two braces keep the title's capitals.
    ['title', `{${printText(paper.title)}}`],
    ['author', paper.authors.map(printName).join(' and ')],
    ['year', paper.year === undefined ? '' : String(paper.year)],
    ['eprint', arxivId ?? ''],
    ['archivePrefix', arxivId === undefined ? '' : 'arXiv'],
    ['doi', printText(doi ?? '')],
    ['url', arxivId === undefined ? '' : `https://arxiv.org/abs/${arxivId}`],
  ].filter(([, value]) => value !== '');
  return `@misc{${citationKey(paper)},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`;
}

/** First author, year, first telling word: `ulyanov2017deep`. ASCII letters and digits only. */
export function citationKey({ title, authors, year }: Cited): string {
  const word = titleWords(title).words.find(({ folded }) => !SMALL.has(folded))?.folded ?? '';
  const key = [familyName(authors[0] ?? ''), year ?? '', word].join('').replace(/[^a-z0-9]/g, '');
  return key.slice(0, 60) || 'paper';
}

/**
 * Titles come as arXiv serves them, with TeX in them (`$\alpha$`, `Schr\"odinger`). Where that TeX is sound it stays;
 * else each special sign is escaped.
 */
function printText(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return isSoundTex(line) ? line.replace(/(?<!\\)[&%#]/g, '\\$&') : line.replace(/[\\{}$&%#_~^]/g, (sign) => TEX[sign] ?? sign);
}

function printName(name: string): string {
  // "and" parts names in BibTeX; a name that holds the word is one name in braces.
  const printed = printText(name);
  return /\band\b|,.*,/i.test(printed) ? `{${printed}}` : printed;
}

/** Braces and dollars balance, `_` and `^` stand only in formulas, and no backslash ends the text. */
function isSoundTex(line: string): boolean {
  let depth = 0;
  let formula = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    if (sign === '\\') {
      // BibTeX counts escaped braces too; at the end a backslash would take the closing brace.
      if (++at >= line.length || '{}'.includes(line.charAt(at))) return false;
    } else if (sign === '{') depth++;
    else if (sign === '}' && --depth < 0) return false;
    else if (sign === '$') formula = !formula;
    else if ((sign === '_' || sign === '^') && !formula) return false;
  }
  return depth === 0 && !formula;
}
