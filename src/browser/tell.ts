import browser, { type Runtime } from 'webextension-polyfill';

const LOOK_AGAIN = { to: 'page', name: 'lookAgain', ask: null } as const;

/** Tells every page of ours, and every tab where a content script runs, that papers changed. Nobody has to answer. */
export async function tellAll(): Promise<void> {
  const tabs = await browser.tabs.query({}).catch(() => []);
  // Where nobody listens there is nobody to tell.
  const told = tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, LOOK_AGAIN, { frameId: 0 }).catch(() => undefined)]));
  await Promise.all([browser.runtime.sendMessage(LOOK_AGAIN).catch(() => undefined), ...told]);
}

/** Calls back in a page of the extension's own when papers changed. Answers nothing, so that content scripts may. The result calls it off. */
export function onLookAgain(run: () => void): () => void {
  const hear = (message: unknown, sender: Runtime.MessageSender): undefined => {
    const { to, name } = (typeof message === 'object' && message !== null ? message : {}) as Partial<typeof LOOK_AGAIN>;
    if (to === 'page' && name === 'lookAgain' && sender.id === browser.runtime.id) run();
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}

/** At once, and then at most once in `ms`, whatever the number of calls: the last call is never lost while the worker lives. */
export function atMostEvery(ms: number, run: () => void): () => void {
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    if (timer !== undefined) return;
    const wait = last + ms - performance.now();
    const go = (): void => {
      timer = undefined;
      last = performance.now();
      run();
    };
    if (wait <= 0) go();
    else timer = setTimeout(go, wait);
  };
}
