import { rm } from 'node:fs/promises';
import { chromium, type BrowserContext, type CDPSession, type Page as Tab } from 'playwright-core';
import type { Browser, BrowserOptions } from './browser.ts';
import { chromiumPage, type Cdp } from './chromium-page.ts';
import { Page } from './page.ts';
import { makeProfile } from './profile.ts';
import { virtualDisplay } from './virtual-display.ts';
import { sleep, until } from './wait.ts';

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

interface Reply {
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** What only Chromium gives, for tests and benchmarks of Chromium alone. */
export interface ChromiumBrowser extends Browser {
  readonly context: BrowserContext;
  /** Loads one more unpacked extension. */
  load(folder: string): Promise<LoadedExtension>;
  /** Bytes of the worker's heap after its garbage is collected, array buffers included. */
  workerHeap(): Promise<number>;
  /** Ends all workers from an open extension page; `killWorker` needs none. */
  stopAllWorkers(extensionPage: Tab): Promise<void>;
}

export interface LoadedExtension {
  readonly origin: string;
  /** Bytes of the worker's heap after its garbage is collected, array buffers included. */
  workerHeap(): Promise<number>;
  killWorker(): Promise<void>;
}

/** Opens Chromium, Chrome or Edge with a throw-away profile and the extension loaded. */
export async function openChromium(options: BrowserOptions): Promise<ChromiumBrowser> {
  const profile = options.profile ?? (await makeProfile(options.executable));
  const leave = (): Promise<void> => (options.profile === undefined ? rm(profile, { recursive: true, force: true, maxRetries: 5 }) : Promise.resolve());
  const display = options.realKeys ? await virtualDisplay() : null;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executable,
    headless: options.headless && !display,
    viewport: options.headless || display ? { width: 1280, height: 900 } : null,
    chromiumSandbox: !options.headless && !display && process.getuid?.() !== 0,
    handleSIGINT: false,
    ignoreDefaultArgs: ['--disable-extensions', '--disable-back-forward-cache', ...(options.headless ? [] : ['--enable-automation'])],
    args: switches(options),
    ...(display ? { env: { ...process.env, DISPLAY: display.name } } : {}),
  });
  const owner = context.browser();
  if (!owner) throw new Error('this Chromium cannot be driven');
  const root = await owner.newBrowserCDPSession();
  const send = loose(root);
  // The only way that Chrome and Edge still allow; their load-extension switch is gone.
  const load = async (path: string): Promise<{ id: string; origin: string }> => {
    const { id } = await send<{ id: string }>('Extensions.loadUnpacked', { path });
    return { id, origin: `chrome-extension://${id}` };
  };
  const { id, origin } = await load(options.extension);

  const targets = async (filter?: object): Promise<TargetInfo[]> =>
    (await send<{ targetInfos: TargetInfo[] }>('Target.getTargets', filter ? { filter: [filter] } : {})).targetInfos;
  const workers = async (of = origin): Promise<TargetInfo[]> => (await targets()).filter((target) => target.type === 'service_worker' && target.url.startsWith(of));

  async function killWorker(of = origin): Promise<void> {
    const running = new Set((await workers(of)).map((worker) => worker.targetId));
    // Told again and again: a worker that is just starting does not hear it. One that starts afterwards is another.
    await until('the worker to end', async () => {
      const left = (await workers(of)).filter((worker) => running.has(worker.targetId));
      for (const { targetId } of left) await send('Target.closeTarget', { targetId });
      return left.length === 0;
    });
  }

  async function workerHeap(of = origin): Promise<number> {
    const [worker] = await workers(of);
    if (!worker) throw new Error('the worker sleeps');
    const ask = await attach(root, worker.targetId);
    await ask('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = await ask<{ usedSize: number; backingStorageSize?: number }>('Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
  }

  const tabs = new Set<string>();
  async function openTab(url: string): Promise<Page> {
    const tab = await context.newPage();
    await tab.goto(url);
    // In a window, the empty tab that the browser came with would puzzle, and so would the warning about its switches that it shows.
    if (!options.headless) for (const empty of context.pages().filter((page) => page.url() === 'about:blank')) await empty.close();
    const session = await context.newCDPSession(tab);
    tabs.add((await session.send('Target.getTargetInfo')).targetInfo.targetId);
    return new Page(chromiumPage(loose(session), tab, () => tab.close()));
  }

  const isPopup = (target: TargetInfo): boolean => target.type === 'page' && target.url.startsWith(origin) && !tabs.has(target.targetId);

  async function openedPopup(): Promise<Page> {
    const { targetId } = await until('the toolbar popup', async () => (await targets()).find(isPopup));
    const popup = new Page(chromiumPage(await attach(root, targetId), null, async () => void (await send('Target.closeTarget', { targetId }))));
    await until('the popup to load', () => popup.evaluate(() => document.readyState === 'complete'));
    return popup;
  }

  await until('the background worker', async () => (await workers()).length > 0);
  return {
    name: 'chromium',
    version: owner.version(),
    origin,
    context,
    page: openTab,
    extensionPage: (path) => openTab(`${origin}/${path}`),
    popup: async (over) => {
      await over.front();
      const url = await over.url();
      const tab = (await targets({ type: 'tab' })).findLast((target) => target.url === url);
      if (!tab) throw new Error(`no tab shows ${url}`);
      await send('Extensions.triggerAction', { id, targetId: tab.targetId });
      return openedPopup();
    },
    openedPopup,
    load: async (folder) => {
      const { origin } = await load(folder);
      return { origin, killWorker: () => killWorker(origin), workerHeap: () => workerHeap(origin) };
    },
    killWorker: () => killWorker(),
    workerHeap: () => workerHeap(),
    workerAlive: async () => (await workers()).length > 0,
    update: async () => {
      const old = (await workers())[0]?.targetId;
      await load(options.extension);
      await until('the worker of the new version', async () => (await workers()).some(({ targetId }) => targetId !== old));
    },
    stopAllWorkers: async (extensionPage) => {
      const session = await context.newCDPSession(extensionPage);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await until('the workers to end', async () => (await workers()).length === 0);
    },
    shortcut: async (keys, over) => {
      if (!display) throw new Error('open Chromium with realKeys to press a shortcut');
      await over.front();
      display.press(keys);
    },
    answer: async (yes) => {
      if (!display) throw new Error('open Chromium with realKeys to answer its question');
      // The question takes no key in its first moments, so that nobody answers it by accident.
      await sleep(1500);
      for (const key of yes ? ['Tab', 'Return'] : ['Escape']) {
        display.press(key);
        await sleep(300);
      }
    },
    permission: () => Promise.reject(new Error('Chromium keeps this switch to the reader')),
    closed: new Promise((done) => context.once('close', () => done())),
    close: async () => {
      await context.close();
      display?.close();
      await leave();
    },
    crash: async () => {
      const { processInfo } = await send<{ processInfo: { type: string; id: number }[] }>('SystemInfo.getProcessInfo');
      const gone = new Promise<void>((done) => context.once('close', () => done()));
      for (const { type, id } of processInfo) if (type === 'browser') process.kill(id, 'SIGKILL');
      await gone;
      display?.close();
      await leave();
    },
  };
}

function switches({ proxyPort, headless }: BrowserOptions): string[] {
  return [
    '--enable-unsafe-extension-debugging', // lets Extensions.loadUnpacked through; only this process can reach it
    '--no-first-run',
    '--disable-quic',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    ...(headless ? ['--disable-gpu'] : []),
    ...(proxyPort === undefined
      ? []
      : [
          `--proxy-server=http://127.0.0.1:${proxyPort}`,
          '--proxy-bypass-list=<-loopback>',
          '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', // what does not take the proxy goes nowhere
          '--ignore-certificate-errors',
        ]),
  ];
}

/** A session without the library's list of methods, which misses the newest. */
const loose = (session: CDPSession): Cdp => session.send.bind(session) as Cdp;

/** A session with a target that the driving library does not list, carried inside the browser's own session. */
async function attach(root: CDPSession, targetId: string): Promise<Cdp> {
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false });
  let last = 0;
  const waiting = new Map<number, (reply: Reply) => void>();
  root.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const reply = JSON.parse(event.message) as Reply & { id?: number };
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  return (method, params = {}) =>
    new Promise((ok, failed) => {
      const id = ++last;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) failed(new Error(`${method}: ${error.message}`));
        else ok(result as never);
      });
      root.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) }).catch(failed);
    });
}
