import { describe, expect, test } from 'vitest';
import { type ManagerState, refined, START, step, type Step } from '../../src/manager/manager-state.ts';

const after = (...steps: Step[]): ManagerState => steps.reduce(step, START);

describe('where the reader is', () => {
  test('another list begins anew: nothing chosen, nothing open', () => {
    const state = after({ do: 'toggle', id: 3, at: 2 }, { do: 'open', id: 3, at: 2 }, { do: 'list', filter: { collection: 7 } });
    expect(state).toMatchObject({ at: -1, open: null, query: { filter: { collection: 7 } } });
    expect(state.selected.size).toBe(0);
  });

  test('words bring the best first, and the old order comes back without them', () => {
    const byTitle = after({ do: 'sort', sort: 'title', isDescending: false });
    const found = step(byTitle, { do: 'words', words: 'prior' });
    expect(found.query).toMatchObject({ words: 'prior', sort: 'relevance' });
    expect(step(found, { do: 'words', words: ' ' }).query).toEqual({ sort: 'added', isDescending: true });
    expect(step(step(found, { do: 'sort', sort: 'year', isDescending: true }), { do: 'words', words: 'prior i' }).query.sort).toBe('year');
  });

  test('words stay within the collection, and leave it with the collection', () => {
    const within = after({ do: 'list', filter: { collection: 7 } }, { do: 'words', words: 'x' });
    expect(within.query.filter).toEqual({ collection: 7 });
    expect(step(within, { do: 'list', filter: {} }).query.words).toBeUndefined();
  });

  test('a filter part set to undefined is gone', () => expect(refined({ tag: 'a', from: 2000 }, { tag: undefined })).toEqual({ from: 2000 }));

  test('choosing twice chooses no more', () => {
    const once = after({ do: 'toggle', id: 3, at: 0 });
    expect([...once.selected]).toEqual([3]);
    expect(step(once, { do: 'toggle', id: 3, at: 0 }).selected.size).toBe(0);
  });
});
