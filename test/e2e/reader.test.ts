import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../../src/start/page.ts';
import { LibraryUnderTest } from '../faults/library-under-test.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { listing, PRIOR, STRANGER, WGAN } from './content-pages.ts';

const LIST = 'https://arxiv.org/list/cs.LG/new';
const browser = browserUnderTest({ pages: [listing('cs.LG/new', [PRIOR, STRANGER, WGAN])] });

let library: LibraryUnderTest;
const tabs: Page[] = [];
beforeAll(async () => {
  library = await LibraryUnderTest.open(browser());
  tabs.push(await browser().page(LIST), await browser().page(LIST));
});
afterAll(async () => {
  for (const tab of tabs) await tab.close();
});

const TITLES = [PRIOR, STRANGER, WGAN].map(({ title }) => title);
/** The titles that are marked as the reader's in each tab. */
const marked = (): Promise<string[][]> =>
  Promise.all(tabs.map(async (tab) => (await tab.badges()).filter(({ name }) => name.startsWith('In your collection')).map(({ name }) => TITLES.find((title) => name.includes(title)) ?? name)));
const inBoth = (...items: readonly { readonly title: string }[]): string[][] => tabs.map(() => items.map(({ title }) => title));
const PATIENCE = { timeout: 20_000 };

describe("the reader's own papers", () => {
  test('a paper that is saved turns its badge in every tab at once, and turns back when that is undone', async () => {
    await expect.poll(marked, PATIENCE).toEqual(inBoth(PRIOR, WGAN));
    const saved = await library.ask<{ undo: number; saved: number }>('save', { papers: [{ title: STRANGER.title, arxivId: STRANGER.id }], seenAt: LIST });
    expect(saved.saved).toBe(1);
    await expect.poll(marked, PATIENCE).toEqual(inBoth(PRIOR, STRANGER, WGAN));
    await library.ask('undo', { token: saved.undo });
    await expect.poll(marked, PATIENCE).toEqual(inBoth(PRIOR, WGAN));
  });

  test('the worker may end at any time: what was saved is there, in every tab', async () => {
    await library.ask('save', { papers: [{ title: STRANGER.title, arxivId: STRANGER.id }] });
    await browser().killWorker();
    for (const tab of tabs) await tab.reload();
    await expect.poll(marked, PATIENCE).toEqual(inBoth(PRIOR, STRANGER, WGAN));
  });

  test('the collection that ships is switched off and on again, and a lens leaves out what it does not hold', async () => {
    await library.ask('switchCollection', { id: 0, isOn: false });
    await expect.poll(marked, PATIENCE).toEqual(inBoth(STRANGER));
    await library.ask('switchCollection', { id: 0, isOn: true });
    await expect.poll(marked, PATIENCE).toEqual(inBoth(PRIOR, STRANGER, WGAN));
    const { id } = await library.ask<{ id: number }>('putLens', { id: null, name: 'Tides', scope: { kind: 'tag', tag: 'tides' } });
    await library.ask('setLens', { id });
    await expect.poll(marked, PATIENCE).toEqual(inBoth());
    await library.ask('tagPapers', { which: { query: { words: 'tidal' } }, add: ['tides'], remove: [] });
    await expect.poll(marked, PATIENCE).toEqual(inBoth(STRANGER));
    await library.ask('setLens', { id: null });
    await expect.poll(marked, PATIENCE).toEqual(inBoth(PRIOR, STRANGER, WGAN));
  });

  test('a file is imported, found by its titles, exported and taken back', async () => {
    const papers = Array.from({ length: 300 }, (_, at) => ({ title: `Imported study ${at} of the sea`, authors: ['Ada Sample'], year: 2001 }));
    const source = await library.keep(papers);
    await library.finish(source);
    const [job] = await library.ask<{ undo: number; counts: { new: number } }[]>('jobs', null);
    expect(job?.counts.new).toBe(300);
    expect(await library.ask('papers', { query: { words: 'study 217' }, from: 0, limit: 1 })).toMatchObject({ rows: [{ title: 'Imported study 217 of the sea', year: 2001 }] });
    expect(await library.ask('exportFile', { which: { query: { filter: { words: 'imported study' } } }, format: 'jsonl' })).toMatchObject({ papers: 300 });
    await library.ask('undo', { token: job?.undo });
    expect(await library.ask('papers', { query: { filter: { words: 'imported study' } }, from: 0, limit: 5 })).toMatchObject({ total: 0 });
  });

  test('a backup file brings everything back', async () => {
    const before = (await library.raw()).records.map(({ title }) => title);
    const { source } = await library.ask<{ source: number }>('backupFile', null);
    await library.ask('trash', { which: { query: { words: 'tidal' } } });
    await library.ask('emptyTrash', null);
    await expect.poll(marked, PATIENCE).toEqual(inBoth(PRIOR, WGAN));
    const snapshot = await library.ask<{ id: number }>('readBackup', { source });
    expect(await library.ask('restorePreview', { snapshot: snapshot.id })).toMatchObject({ back: 1, gone: 0 });
    await library.ask('restoreSnapshot', { snapshot: snapshot.id });
    expect((await library.raw()).records.map(({ title }) => title)).toEqual(before);
    await expect.poll(marked, PATIENCE).toEqual(inBoth(PRIOR, STRANGER, WGAN));
  });
});
