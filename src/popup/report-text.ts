import type { PageReport } from '../messages/views.ts';

/** One line of what was found on a page: what it is about, and the figure. */
export type Fact = readonly [name: string, value: string];

/** What was found on a page, without a word of what the reader has or reads: kinds and numbers only. */
export function factsOf({ site, entries, marked, unread, spent, busy, problem, url }: PageReport): readonly Fact[] {
  const kind = (is: (entry: PageReport['entries'][number]) => boolean): string => String(entries.filter(is).length);
  return [
    ['Page', bareAddress(url)],
    ['Read as', site ?? 'no page of papers'],
    ['Titles found', String(entries.length)],
    ['in the collection', kind(({ identity }) => identity?.state === 'in collection')],
    ['same title, other paper', kind(({ identity }) => identity?.state === 'other paper')],
    ['related', kind(({ identity, relation }) => identity === null && relation !== null)],
    ['with an arXiv id', kind(({ arxivId }) => arxivId !== undefined)],
    ['with an abstract', kind(({ abstract }) => abstract !== undefined)],
    ['Marks on the page', String(marked)],
    ['Could not be read', String(unread)],
    ['Time spent on the page', `${spent} ms`],
    ...(busy ? [['Still reading', 'yes'] as const] : []),
    ...(problem ? [['Problem', problem] as const] : []),
  ];
}

/** For pasting into a report of a fault. */
export const reportText = (facts: readonly Fact[], version: string, browser: string): string =>
  [`Paperkin ${version}, ${browser}`, ...facts.map(([name, value]) => `${name}: ${value}`)].join('\n');

/** An address with the names of its parameters but not what they were given: that may be what somebody searched for. */
export function bareAddress(address: string): string {
  if (!URL.canParse(address)) return 'unknown';
  const url = new URL(address);
  const names = [...new Set(url.searchParams.keys())].map(encodeURIComponent);
  return `${url.origin}${url.pathname}${names.length > 0 ? `?${names.join('&')}` : ''}`;
}

/** "Firefox 153" of a user agent; Chromium's kin all call themselves Chrome. */
export const browserName = (agent: string): string => (/\b(?:Firefox|Edg|Chrome)\/\d+/.exec(agent)?.[0] ?? 'unknown browser').replace('/', ' ');
