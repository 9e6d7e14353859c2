import type { Explanation, Neighbour, PageEntry, PageReport, PaperSummary, PaperView, SearchReply } from '../../src/messages/views.ts';

// Invented papers, in the shapes in which the worker and the page answer.

export const summary = (key: string): PaperSummary => ({ key, title: `Paper ${key}`, authors: ['Ada Lo', 'Bo Ray'], year: 2020, arxivId: `2001.0000${key.length}` });

export const neighbour = (key: string): Neighbour => ({
  paper: summary(key),
  closeness: 'related',
  terms: ['image prior', 'generator'],
  abstract: { text: `An image prior for ${key}.`, marks: [[3, 14]] },
  links: [],
});

export function found(query: string, ...keys: string[]): SearchReply {
  const hits = keys.map((key) => {
    const abstract = { text: `All about ${key}.`, marks: [] };
    return { paper: summary(key), title: { text: `Paper ${key}`, marks: [] }, abstract, excerpt: abstract };
  });
  return { query, hits, total: keys.length, named: null, similar: null, complete: true };
}

export const paperView = (key: string): PaperView => ({
  paper: summary(key),
  abstract: `All about ${key}.`,
  links: [{ label: 'arXiv', url: `https://arxiv.org/abs/${key}` }],
  citation: { bibtex: `@misc{${key}}`, text: `Ada Lo. Paper ${key}.`, link: `https://arxiv.org/abs/${key}` },
  similar: [neighbour('near')],
});

export const explanation: Explanation = { identity: null, neighbours: [neighbour('near')], abstract: { text: 'From the page.', marks: [[9, 13]] }, links: [] };

const entries: readonly PageEntry[] = [
  { index: 0, title: 'Unrelated', identity: null, relation: null },
  { index: 1, title: 'Paper mine', identity: { state: 'in collection', certainty: 'same id', paper: summary('mine') }, relation: null },
  { index: 2, title: 'A New Prior', arxivId: '2601.00002', identity: null, relation: { closeness: 'related', count: 2, nearest: summary('near'), terms: ['image prior', 'generator'], rank: 0.7 } },
];
export const report: PageReport = { url: 'https://arxiv.org/list', site: 'arXiv listing', busy: false, problem: null, lens: 'none', marked: 0, unread: 0, spent: 0, entries };
