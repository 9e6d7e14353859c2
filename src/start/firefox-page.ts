import { valueOf, type Bidi, type ScriptReply } from './bidi.ts';
import { callable } from './callable.ts';
import type { Internals } from './firefox-internals.ts';
import { webdriverActions } from './keys.ts';
import { BADGE_HOST, type Badge, type Box, type PageDriver } from './page.ts';
import { until } from './wait.ts';

interface Located {
  readonly nodes: readonly { readonly value: { readonly shadowRoot: { readonly sharedId: string } | null } }[];
}

/** A tab of Firefox, or its toolbar popup, by the id of its browsing context. */
export function firefoxPage(bidi: Bidi, internals: Internals, context: string, onClose: () => Promise<void>): PageDriver {
  const evaluate: PageDriver['evaluate'] = (fn, ...args) => bidi.call(context, fn, ...args);

  async function roots(host: string): Promise<string[]> {
    const { nodes } = await bidi.send<Located>('browsingContext.locateNodes', {
      context,
      locator: { type: 'css', value: host },
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    });
    return nodes.flatMap((node) => node.value.shadowRoot?.sharedId ?? []);
  }

  /** Runs a function of (roots, arguments), given as source. */
  async function onRoots<R>(ids: readonly string[], source: string, args: readonly unknown[]): Promise<R> {
    const reply = await bidi.send<ScriptReply>('script.callFunction', {
      functionDeclaration: `async (json, ...roots) => JSON.stringify(await (${source})(roots, JSON.parse(json))) ?? 'null'`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }, ...ids.map((sharedId) => ({ sharedId }))],
      awaitPromise: true,
      userActivation: true,
      target: { context },
    });
    return JSON.parse(valueOf(reply)) as R;
  }

  return {
    url: () => evaluate(() => location.href),
    goto: (url) => openIn(bidi, context, url),
    reload: async () => void (await bidi.send('browsingContext.reload', { context, wait: 'complete' })),
    travel: async (delta) => void (await bidi.send('browsingContext.traverseHistory', { context, delta })),
    evaluate,
    inRoot: (host, nth, fn, ...args) =>
      roots(host).then((ids) => {
        const root = ids[nth];
        if (root === undefined) throw new Error(`no ${host} number ${nth} with a shadow root`);
        return onRoots([root], `([root], args) => ${callable(fn)}(root, ...args)`, args);
      }),
    accessible: async () => (await internals.accessible(context)).map(({ role, name }) => ({ role, name })),
    badges: async () => {
      const hosts = await roots(BADGE_HOST);
      const found = await onRoots<ReturnType<typeof buttonBoxes>>(hosts, callable(buttonBoxes), []);
      const tree = (await internals.accessible(context)).filter((node) => node.role === 'button');
      return found.flatMap(({ nth, box, screen }): Badge[] => {
        const node = tree.find((node) => near(node.box, screen));
        return node ? [{ nth, role: node.role, name: node.name, box }] : [];
      });
    },
    mouse: (x, y, click) =>
      perform(bidi, context, {
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
          ...(click ? [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }] : []),
        ],
      }),
    keys: (keys) => perform(bidi, context, { type: 'key', id: 'keyboard', actions: webdriverActions(keys) }),
    media: (media) => internals.media(context, media),
    screenshot: async () => Buffer.from((await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context })).data, 'base64'),
    front: async () => void (await bidi.send('browsingContext.activate', { context })),
    close: onClose,
  };
}

/** Loads an address in a browsing context and resolves when it has loaded. */
export async function openIn(bidi: Bidi, context: string, url: string): Promise<void> {
  // Firefox tells nothing of navigations to extension pages: not waiting for them, but looking.
  const ownPage = url.startsWith('moz-extension:');
  await bidi.send('browsingContext.navigate', { context, url, wait: ownPage ? 'none' : 'complete' });
  await until(`${url} to load`, () => bidi.call(context, (ownPage) => location.href !== 'about:blank' && (!ownPage || location.protocol === 'moz-extension:') && document.readyState === 'complete', ownPage));
}

const perform = async (bidi: Bidi, context: string, source: object): Promise<void> => void (await bidi.send('input.performActions', { context, actions: [source] }));

const near = (a: Box, b: Box): boolean => Math.abs(a.x - b.x) < 2 && Math.abs(a.y - b.y) < 2 && Math.abs(a.width - b.width) < 3;

/** Runs in the page: each root's button, in the viewport and on the screen. */
function buttonBoxes(roots: ShadowRoot[]): { nth: number; box: Box; screen: Box }[] {
  const { mozInnerScreenX, mozInnerScreenY, devicePixelRatio } = window as unknown as Record<string, number>;
  return roots.flatMap((root, nth) => {
    const button = root.querySelector('button, [role=button]');
    if (!button) return [];
    const { x, y, width, height } = button.getBoundingClientRect();
    const scale = devicePixelRatio ?? 1;
    const screen = { x: (x + (mozInnerScreenX ?? 0)) * scale, y: (y + (mozInnerScreenY ?? 0)) * scale, width: width * scale, height: height * scale };
    return [{ nth, box: { x, y, width, height }, screen }];
  });
}
