import { describe, expect, it } from 'vitest';
import { type Mark, markOf } from '../../src/content/mark.ts';
import type { Identity, PaperSummary, Relation } from '../../src/messages/views.ts';

const paper: PaperSummary = { key: 'arxiv:1711.10925', title: 'Deep Image Prior', authors: ['A'], year: 2017, arxivId: '1711.10925' };
const mine = (certainty: 'same id' | 'same title' | 'nearly the same title' | 'partial title'): Identity => ({ state: 'in collection', certainty, paper });
const near = (more: Partial<Relation>): Relation => ({ closeness: 'related', count: 1, nearest: paper, terms: [], rank: 0.7, ...more });

describe('what a badge says', () => {
  it.each<[string, Identity | null, Relation | null, Mark]>([
    ['same id', mine('same id'), null, { kind: 'mine', text: 'In your collection', name: 'In your collection: Deep Image Prior (same id)' }],
    ['same title', mine('same title'), null, { kind: 'mine', text: 'In your collection', name: 'In your collection: Deep Image Prior (same title)' }],
    ['near title', mine('nearly the same title'), null, { kind: 'nearly mine', text: 'In your collection', name: 'In your collection, nearly the same title: Deep Image Prior' }],
    ['a title that is cut', mine('partial title'), null, { kind: 'nearly mine', text: 'In your collection', name: 'In your collection, partial title: Deep Image Prior' }],
    ['other paper', { state: 'other paper', paper }, null, { kind: 'other', text: 'Same title, other paper', name: 'Related to Deep Image Prior: same title, other paper' }],
    ['one related', null, near({}), { kind: 'related', text: 'Related (1)', name: 'Related to Deep Image Prior' }],
    ['reasons', null, near({ terms: ['prior', 'image', 'noise', 'blur'] }), { kind: 'related', text: 'Related (1)', name: 'Related to Deep Image Prior: prior, image, noise' }],
    [
      'many',
      null,
      near({ count: 4, closeness: 'strongly related', terms: ['prior'] }),
      { kind: 'strong', text: 'Strongly related (4)', name: 'Related to Deep Image Prior and 3 more, strongly related: prior' },
    ],
    ['a lens', { ...mine('same id'), lens: 'Thesis' } as Identity, null, { kind: 'mine', text: 'In your collection · Thesis', name: 'In your collection · Thesis: Deep Image Prior (same id)' }],
    ['related through a lens', null, near({ lens: 'Thesis' }), { kind: 'related', text: 'Related to Thesis (1)', name: 'Related to Thesis: Deep Image Prior' }],
    ['identity before relation', mine('same id'), near({}), { kind: 'mine', text: 'In your collection', name: 'In your collection: Deep Image Prior (same id)' }],
  ])('%s', (_, identity, relation, expected) => {
    const mark = markOf(identity, relation);
    expect(mark).toEqual(expected);
    expect(mark?.name.toLowerCase()).toContain(expected.text.toLowerCase().replace(/ \(\d+\)$/, ''));
  });

  it('is nothing where nothing is known', () => {
    expect(markOf(null, null)).toBeNull();
  });
});
