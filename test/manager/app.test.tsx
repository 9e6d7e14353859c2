// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../src/manager/app.tsx';
import type { PaperDetail, PaperRow } from '../../src/messages/reader-contract.ts';

const { ask, keepSource } = vi.hoisted(() => ({
  ask: vi.fn<(name: string, payload: Record<string, unknown>) => Promise<unknown>>(),
  keepSource: vi.fn<(file: Blob, name: string) => Promise<number>>(),
}));
vi.mock('../../src/browser/messages.ts', () => ({ ask }));
vi.mock('../../src/browser/sources.ts', () => ({ keepSource, takeSource: vi.fn<() => Promise<undefined>>() }));
vi.mock('../../src/browser/tell.ts', () => ({ onLookAgain: () => () => undefined }));
vi.mock('../../src/browser/storage-figures.ts', () => ({ askToPersist: async () => false }));

const root = document.createElement('div');
const row = (id: number): PaperRow => ({
  id, key: `title:paper ${id}`, title: `Paper ${id}`, authors: ['Ada Lo'], year: 2000 + (id % 20), tags: id === 1 ? ['seen'] : [], isRead: false, hasNote: false, collections: [9], added: 1, source: 'arxiv.org',
});
const detail = (id: number): PaperDetail => ({ ...row(id), abstract: `About ${id}.`, note: '', updated: 1, own: [], links: [] });
const TOTAL = 20_000;

let answers: Record<string, (payload: never) => unknown>;
const asked = (name: string) => ask.mock.calls.filter(([called]) => called === name).map(([, payload]) => payload);
const settle = (ms = 300): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const find = (selector: string): HTMLElement => {
  const element = root.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector} in ${root.textContent ?? ''}`);
  return element;
};
const button = (name: string): HTMLElement => {
  const found = Array.from(root.querySelectorAll<HTMLElement>('button')).find((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').includes(name));
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const press = async (key: string, held: KeyboardEventInit = {}): Promise<void> => {
  await act(() => void find('[role=listbox]').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })));
  await settle();
};
const click = async (element: HTMLElement): Promise<void> => {
  await act(() => element.click());
  await settle();
};

beforeEach(async () => {
  vi.useFakeTimers();
  location.hash = '';
  document.body.append(root);
  answers = {
    standing: () => ({ lens: null, lenses: 1, problem: null, change: 1, papers: TOTAL }),
    lenses: () => ({ lenses: [{ id: 5, name: 'My project', scope: { kind: 'tag', tag: 'x' }, papers: 3 }], current: null }),
    setLens: ({ id }: { id: number | null }) => ({ lens: id === null ? null : { id, name: 'My project' }, lenses: 1, problem: null, change: 1, papers: TOTAL }),
    collections: () => [{ id: 0, name: 'Paperkin’s collection', isOn: true, isBundled: true, papers: 207 }, { id: 9, name: 'Mine', isOn: true, isBundled: false, papers: 3 }],
    tags: () => [{ tag: 'seen', papers: 1 }],
    sources: () => [],
    formats: () => [{ id: 'bibtex', name: 'BibTeX', extensions: ['bib'], canPrint: true }],
    jobs: () => [],
    papers: ({ from, limit }: { from: number; limit: number }) => ({ rows: Array.from({ length: Math.min(limit, TOTAL - from) }, (_, i) => row(from + i + 1)), total: TOTAL, change: 1 }),
    paperIds: () => Array.from({ length: TOTAL }, (_, i) => i + 1),
    detail: ({ id }: { id: number }) => detail(id),
    trash: () => ({ undo: 77, what: 'Deleted 1 paper', papers: [1] }),
    undo: () => ({ undo: 78, what: 'Put back 1 paper', papers: [1] }),
    markRead: () => ({ undo: 79, what: 'Marked 1 paper', papers: [1] }),
    note: () => ({ undo: 80, what: 'Note', papers: [1] }),
  };
  ask.mockImplementation(async (name, payload) => {
    const answer = answers[name];
    if (!answer) throw new Error(`${name} was not expected`);
    return answer(payload as never);
  });
  await act(() => render(<App />, root));
  await settle();
});
afterEach(async () => {
  await act(() => render(null, root));
  root.remove();
  vi.useRealTimers();
  vi.clearAllMocks();
});

describe('the list', () => {
  test('draws some of 20,000 papers and names all', () => {
    const options = root.querySelectorAll('[role=option]');
    expect(options.length).toBeLessThan(60);
    expect(options[0]?.getAttribute('aria-setsize')).toBe('20000');
    expect(find('.head-count').textContent).toBe('20,000 papers');
  });

  test('reads another block only when it comes in sight', async () => {
    expect(asked('papers').every(({ from }) => from === 0)).toBe(true);
    await press('End');
    // Without layout nothing scrolls by itself.
    Object.defineProperty(find('[role=listbox]'), 'clientHeight', { value: 640 });
    find('[role=listbox]').scrollTop = TOTAL * 64 - 640;
    await act(() => void find('[role=listbox]').dispatchEvent(new Event('scroll')));
    await settle();
    expect(asked('papers').some(({ from }) => from === 19_900)).toBe(true);
    expect(find('.line-at').getAttribute('aria-posinset')).toBe('20000');
  });

  test('keys choose, open and delete; deleting can be undone', async () => {
    await press('ArrowDown');
    await press(' ');
    expect(find('.bulk').textContent).toContain('1 paper chosen');
    await press('Enter');
    expect(find('.detail-title').textContent).toBe('Paper 1');
    await press('Delete');
    expect(asked('trash')).toEqual([{ which: { ids: [1] } }]);
    expect(find('.toast').textContent).toContain('Deleted 1 paper');
    await click(button('Undo'));
    expect(asked('undo')).toEqual([{ token: 77 }]);
    expect(find('.toast').textContent).toContain('Put back 1 paper');
  });

  test('all are chosen by one key, without being drawn', async () => {
    await press('a', { ctrlKey: true });
    expect(find('.bulk').textContent).toContain('20,000 papers chosen');
  });

  test('a failure is said, and what is shown stays', async () => {
    answers['markRead'] = () => {
      throw new Error('the disk is full');
    };
    await press('ArrowDown');
    await press('r');
    expect(find('.toast').textContent).toContain('the disk is full');
    expect(root.querySelectorAll('[role=option]').length).toBeGreaterThan(0);
  });

  test('a collection, a tag and words narrow the list', async () => {
    await click(button('Mine'));
    await click(button('seen'));
    expect(asked('papers').at(-1)).toMatchObject({ query: { filter: { collection: 9, tag: 'seen' } } });
    const input = find('input[type=search]') as HTMLInputElement;
    await act(() => {
      input.value = 'prior';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await settle();
    expect(asked('papers').at(-1)).toMatchObject({ query: { words: 'prior', sort: 'relevance', filter: { collection: 9, tag: 'seen' } } });
  });
});

describe('the open paper', () => {
  test('its note is saved while it is written, and once more when it is left', async () => {
    await click(find('[role=option]'));
    const field = find('.detail textarea') as HTMLTextAreaElement;
    const write = async (words: string, wait: number): Promise<void> => {
      await act(() => {
        field.value = words;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
      await settle(wait);
    };
    await write('read this', 700);
    expect(asked('note')).toEqual([{ id: 1, note: 'read this' }]);
    await write('read this again', 10);
    await click(button('Close the paper'));
    expect(asked('note').at(-1)).toEqual({ id: 1, note: 'read this again' });
  });
});

describe('the places', () => {
  test('a lens is set from the top', async () => {
    const select = find('.lens select') as HTMLSelectElement;
    await act(() => {
      select.value = '5';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await settle();
    expect(asked('setLens')).toEqual([{ id: 5 }]);
  });

  test('an import is read step by step, looked at, and written when the reader says so', async () => {
    const stages = ['reading', 'reading', 'preview'];
    const job = (stage: string, cursor = 0) => ({ id: 3, stage, fileName: 'my.bib', format: 'BibTeX', size: 10, read: 5, cursor, counts: { new: 2, merged: 0, same: 0, problems: 1 }, collection: null, started: 1, undo: null, problem: null });
    Object.assign(answers, {
      jobs: () => [job('reading')],
      continueJob: () => job(stages.shift() ?? 'preview'),
      preview: ({ kind }: { kind: string }) => ({ rows: [{ n: 0, line: 4, kind, text: 'A New Paper', authors: [], notes: ['no year'], fills: [] }], total: 1 }),
      commitImport: () => job('done'),
    });
    await act(() => {
      location.hash = '#import';
      window.dispatchEvent(new Event('hashchange'));
    });
    // Each stage draws the next part, which asks on.
    for (let part = 0; part < 4; part++) await settle();
    expect(asked('continueJob')).toHaveLength(3);
    expect(find('.entries').textContent).toContain('line 4');
    await click(button('Import 2 papers'));
    expect(find('.job').textContent).toContain('Imported 2 new papers');
    expect(find('.job').textContent).toContain('skipped 1 entry');
  });

  test('what is wrong with the store is said, with the way to safety', async () => {
    await act(() => render(null, root));
    answers['standing'] = () => ({ lens: null, problem: 'The database could not be opened.', change: 2, papers: 0 });
    await act(() => render(<App />, root));
    await settle();
    expect(find('[role=alert]').textContent).toContain('The database could not be opened.');
  });
});
