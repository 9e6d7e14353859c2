// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Ask, mostUrgent, Queue } from '../../src/content/queue.ts';
import type { Row } from '../../src/content/rows.ts';
import type { Identity, Relation } from '../../src/messages/views.ts';
import type { Mention } from '../../src/paper/paper.ts';

const row = (title: string, more: Partial<Row> = {}): Row => ({
  index: 0,
  title: document.createElement('h2'),
  anchor: null,
  main: false,
  mention: { title, abstract: 'An abstract.' },
  key: title,
  top: 0,
  text: title,
  url: '',
  here: true,
  identity: undefined,
  relation: undefined,
  loose: undefined,
  ...more,
});
const paper = { key: 'k', title: 'Mine', authors: [] };
const MINE: Identity = { state: 'in collection', certainty: 'same id', paper };
const NEAR: Relation = { closeness: 'related', count: 1, nearest: paper, terms: [], rank: 0.7 };

interface Asked {
  readonly name: string;
  readonly mentions: readonly Mention[];
}

/** A worker in which the papers called "mine" are in the collection and all others related. */
function worker(asked: Asked[], fail: () => boolean = () => false): Ask {
  return ((name: string, { mentions }: { mentions: readonly Mention[] }) => {
    asked.push({ name, mentions });
    if (fail()) return Promise.reject(new Error('gone'));
    return Promise.resolve(mentions.map(({ title }) => (name === 'relate' ? NEAR : title.startsWith('mine') ? MINE : null)));
  }) as Ask;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the queue', () => {
  it('identifies all, then relates those that are not in the collection', async () => {
    const asked: Asked[] = [];
    const answered: string[] = [];
    const queue = new Queue({ ask: worker(asked), answered: (rows) => answered.push(...rows.map((row) => row.mention.title)), failed: () => undefined });
    queue.add([row('mine'), row('other')]);
    expect(queue.busy).toBe(true);
    await vi.runAllTimersAsync();
    expect(queue.busy).toBe(false);
    expect(asked.map(({ name, mentions }) => [name, mentions.map(({ title }) => title)])).toEqual([['identify', ['mine', 'other']], ['relate', ['other']]]);
    expect(answered).toEqual(['mine', 'other', 'other']);
  });

  it('carries abstracts only where they are compared', async () => {
    const asked: Asked[] = [];
    new Queue({ ask: worker(asked), answered: () => undefined, failed: () => undefined }).add([row('other')]);
    await vi.runAllTimersAsync();
    expect(asked.map(({ mentions }) => mentions[0]?.abstract)).toEqual([undefined, 'An abstract.']);
  });

  it('asks in batches of at most a hundred', async () => {
    const asked: Asked[] = [];
    new Queue({ ask: worker(asked), answered: () => undefined, failed: () => undefined }).add(Array.from({ length: 250 }, (_, i) => row(`mine ${i}`, { top: 5000 + i })));
    await vi.runAllTimersAsync();
    expect(asked.map(({ mentions }) => mentions.length)).toEqual([100, 100, 50]);
    expect(new Set(asked.flatMap(({ mentions }) => mentions.map(({ title }) => title))).size).toBe(250);
  });

  it('drops the answers of titles that have left', async () => {
    const answered: Row[] = [];
    const left = row('mine');
    new Queue({ ask: worker([]), answered: (rows) => answered.push(...rows), failed: () => undefined }).add([left]);
    left.here = false;
    await vi.runAllTimersAsync();
    expect(answered).toEqual([]);
  });

  it('does not ask what it knows', async () => {
    const asked: Asked[] = [];
    new Queue({ ask: worker(asked), answered: () => undefined, failed: () => undefined }).add([row('a', { identity: MINE }), row('b', { identity: null, relation: NEAR }), row('c', { identity: null })]);
    await vi.runAllTimersAsync();
    expect(asked.map(({ name, mentions }) => [name, mentions[0]?.title])).toEqual([['relate', 'c']]);
  });

  it('tries again, then gives up and says so', async () => {
    let left = 2;
    const failures: unknown[] = [];
    const answered: Row[] = [];
    const fails = (): boolean => left-- > 0;
    const options = { answered: (rows: readonly Row[]) => answered.push(...rows), failed: (problem: unknown) => failures.push(problem) };
    new Queue({ ask: worker([], fails), ...options }).add([row('mine')]);
    await vi.runAllTimersAsync();
    expect([answered.length, failures.length]).toEqual([1, 0]);
    left = 3;
    new Queue({ ask: worker([], fails), ...options }).add([row('mine')]);
    await vi.runAllTimersAsync();
    expect([answered.length, failures.length]).toEqual([1, 1]);
  });
});

const at = (...tops: number[]): Row[] => tops.map((top) => row(String(top), { top }));
const picked = (rows: readonly Row[], most: number): number[] => mostUrgent(rows, most, 1000, 800).map(({ top }) => top);

describe('what is asked first', () => {
  it.each<[string, number[], number, number[]]>([
    ['what is in sight, alone', [10, 1100, 2000, 1700], 100, [1100, 1700]],
    ['then what comes below, nearest first', [10, 4000, 2000], 2, [2000, 4000]],
    ['then what has gone by, nearest first', [10, 500, 2000], 100, [2000, 500, 10]],
    ['never more than a batch', [1100, 1200, 1300], 2, [1100, 1200]],
  ])('%s', (_, tops, most, expected) => {
    expect(picked(at(...tops), most)).toEqual(expected);
  });
});
