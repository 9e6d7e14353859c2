import type { Closeness, PaperSummary } from '../messages/views.ts';

const numbers = new Intl.NumberFormat('en');

/** "1 paper", "1,204 papers". */
export const count = (n: number, one: string, many = `${one}s`): string => `${numbers.format(n)} ${n === 1 ? one : many}`;

/** "A, B and C", or "A, B, C and 5 others" beyond `most`; empty where no author is known. */
export function byline(authors: readonly string[], most = 3): string {
  const shown = authors.length <= most + 1 ? authors : authors.slice(0, most);
  const rest = authors.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} others`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** Authors and year in one line, whichever are known: "A and B · 2017". */
export const source = ({ authors, year }: Pick<PaperSummary, 'authors' | 'year'>, most?: number): string =>
  [byline(authors, most), year === undefined ? '' : String(year)].filter(Boolean).join('\u00a0·\u00a0');

export const CLOSENESS: Readonly<Record<Closeness, string>> = {
  'strongly related': 'Strongly related',
  related: 'Related',
  'loosely related': 'Loosely related',
};
