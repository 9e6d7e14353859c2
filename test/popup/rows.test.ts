import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/messages/contract.ts';
import type { PageEntry, PageReport, SearchReply } from '../../src/messages/views.ts';
import { mentionOf, pageGroups, searchGroups } from '../../src/popup/rows.ts';
import { summary } from './samples.ts';

const entry = (index: number, more: Partial<PageEntry> = {}): PageEntry => ({ index, title: `Title ${index}`, identity: null, relation: null, ...more });
const report = (...entries: PageEntry[]): PageReport => ({ url: 'https://arxiv.org/list', site: 'arXiv listing', busy: false, problem: null, lens: 'none', marked: 0, unread: 0, spent: 0, entries });
const relation = (closeness: 'related' | 'strongly related', count = 1) => ({ closeness, count, nearest: summary('a'), terms: ['image prior'], rank: 0.7 });

describe('a page’s groups', () => {
  const { groups, rest } = pageGroups(
    report(
      entry(0),
      entry(1, { relation: relation('related', 9) }),
      entry(2, { identity: { state: 'in collection', certainty: 'same id', paper: summary('b') } }),
      entry(3, { relation: relation('strongly related') }),
      entry(4, { identity: { state: 'other paper', paper: summary('b') } }),
      entry(5, { relation: relation('strongly related', 2) }),
    ),
  );

  test('the collection’s own first, then the closest, the others apart', () => {
    expect(groups.map((group) => [group.id, group.rows.map((row) => row.id)])).toEqual([
      ['mine', ['entry 2']],
      ['close', ['entry 5', 'entry 3', 'entry 1', 'entry 4']],
    ]);
    expect(rest.rows.map((row) => row.id)).toEqual(['entry 0']);
  });

  test('a paper of the collection opens as such, with the certainty and its place on the page', () => {
    expect(groups[0]?.rows[0]?.target).toEqual({ kind: 'paper', key: 'b', certainty: 'same id', entry: { page: 'https://arxiv.org/list', index: 2 } });
  });

  test('the same title of another paper opens as what the page names', () => {
    expect(groups[1]?.rows.at(-1)?.target).toMatchObject({ kind: 'entry', mention: { title: 'Title 4' } });
  });

  test('an empty group is no group', () => {
    expect(pageGroups(report(entry(0))).groups).toEqual([]);
  });
});

describe('a search’s groups', () => {
  const marked = { text: 'text', marks: [] };
  const hit = (key: string) => ({ paper: summary(key), title: marked, abstract: marked, excerpt: marked });
  const reply: SearchReply = { query: 'q', hits: [hit('a'), hit('b')], total: 2, named: null, similar: null, complete: true };

  test('hits, and what is similar to the best of them', () => {
    const near = { paper: summary('c'), closeness: 'related', terms: [], abstract: marked, links: [] } as const;
    const groups = searchGroups({ ...reply, similar: { to: summary('a'), neighbours: [near] } });
    expect(groups.map((group) => [group.label, group.rows.length])).toEqual([
      ['Matching', 2],
      ['Similar to “Paper a”', 1],
    ]);
  });

  test('a paper that the query names stands alone, with the certainty', () => {
    const [named, others] = searchGroups({ ...reply, named: 'same title' });
    expect(named?.rows).toMatchObject([{ id: 'hit a', identity: { state: 'in collection', certainty: 'same title' } }]);
    expect(others?.rows).toMatchObject([{ id: 'hit b', identity: null }]);
  });

  test('nothing found, no groups', () => {
    expect(searchGroups({ ...reply, hits: [], total: 0 })).toEqual([]);
  });
});

test('what is asked about an entry keeps within the sizes that the worker takes', () => {
  const long = 'x'.repeat(20_000);
  const mention = mentionOf(entry(1, { title: long, abstract: long, authors: Array<string>(300).fill(long) }));
  expect(mention.title).toHaveLength(LIMITS.title);
  expect(mention.abstract).toHaveLength(LIMITS.abstract);
  expect(mention.authors).toHaveLength(LIMITS.authors);
  expect(mention.authors?.[0]).toHaveLength(LIMITS.name);
  expect(mentionOf(entry(1))).toEqual({ title: 'Title 1' });
});
