// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Tab } from '../../src/browser/tabs.ts';
import type { PageReport, SearchReply } from '../../src/messages/views.ts';
import { type Page, usePage } from '../../src/popup/page.ts';
import { found, report } from './samples.ts';

const { ask, askPage, sitesAllowed } = vi.hoisted(() => ({
  ask: vi.fn<(name: string, payload: { query: string }) => Promise<SearchReply>>(),
  askPage: vi.fn<() => Promise<PageReport>>(),
  sitesAllowed: vi.fn<() => Promise<boolean>>(),
}));
vi.mock('../../src/browser/messages.ts', () => ({ ask, askPage }));
vi.mock('../../src/browser/permissions.ts', () => ({ sitesAllowed }));

let page: Page;
let again: () => void;
function Probe({ tab }: { readonly tab: Tab | undefined }) {
  ({ page, again } = usePage(tab));
  return null;
}
const box = document.createElement('div');
const tab: Tab = { id: 7, url: 'https://arxiv.org/pdf/2001.00001', title: 'paper.pdf' };
const nobody = new Error('Could not establish connection. Receiving end does not exist.');
const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const open = async (on: Tab | undefined = tab): Promise<void> => {
  await act(() => render(<Probe tab={on} />, box));
  await pass(10);
};

beforeEach(() => {
  vi.useFakeTimers();
  sitesAllowed.mockResolvedValue(true);
  ask.mockImplementation(async (_, { query }) => found(query));
});
afterEach(() => {
  render(null, box);
  vi.useRealTimers();
  vi.resetAllMocks();
});

describe('what is on the page', () => {
  test('a page still being read is followed until it is done', async () => {
    askPage.mockResolvedValueOnce({ ...report, busy: true, entries: [] }).mockResolvedValue(report);
    await open();
    expect(page).toMatchObject({ state: 'read', report: { busy: true } });
    await pass(1_000);
    expect(page).toEqual({ state: 'read', report });
    await pass(10_000);
    expect(askPage).toHaveBeenCalledTimes(2);
  });

  test('where nobody answers the address is looked up', async () => {
    askPage.mockRejectedValue(nobody);
    ask.mockImplementation(async (_, { query }) => ({ ...found(query, 'a'), named: query === tab.url ? 'same id' : null }));
    await open();
    expect(page).toMatchObject({ state: 'unread', answered: false, allowed: true, named: { named: 'same id' } });
  });

  test('and then the title', async () => {
    askPage.mockRejectedValue(nobody);
    ask.mockImplementation(async (_, { query }) => ({ ...found(query, 'a'), named: query === tab.title ? 'same title' : null }));
    await open();
    expect(page).toMatchObject({ named: { named: 'same title' } });
  });

  test('on a page of a site that shows no title the address is looked up too', async () => {
    askPage.mockResolvedValue({ ...report, entries: [] });
    ask.mockImplementation(async (_, { query }) => ({ ...found(query, 'a'), named: query === tab.url ? 'same id' : null }));
    await open();
    expect(page).toMatchObject({ state: 'unread', answered: true, named: { named: 'same id' } });
    ask.mockImplementation(async (_, { query }) => found(query));
    await act(() => again());
    await pass(10);
    expect(page).toMatchObject({ state: 'read', report: { entries: [] } });
  });

  test('words alike name nothing', async () => {
    askPage.mockRejectedValue(nobody);
    ask.mockImplementation(async (_, { query }) => found(query, 'a', 'b'));
    await open();
    expect(page).toMatchObject({ state: 'unread', named: null });
  });

  test('a page that is still loading is asked again, not for ever', async () => {
    askPage.mockRejectedValueOnce(nobody).mockRejectedValueOnce(nobody).mockResolvedValue(report);
    await open();
    expect(page.state).toBe('unread');
    await pass(3_000);
    expect(page.state).toBe('read');
    askPage.mockReset().mockRejectedValue(nobody);
    await act(() => again());
    await pass(60_000);
    expect(askPage).toHaveBeenCalledTimes(5);
  });

  test('a page that no site serves is not asked again', async () => {
    askPage.mockResolvedValue({ ...report, site: null, entries: [] });
    await open();
    await pass(10_000);
    expect(page).toMatchObject({ state: 'unread', answered: true });
    expect(askPage).toHaveBeenCalledOnce();
  });

  test('sites not granted are told', async () => {
    askPage.mockRejectedValue(nobody);
    sitesAllowed.mockResolvedValue(false);
    await open();
    expect(page).toMatchObject({ state: 'unread', allowed: false });
  });

  test('a page that answers with a failure says which', async () => {
    askPage.mockRejectedValue(Object.assign(new Error('not now'), { name: 'Refused' }));
    await open();
    expect(page).toEqual({ state: 'failed', why: 'not now' });
  });

  test('no tab, no page', async () => {
    await act(() => render(<Probe tab={undefined} />, box));
    await pass(10);
    expect(page).toMatchObject({ state: 'unread', named: null });
    expect(askPage).not.toHaveBeenCalled();
  });

  test('a closed popup asks no more', async () => {
    askPage.mockResolvedValue({ ...report, busy: true });
    await open();
    await act(() => render(null, box));
    const before = askPage.mock.calls.length;
    await pass(10_000);
    expect(askPage.mock.calls.length).toBe(before);
  });
});
