import { describe, expect, it } from 'vitest';
import { markOf } from '../../src/content/mark.ts';
import type { Identity, PaperSummary, Relation } from '../../src/messages/views.ts';

const paper: PaperSummary = { key: 'arxiv:1711.10925', title: 'Deep Image Prior', authors: ['A'], year: 2017, arxivId: '1711.10925' };
const mine = (certainty: 'same id' | 'same title' | 'nearly the same title'): Identity => ({ state: 'in collection', certainty, paper });
const near = (more: Partial<Relation>): Relation => ({ closeness: 'related', count: 1, nearest: paper, terms: [], ...more });

describe('what a badge says', () => {
  it.each<[string, Identity | null, Relation | null, string, string, string]>([
    ['same id', mine('same id'), null, 'mine', 'In collection', 'In your collection: Deep Image Prior (same id)'],
    ['same title', mine('same title'), null, 'mine', 'In collection', 'In your collection: Deep Image Prior (same title)'],
    ['near title', mine('nearly the same title'), null, 'mine', '≈ In collection', 'In your collection, nearly the same title: Deep Image Prior'],
    ['other paper', { state: 'other paper', paper }, null, 'other', 'Same title, other paper', 'Related to Deep Image Prior: same title, other paper'],
    ['one related', null, near({}), 'related', 'Related (1)', 'Related to Deep Image Prior'],
    ['reasons', null, near({ terms: ['prior', 'image', 'noise', 'blur'] }), 'related', 'Related (1)', 'Related to Deep Image Prior: prior, image, noise'],
    ['many', null, near({ count: 4, closeness: 'strongly related', terms: ['prior'] }), 'strong', 'Strongly related (4)', 'Related to Deep Image Prior and 3 more (strongly): prior'],
    ['identity before relation', mine('same id'), near({}), 'mine', 'In collection', 'In your collection: Deep Image Prior (same id)'],
  ])('%s', (_, identity, relation, kind, text, name) => {
    expect(markOf(identity, relation)).toEqual({ kind, text, name });
  });

  it('is nothing where nothing is known', () => {
    expect(markOf(null, null)).toBeNull();
  });
});
