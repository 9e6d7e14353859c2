import { describe, expect, it } from 'vitest';
import { type PageState, report } from '../../src/content/report.ts';
import type { Row } from '../../src/content/rows.ts';

const state = (more: Partial<PageState>): PageState => ({
  url: new URL('https://arxiv.org/list/cs/new'),
  site: 'arXiv listing',
  kind: 'listing',
  empty: false,
  rows: [],
  asking: false,
  failure: null,
  quiet: 5000,
  lens: 'none',
  marked: 0,
  unread: 0,
  spent: 12.3,
  ...more,
});
const row = { index: 3, mention: { title: 'T', arxivId: '1711.10925' }, identity: undefined, relation: undefined } as unknown as Row;

describe('what the popup is told of a page', () => {
  it.each<[string, Partial<PageState>, string | null, boolean]>([
    ['no title where some are expected', {}, '0 titles found on a listing page', false],
    ['none on a paper page', { kind: 'paper' }, '0 titles found on a paper page', false],
    ['none yet: it may still come', { quiet: 300 }, null, true],
    ['none, and the page says so itself', { empty: true }, null, false],
    ['a page nobody serves', { site: null, kind: undefined }, null, false],
    ['titles and all answers', { rows: [row] }, null, false],
    ['titles still being asked for', { rows: [row], asking: true }, null, true],
    ['a scan under way', { rows: [row], quiet: 0 }, null, true],
    ['a worker that does not answer', { rows: [row], failure: 'no answer' }, 'no answer', false],
  ])('%s', (_, more, problem, busy) => {
    expect(report(state(more))).toMatchObject({ problem, busy });
  });

  it('holds each title with what is known of it', () => {
    expect(report(state({ rows: [row] })).entries).toEqual([{ index: 3, title: 'T', arxivId: '1711.10925', identity: null, relation: null }]);
  });
});
