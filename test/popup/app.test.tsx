// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../src/popup/app.tsx';
import { kept, wanted } from '../../src/popup/memory.ts';
import { arrive, type PopupState, START } from '../../src/popup/popup-state.ts';
import { explanation, found, paperView, report } from './samples.ts';

const { ask, askPage, session, openTab } = vi.hoisted(() => ({
  ask: vi.fn<(name: string, payload: { query?: string; key?: string }) => Promise<unknown>>(),
  askPage: vi.fn<(tab: number, name: string, payload: unknown) => Promise<unknown>>(),
  session: new Map<string, unknown>(),
  openTab: vi.fn<(url: string) => Promise<void>>(),
}));
vi.mock('../../src/browser/messages.ts', () => ({ ask, askPage }));
vi.mock('../../src/browser/permissions.ts', () => ({ sitesAllowed: async () => true, askForSites: async () => true }));
vi.mock('../../src/browser/anywhere.ts', () => ({ askAnywhere: async () => null }));
vi.mock('../../src/browser/granted-sites.ts', () => ({ isGranted: async () => false, askForSite: async () => true, giveSiteBack: async () => true }));
vi.mock('../../src/browser/commands.ts', () => ({ shortcut: async () => 'Alt+Shift+L', openShortcutSettings: async () => undefined }));
vi.mock('../../src/browser/popup.ts', () => ({ openLibraryPage: async () => undefined }));
vi.mock('../../src/browser/tabs.ts', () => ({ activeTab: async () => undefined, openTab }));
vi.mock('../../src/browser/about.ts', () => ({ version: () => '0.1.0' }));
vi.mock('../../src/browser/session.ts', () => ({
  recall: async (name: string) => session.get(name),
  remember: async (name: string, value: unknown) => void session.set(name, structuredClone(value)),
  forget: async (name: string) => void session.delete(name),
}));

const root = document.createElement('div');
const clipboard = vi.fn<(text: string) => Promise<void>>();
const find = (selector: string): HTMLElement => {
  const element = root.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
};
const input = (): HTMLInputElement => find('[role=combobox]') as HTMLInputElement;
const options = (): string[] => Array.from(root.querySelectorAll('[role=option] .row-title'), (title) => title.textContent ?? '');
const active = (): string | undefined => {
  const id = input().getAttribute('aria-activedescendant');
  return id === null ? undefined : (root.querySelector(`#${id} .row-title`)?.textContent ?? 'nothing there');
};
const settle = (ms = 120): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const press = async (key: string, held: KeyboardEventInit = {}): Promise<void> => {
  await act(() => void (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })));
  await settle();
};
const type = async (text: string): Promise<void> => {
  await act(() => {
    input().value = text;
    input().dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await settle();
};
const open = async (opened: PopupState = START): Promise<void> => {
  await act(() => render(<App opened={opened} tab={{ id: 1 }} />, root));
  await settle();
};

beforeEach(() => {
  vi.useFakeTimers();
  document.body.append(root);
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: clipboard } });
  vi.spyOn(window, 'close').mockImplementation(() => undefined);
  askPage.mockImplementation(async (_tab, name) => (name === 'pageReport' ? report : true));
  ask.mockImplementation(async (name, { query = '', key = '' }) => {
    if (name === 'search') return query === 'nothing' ? found(query) : found(query, 'a', 'b', 'c');
    return name === 'paper' ? paperView(key) : explanation;
  });
});
afterEach(() => {
  render(null, root);
  vi.useRealTimers();
  vi.resetAllMocks();
  session.clear();
});

describe('the popup by keyboard', () => {
  test('opens on this page with the focus in the search box', async () => {
    await open();
    expect(document.activeElement).toBe(input());
    expect(options()).toEqual(['Paper mine', 'A New Prior']);
    expect(root.querySelector('.place-words')?.textContent).toBe('arXiv listing: 3 titles, 1 in your collection, 1 close to it');
    expect(input().getAttribute('aria-expanded')).toBe('true');
    expect(active()).toBeUndefined();
  });

  test('an option is named by its title first, and holds nothing interactive', async () => {
    await open();
    const [first] = root.querySelectorAll('[role=option]');
    expect(first?.textContent).toMatch(/^Paper mine.*In your collection.*same id/);
    expect(root.querySelectorAll('[role=listbox] :is(a, button, input)')).toHaveLength(0);
  });

  test('arrows choose, the side arrows show and hide the abstract', async () => {
    await open();
    await press('ArrowDown');
    await press('ArrowDown');
    expect(active()).toBe('A New Prior');
    await press('ArrowRight');
    expect(find('.item-active .abstract').textContent).toBe('From the page.');
    expect(find('.item-active mark').textContent).toBe('page');
    expect(find('.sr-only[role=status]').textContent).toBe('From the page.');
    await press('ArrowLeft');
    expect(root.querySelector('.item-active .abstract')).toBeNull();
    await press('ArrowUp');
    await press('ArrowUp');
    expect(active()).toBeUndefined();
  });

  test('Enter opens, Escape comes back to the same query and row', async () => {
    await open();
    await type('gan');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    expect(find('h1').textContent).toBe('Paper b');
    expect(document.activeElement).toBe(find('h1'));
    await press('Escape');
    expect(input().value).toBe('gan');
    expect(active()).toBe('Paper b');
  });

  test('Enter with nothing chosen opens the best', async () => {
    await open();
    await type('gan');
    await press('Enter');
    expect(find('h1').textContent).toBe('Paper a');
  });

  test('Enter before the answer waits for it, and opens nothing of an older query', async () => {
    await open();
    await type('gan');
    const slow: ((reply: unknown) => void)[] = [];
    ask.mockImplementationOnce(() => new Promise((answer) => slow.push(answer)));
    await type('gan prior');
    await press('Enter');
    expect(root.querySelector('[role=combobox]')).not.toBeNull();
    ask.mockImplementation(async (_, { key = '' }) => paperView(key));
    await act(async () => slow[0]?.(found('gan prior', 'z')));
    await settle();
    expect(find('h1').textContent).toBe('Paper z');
  });

  test('Enter is forgotten when the reader types on', async () => {
    await open();
    ask.mockImplementationOnce(() => new Promise(() => undefined));
    await type('ga');
    await press('Enter');
    await type('gan');
    expect(active()).toBeUndefined();
    expect(options()).toHaveLength(3);
  });

  test('Escape clears the search first, then closes', async () => {
    await open();
    await type('gan');
    await press('Escape');
    expect(input().value).toBe('');
    expect(window.close).not.toHaveBeenCalled();
    await press('Escape');
    expect(window.close).toHaveBeenCalled();
  });

  test('letters act on the chosen paper, and are letters before', async () => {
    await open();
    await type('gan');
    await press('c');
    expect(clipboard).not.toHaveBeenCalled();
    await press('ArrowDown');
    await press('c');
    expect(clipboard).toHaveBeenCalledWith('@misc{a}');
    expect(find('.toast').textContent).toBe('Copied the BibTeX');
    await settle(4_000);
    expect(find('.toast').textContent).toBe('');
    await press('o');
    expect(openTab).toHaveBeenCalledWith('https://arxiv.org/abs/2001.00001');
  });

  test('a title that is not in the collection is copied as a line', async () => {
    await open();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('c', { ctrlKey: true });
    expect(clipboard).toHaveBeenCalledWith('A New Prior. https://arxiv.org/abs/2601.00002');
  });

  test('what could not be copied is said', async () => {
    clipboard.mockRejectedValue(new Error('not allowed'));
    await open();
    await press('ArrowDown');
    await press('c');
    expect(find('.toast').textContent).toBe('Not copied: not allowed');
  });

  test('? shows the keys and the key in use, / goes to the search box', async () => {
    await open();
    await press('?');
    expect(find('h1').textContent).toBe('Keys and search words');
    expect(find('.help kbd').textContent).toBe('Alt+Shift+L');
    await press('/');
    expect(document.activeElement).toBe(input());
  });

  test('nothing found is told, with what can be typed', async () => {
    await open();
    await type('nothing');
    expect(find('.notice-title').textContent).toBe('No paper of yours matches');
    expect(input().getAttribute('aria-expanded')).toBe('false');
  });

  test('the page’s other titles are shown when asked for', async () => {
    await open();
    await act(() => find('.rest').click());
    expect(options()).toEqual(['Paper mine', 'A New Prior', 'Unrelated']);
  });
});

describe('a paper', () => {
  test('opened from the page shows how sure it is, and where it stands', async () => {
    await open();
    await press('ArrowDown');
    await press('Enter');
    expect(find('.chip-mine').textContent).toMatch(/same id/);
    await press('p');
    expect(askPage).toHaveBeenCalledWith(1, 'reveal', { index: 1 });
    expect(window.close).toHaveBeenCalled();
  });

  test('leads to similar papers and back to the one left', async () => {
    await open();
    await press('ArrowDown');
    await press('Enter');
    await act(() => find('.row-button').click());
    await settle();
    expect(find('h1').textContent).toBe('Paper near');
    await press('Backspace');
    expect(find('h1').textContent).toBe('Paper mine');
    expect(document.activeElement).toBe(find('.row-button'));
  });

  test('that is not in the collection shows what it is close to', async () => {
    await open();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    expect(find('h1').textContent).toBe('A New Prior');
    expect(find('.neighbours .terms').textContent).toBe('shares image prior, generator');
  });

  test('that cannot be opened says so, and can be tried again', async () => {
    await open();
    ask.mockResolvedValueOnce(found('lost', 'lost'));
    await type('lost');
    ask.mockRejectedValueOnce(new Error('no such paper'));
    await press('ArrowDown');
    await press('Enter');
    expect(find('.notice').textContent).toContain('no such paper');
    await act(() => find('.notice button').click());
    await settle();
    expect(find('h1').textContent).toBe('Paper lost');
  });
});

describe('closing and opening', () => {
  test('query, row and open paper survive', async () => {
    await open();
    await type('gan');
    await press('ArrowDown');
    await press('Enter');
    await act(() => render(null, root));
    await open(arrive(await kept(), undefined, await wanted()));
    expect(find('h1').textContent).toBe('Paper a');
    await press('Escape');
    expect(input().value).toBe('gan');
    expect(active()).toBe('Paper a');
  });

  test('a paper that a page asked for is shown once', async () => {
    session.set('popup.open', 'asked');
    await open(arrive(await kept(), undefined, await wanted()));
    expect(find('h1').textContent).toBe('Paper asked');
    expect(await wanted()).toBeUndefined();
  });

  test('what another version kept, or nobody wrote, is let go', async () => {
    session.set('popup.state', { version: 0, state: { list: {} } });
    expect(await kept()).toBe(START);
    session.set('popup.open', { key: 1 });
    expect(await wanted()).toBeUndefined();
  });
});
