import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageHandlers, WorkerHandlers } from '../../src/browser/messages.ts';
import type { ReaderContract } from '../../src/messages/reader-contract.ts';
import { READER_RULES } from '../../src/messages/reader-rules.ts';
import { VALID } from '../messages/reader-samples.ts';

type Listener = (message: unknown, sender: object) => Promise<unknown> | undefined;

const fake = vi.hoisted(() => ({
  listeners: [] as Listener[],
  sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
  id: 'own-id' as string | undefined,
  granted: [] as string[],
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      get id() {
        return fake.id;
      },
      getURL: (path: string) => `chrome-extension://own-id/${path}`,
      getManifest: () => ({ content_scripts: [{ matches: ['https://arxiv.org/*', 'https://*.arxiv.org/*', 'https://huggingface.co/papers*'] }] }),
      onMessage: { addListener: (listener: Listener) => fake.listeners.push(listener), removeListener: (listener: Listener) => fake.listeners.splice(fake.listeners.indexOf(listener), 1) },
      sendMessage: fake.sendMessage,
    },
    permissions: { getAll: () => Promise.resolve({ origins: ['https://arxiv.org/*', 'https://huggingface.co/papers*', ...fake.granted] }) },
  },
}));
const { ask, ExtensionGone, servePage } = await import('../../src/browser/messages.ts');
const { serveWorker } = await import('../../src/browser/serve-worker.ts');

const SENDERS = {
  'own page': { id: 'own-id', url: 'chrome-extension://own-id/src/popup/popup.html' },
  'own page in a tab': { id: 'own-id', url: 'chrome-extension://own-id/src/popup/popup.html', tab: { id: 3 } },
  'own worker': { id: 'own-id' },
  'content script': { id: 'own-id', url: 'https://arxiv.org/list/cs.LG/new', tab: { id: 1 } },
  'content script on a subdomain': { id: 'own-id', url: 'https://ar5iv.labs.arxiv.org/html/1', tab: { id: 1 } },
  'our script on a site we do not serve': { id: 'own-id', url: 'https://evil.example/arxiv.org/', tab: { id: 1 } },
  'a look-alike host': { id: 'own-id', url: 'https://arxiv.org.evil.example/', tab: { id: 1 } },
  'a look-alike suffix': { id: 'own-id', url: 'https://notarxiv.org/', tab: { id: 1 } },
  'our site over http': { id: 'own-id', url: 'http://arxiv.org/list', tab: { id: 1 } },
  'a look-alike extension page': { id: 'own-id', url: 'https://chrome-extension.example/own-id/' },
  'another extension': { id: 'other-id', url: 'chrome-extension://other-id/page.html' },
  'another extension claiming a tab': { id: 'other-id', url: 'https://arxiv.org/', tab: { id: 1 } },
  'a tab without address': { id: 'own-id', tab: { id: 1 } },
  nobody: {},
};
type SenderName = keyof typeof SENDERS;

const OWN: SenderName[] = ['own page', 'own page in a tab', 'own worker'];
const CONTENT: SenderName[] = ['content script', 'content script on a subdomain'];

const READER = Object.keys(READER_RULES) as (keyof ReaderContract)[];
const worker: WorkerHandlers = {
  ...(Object.fromEntries(READER.map((name) => [name, () => true])) as unknown as Pick<WorkerHandlers, keyof ReaderContract>),
  references: () => [],
  identify: () => [],
  relate: () => [],
  rank: () => [],
  explain: () => ({ identity: null, neighbours: [], abstract: null, links: [] }),
  search: ({ query }) => ({ query, hits: [], total: 0, named: null, similar: null, complete: true }),
  paper: () => {
    throw new Error('no such paper');
  },
  openPopup: () => true,
  markPage: () => ({ url: '', isText: true, isCut: false, isHighlighted: true, found: [] }),
};
const page: PageHandlers = {
  pageReport: () => ({ url: '', site: null, busy: false, problem: null, entries: [], lens: 'none', marked: 0, unread: 0, spent: 0 }),
  reveal: () => true,
  showLens: () => true,
  leave: () => true,
  quickLookup: () => true,
  savePaper: () => true,
  lookAgain: () => true,
};
const ASKS: Record<string, unknown> = {
  identify: { mentions: [] }, relate: { mentions: [] }, explain: { mention: { title: 't' } }, search: { query: 'q', limit: 5 },
  openPopup: {}, markPage: { tab: 1 }, pageReport: null, reveal: { index: 1 }, leave: null, quickLookup: null, savePaper: null, lookAgain: null,
  ...Object.fromEntries(READER.map((name) => [name, VALID[name]?.[0]])),
};

const post = (to: string, name: string, payload: unknown, sender: object) => fake.listeners.at(-1)?.({ to, name, ask: payload }, sender);

beforeEach(() => {
  fake.listeners.length = 0;
  fake.id = 'own-id';
  fake.granted = [];
  fake.sendMessage.mockReset();
});

describe('senders', () => {
  const table = [
    ...['identify', 'relate', 'explain', 'search', 'openPopup'].map((name) => ({ to: 'worker', name, allowed: [...OWN, ...CONTENT] })),
    ...['save', 'undo', 'standing', 'collections', 'nextLens'].map((name) => ({ to: 'worker', name, allowed: [...OWN, ...CONTENT] })),
    ...READER.filter((name) => !['save', 'undo', 'standing', 'collections', 'nextLens'].includes(name)).map((name) => ({ to: 'worker', name, allowed: OWN })),
    { to: 'worker', name: 'markPage', allowed: OWN },
    ...['pageReport', 'reveal', 'leave', 'quickLookup', 'savePaper', 'lookAgain'].map((name) => ({ to: 'page', name, allowed: OWN })),
  ];
  for (const { to, name, allowed } of table) {
    for (const sender of Object.keys(SENDERS) as SenderName[]) {
      test(`${name} from ${sender}: ${allowed.includes(sender) ? 'answered' : 'refused'}`, async () => {
        if (to === 'worker') serveWorker(worker);
        else servePage(page);
        expect(await post(to, name, ASKS[name], SENDERS[sender])).toMatchObject({ ok: allowed.includes(sender) });
      });
    }
  }
});

describe('sites that the reader has enabled', () => {
  const content = (url: string) => ({ id: 'own-id', url, tab: { id: 1 } });
  const GRANTED = ['https://openreview.net/*', 'https://*.example.org/*'];
  test.each<[string, string[], boolean]>([
    ['https://openreview.net/forum?id=1', GRANTED, true],
    ['https://journals.example.org/7', GRANTED, true],
    ['https://example.org/7', GRANTED, true],
    ['https://openreview.net/forum?id=1', [], false],
    ['http://openreview.net/forum?id=1', GRANTED, false],
    ['https://openreview.net.evil.example/', GRANTED, false],
    ['https://evil.example/', GRANTED, false],
    ['https://anything.example/', ['https://*/*'], true],
    ['http://anything.example/', ['https://*/*'], false],
    ['not an address', ['https://*/*'], false],
  ])('%s with %j: answered %s', async (url, granted, ok) => {
    fake.granted = granted;
    serveWorker(worker);
    expect(await post('worker', 'identify', ASKS['identify'], content(url))).toMatchObject({ ok });
  });
  test('are asked for anew with every message', async () => {
    serveWorker(worker);
    fake.granted = GRANTED;
    expect(await post('worker', 'identify', ASKS['identify'], content('https://openreview.net/'))).toMatchObject({ ok: true });
    fake.granted = [];
    expect(await post('worker', 'identify', ASKS['identify'], content('https://openreview.net/'))).toMatchObject({ ok: false });
  });
  test('may ask a page no more than others', async () => {
    fake.granted = GRANTED;
    servePage(page);
    expect(await post('page', 'reveal', ASKS['reveal'], content('https://openreview.net/'))).toMatchObject({ ok: false });
  });
});

test('a page that ends stops answering', () => {
  const end = servePage(page);
  expect(fake.listeners).toHaveLength(1);
  end();
  expect(fake.listeners).toHaveLength(0);
});

describe('answers', () => {
  test('one listener per context, which leaves messages for others alone', () => {
    serveWorker(worker);
    expect(fake.listeners).toHaveLength(1);
    expect(post('page', 'reveal', { index: 0 }, SENDERS['own page'])).toBeUndefined();
    for (const foreign of [null, undefined, 'identify', 7, {}, { to: 'worker' }, { to: 'worker', name: 7 }]) {
      expect(fake.listeners[0]?.(foreign, SENDERS['own page'])).toBeUndefined();
    }
  });
  test.each(['__proto__', 'constructor', 'toString', 'nothing'])('an unknown message %s is refused in words', async (name) => {
    serveWorker(worker);
    expect(await post('worker', name, {}, SENDERS['own page'])).toEqual({ ok: false, error: `unknown message ${name}` });
  });
  test('a failure crosses as a value', async () => {
    serveWorker(worker);
    expect(await post('worker', 'paper', { key: 'x' }, SENDERS['own page'])).toEqual({ ok: false, error: 'no such paper' });
  });
});

describe('asking', () => {
  test('the value comes back', async () => {
    fake.sendMessage.mockResolvedValue({ ok: true, value: true });
    expect(await ask('openPopup', {})).toBe(true);
    expect(fake.sendMessage).toHaveBeenCalledWith({ to: 'worker', name: 'openPopup', ask: {} });
  });
  test('a worker that dies under the question is asked again', async () => {
    fake.sendMessage.mockRejectedValueOnce(new Error('message channel closed')).mockResolvedValueOnce(undefined).mockResolvedValue({ ok: true, value: true });
    expect(await ask('openPopup', {})).toBe(true);
    expect(fake.sendMessage).toHaveBeenCalledTimes(3);
  });
  test('a refusal is not asked again', async () => {
    fake.sendMessage.mockResolvedValue({ ok: false, error: 'no such paper' });
    await expect(ask('paper', { key: 'x' })).rejects.toThrow('no such paper');
    expect(fake.sendMessage).toHaveBeenCalledTimes(1);
  });
  test('after an update the asker learns that nobody is left', async () => {
    fake.sendMessage.mockRejectedValue(new Error('Extension context invalidated'));
    fake.id = undefined;
    await expect(ask('openPopup', {})).rejects.toThrow(ExtensionGone);
    expect(fake.sendMessage).toHaveBeenCalledTimes(1);
  });
});
