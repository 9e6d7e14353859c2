import { describe, expect, test } from 'vitest';
import { arrive, type PopupState, START, type Step, standAt, step } from '../../src/popup/popup-state.ts';

const after = (steps: readonly Step[], from: PopupState = START): PopupState => steps.reduce(step, from);
const paper = (key: string) => ({ kind: 'paper', key }) as const;

describe('a step', () => {
  test('typing starts the list anew', () => {
    const state = after([
      { do: 'activate', row: 'entry 1' },
      { do: 'toggle', row: 'entry 1' },
      { do: 'type', query: 'gan' },
    ]);
    expect(state.list).toEqual({ query: 'gan', active: null, expanded: [], rest: false, scroll: 0 });
  });

  test('typing what is already there changes nothing', () => {
    const state = after([{ do: 'type', query: 'gan' }, { do: 'activate', row: 'hit a' }]);
    expect(step(state, { do: 'type', query: 'gan' })).toBe(state);
  });

  test('toggle shows and hides, in the place now shown', () => {
    const list = after([{ do: 'toggle', row: 'a' }, { do: 'toggle', row: 'b' }, { do: 'toggle', row: 'a' }]);
    expect(list.list.expanded).toEqual(['b']);
    const view = after([{ do: 'open', target: paper('p'), scroll: 0 }, { do: 'toggle', row: 'q' }], list);
    expect(view.list.expanded).toEqual(['b']);
    expect(view.trail[0]?.expanded).toEqual(['q']);
  });

  test('back returns to the same query, row and scroll', () => {
    const list = after([{ do: 'type', query: 'gan' }, { do: 'activate', row: 'hit a' }, { do: 'toggle', row: 'hit a' }]);
    const back = after([{ do: 'open', target: paper('a'), scroll: 120 }, { do: 'back' }], list);
    expect(back).toEqual(standAt(list, 120));
  });

  test('back from a similar paper returns to the paper it was opened from', () => {
    const state = after([
      { do: 'open', target: paper('a'), scroll: 10 },
      { do: 'open', target: paper('b'), scroll: 300, left: 'b' },
      { do: 'back' },
    ]);
    expect(state.trail).toEqual([{ kind: 'paper', key: 'a', left: 'b', expanded: [], scroll: 300 }]);
    expect(state.list.scroll).toBe(10);
  });

  test('home returns to the search box, wherever one is', () => {
    const state = after([
      { do: 'type', query: 'gan' },
      { do: 'activate', row: 'hit a' },
      { do: 'open', target: paper('a'), scroll: 5 },
      { do: 'open', target: paper('b'), scroll: 5 },
      { do: 'home' },
    ]);
    expect(state.trail).toEqual([]);
    expect(state.list).toMatchObject({ query: 'gan', active: null });
  });

  test('an endless walk keeps its last steps', () => {
    const steps = Array.from({ length: 100 }, (_, i) => ({ do: 'open', target: paper(`p${i}`), scroll: 0 }) as const);
    const { trail } = after(steps);
    expect(trail).toHaveLength(30);
    expect(trail.at(-1)).toMatchObject({ key: 'p99' });
  });
});

describe('arriving', () => {
  const onA = { ...START, page: 'https://a.test/' };
  const searched = after([{ do: 'type', query: 'gan' }, { do: 'activate', row: 'hit a' }, { do: 'open', target: paper('a'), scroll: 40 }], onA);
  const looked = after([{ do: 'activate', row: 'entry 2' }, { do: 'open', target: paper('a'), scroll: 40 }], onA);

  test('on the same page everything is as it was', () => {
    expect(arrive(searched, 'https://a.test/', undefined)).toEqual(searched);
    expect(arrive(looked, 'https://a.test/', undefined)).toEqual(looked);
  });

  test('on another page a search stays, another page’s titles do not', () => {
    expect(arrive(searched, 'https://b.test/', undefined)).toEqual({ ...searched, page: 'https://b.test/' });
    expect(arrive(looked, 'https://b.test/', undefined)).toEqual({ ...START, page: 'https://b.test/' });
  });

  test('help is not what one wants to come back to', () => {
    expect(arrive(step(searched, { do: 'open', target: { kind: 'help' }, scroll: 0 }), 'https://a.test/', undefined).trail).toHaveLength(1);
  });

  test('the paper somebody asked to see is shown, above the list as it was', () => {
    const state = arrive(searched, 'https://a.test/', 'arxiv:2001.00001');
    expect(state.trail).toMatchObject([{ kind: 'paper', key: 'arxiv:2001.00001' }]);
    expect(step(state, { do: 'back' }).list).toEqual(searched.list);
  });
});
