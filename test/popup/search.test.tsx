// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SearchReply } from '../../src/messages/views.ts';
import { type Search, useSearch } from '../../src/popup/search.ts';
import { found } from './samples.ts';

const ask = vi.hoisted(() => vi.fn<(name: string, payload: { query: string }) => Promise<SearchReply>>());
vi.mock('../../src/browser/messages.ts', () => ({ ask }));

let now: Search;
function Probe({ query }: { readonly query: string }) {
  now = useSearch(query);
  return null;
}
const box = document.createElement('div');
const type = (query: string): Promise<void> => act(() => render(<Probe query={query} />, box));
const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const asked = (): string[] => ask.mock.calls.map(([, { query }]) => query);

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  render(null, box);
  vi.useRealTimers();
  ask.mockReset();
});

describe('searching as one types', () => {
  test('only a pause of typing is worth a question; blank asks nothing', async () => {
    ask.mockImplementation(async (_, { query }) => found(query, 'a'));
    await type('  ');
    await type('g');
    await type('ga');
    await type('gan ');
    await pass(100);
    expect(asked()).toEqual(['gan']);
    expect(now).toMatchObject({ fresh: true, reply: { total: 1 } });
  });

  test('a late answer to an older query is dropped', async () => {
    const slow = new Map<string, (reply: SearchReply) => void>();
    ask.mockImplementation((_, { query }) => new Promise((answer) => slow.set(query, answer)));
    await type('old');
    await pass(100);
    await type('new');
    await pass(100);
    await act(async () => slow.get('new')?.(found('new', 'b')));
    await act(async () => slow.get('old')?.(found('old', 'a')));
    await pass(100);
    expect(now.reply?.query).toBe('new');
    expect(now.fresh).toBe(true);
  });

  test('while the new answer is awaited the old one stays, and says that it is old', async () => {
    ask.mockResolvedValueOnce(found('old', 'a')).mockReturnValueOnce(new Promise(() => undefined));
    await type('old');
    await pass(100);
    await type('new');
    await pass(100);
    expect(now).toMatchObject({ fresh: false, reply: { query: 'old' } });
  });

  test('half an answer is shown, and the rest asked for', async () => {
    ask.mockResolvedValueOnce({ ...found('gan', 'a'), complete: false }).mockResolvedValueOnce(found('gan', 'a', 'b'));
    await type('gan');
    await pass(45);
    expect(now.reply?.total).toBe(1);
    await pass(100);
    expect(now.reply?.total).toBe(2);
    await pass(5_000);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('a failure is told, and can be asked again', async () => {
    ask.mockRejectedValueOnce(new Error('out of order')).mockResolvedValueOnce(found('gan', 'a'));
    await type('gan');
    await pass(100);
    expect(now.failed).toBe('out of order');
    await act(() => now.again());
    await pass(100);
    expect(now).toMatchObject({ failed: null, fresh: true });
  });

  test('clearing lets the answer go', async () => {
    ask.mockResolvedValue(found('gan', 'a'));
    await type('gan');
    await pass(100);
    await type('');
    expect(now.reply).toBeNull();
  });
});
