import { describe, expect, it } from 'vitest';
import { buildRelated } from '../../src/related/engine.ts';
import { bundledPapers } from '../collections/bundled.ts';
import { tableAtHand } from './table-at-hand.ts';

const table = tableAtHand();

describe('a field of which the collection has one paper', () => {
  const papers = bundledPapers();
  const engine = buildRelated(papers, table);
  const marked = (title: string): string[] => engine.nearest({ title }, { limit: papers.length, atLeast: 'related' }).map(({ doc }) => papers[doc]?.title.slice(0, 5) ?? '');
  const score = (title: string): number => engine.nearest({ title }, { limit: 1 })[0]?.score ?? 0;

  it.each([
    ['Federated learning whose clients arrive late', 'late clients are no question of that paper'],
    ['Federated learning with decentralized clients', 'all of federated learning is decentralized'],
    ['Clients that leave: contracts for federated learning', 'contracts are not'],
  ])('%s: %s', (title) => {
    expect(score(title)).toBeGreaterThan(0.95);
    expect(marked(title)).toEqual([]);
  });

  it.each([['Federated learning with non-IID features', 'FRAug']])('%s: asks the same', (title, near) => {
    expect(marked(title)).toContain(near);
  });
});
