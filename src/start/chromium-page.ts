import type { Page as Tab } from 'playwright-core';
import { callable } from './callable.ts';
import type { Key } from './keys.ts';
import { until } from './wait.ts';
import { BADGE_HOST, type Accessible, type Badge, type Media, type PageDriver } from './page.ts';

/** A session of the Chrome DevTools Protocol with one page (https://chromedevtools.github.io/devtools-protocol/). */
export type Cdp = <T>(method: string, params?: object) => Promise<T>;

interface DomNode {
  readonly backendNodeId: number;
  readonly localName: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

interface AxNode {
  readonly ignored: boolean;
  readonly backendDOMNodeId?: number;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
}

interface Evaluated {
  readonly result: { readonly value?: unknown; readonly objectId?: string };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/**
 * A page of Chromium over the protocol. A toolbar popup is a page that the driving library does not list, so the
 * protocol alone must do; a `tab` adds navigation.
 */
export function chromiumPage(cdp: Cdp, tab: Tab | null, onClose: () => Promise<void>): PageDriver {
  const navigable = (): Tab => {
    if (tab) return tab;
    throw new Error('a toolbar popup does not navigate');
  };

  async function run<T>(method: string, params: object): Promise<T> {
    const { result, exceptionDetails } = await cdp<Evaluated>(method, { ...params, awaitPromise: true, returnByValue: true, userGesture: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  async function closedRoot(host: string, nth: number): Promise<string> {
    const expression = `document.querySelectorAll(${JSON.stringify(host)})[${nth}]`;
    const { result } = await cdp<Evaluated>('Runtime.evaluate', { expression });
    if (!result.objectId) throw new Error(`no ${host} number ${nth}`);
    const { node } = await cdp<{ node: DomNode }>('DOM.describeNode', { objectId: result.objectId, depth: 1, pierce: true });
    const root = node.shadowRoots?.[0];
    if (!root) throw new Error(`${host} number ${nth} has no shadow root`);
    const { object } = await cdp<{ object: { objectId: string } }>('DOM.resolveNode', { backendNodeId: root.backendNodeId });
    return object.objectId;
  }

  const accessibleNodes = async (): Promise<AxNode[]> => {
    await cdp('Accessibility.enable');
    return (await cdp<{ nodes: AxNode[] }>('Accessibility.getFullAXTree')).nodes.filter((node) => !node.ignored && node.role?.value !== 'InlineTextBox');
  };

  return {
    url: () => run('Runtime.evaluate', { expression: 'location.href' }),
    goto: async (url) => void (await navigable().goto(url)),
    reload: async () => void (await navigable().reload()),
    travel: async (steps) => {
      // A page out of the back/forward cache has loaded long ago: nothing tells so again.
      const committed = { waitUntil: 'commit' } as const;
      await (steps < 0 ? navigable().goBack(committed) : navigable().goForward(committed));
      await until('the page to be there', () => run('Runtime.evaluate', { expression: 'document.readyState === "complete"' }));
    },
    evaluate: (fn, ...args) => run('Runtime.evaluate', { expression: `${callable(fn)}(...${JSON.stringify(args)})` }),
    inRoot: (host, nth, fn, ...args) =>
      closedRoot(host, nth).then((objectId) =>
        run('Runtime.callFunctionOn', { objectId, functionDeclaration: `function () { return ${callable(fn)}(this, ...${JSON.stringify(args)}) }` }),
      ),
    accessible: async () => (await accessibleNodes()).map(named),
    badges: async () => {
      const hostOf = badgeHosts((await cdp<{ root: DomNode }>('DOM.getDocument', { depth: -1, pierce: true })).root);
      const badges: Badge[] = [];
      for (const node of await accessibleNodes()) {
        const nth = hostOf.get(node.backendDOMNodeId ?? -1);
        if (nth === undefined || named(node).role !== 'button') continue;
        const { model } = await cdp<{ model: { border: number[] } }>('DOM.getBoxModel', { backendNodeId: node.backendDOMNodeId });
        const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
        badges.push({ nth, ...named(node), box: { x: left, y: top, width: right - left, height: bottom - top } });
      }
      return badges.sort((a, b) => a.nth - b.nth);
    },
    mouse: async (x, y, click) => {
      const at = { x, y, button: 'left', clickCount: 1 };
      await cdp('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
      if (!click) return;
      await cdp('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
      await cdp('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
    },
    keys: (keys) => pressAll(cdp, keys),
    media: (media) => cdp('Emulation.setEmulatedMedia', mediaFeatures(media)),
    screenshot: async () => Buffer.from((await cdp<{ data: string }>('Page.captureScreenshot', { format: 'png' })).data, 'base64'),
    front: async () => void (await cdp('Page.bringToFront')),
    close: onClose,
  };
}

const named = (node: AxNode): Accessible => ({ role: node.role?.value ?? '', name: node.name?.value ?? '' });

/** Backend node id of everything under a badge's host → the number of that host. */
function badgeHosts(document: DomNode): Map<number, number> {
  const hosts = new Map<number, number>();
  let count = 0;
  const walk = (node: DomNode, nth: number | undefined): void => {
    const here = node.localName === BADGE_HOST ? count++ : nth;
    if (here !== undefined) hosts.set(node.backendNodeId, here);
    for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) walk(child, here);
  };
  walk(document, undefined);
  return hosts;
}

async function pressAll(cdp: Cdp, keys: readonly Key[]): Promise<void> {
  const modifiers = keys.reduce((sum, key) => sum + (key.modifier ?? 0), 0);
  const typing = (modifiers & ~8) === 0; // a chord with Alt, Control or Meta types nothing
  const event = (type: string, key: Key): Promise<unknown> =>
    cdp('Input.dispatchKeyEvent', {
      type,
      modifiers,
      key: key.key,
      code: key.code,
      windowsVirtualKeyCode: key.keyCode,
      ...(type === 'keyDown' && typing && key.text !== undefined ? { text: key.text } : {}),
    });
  for (const key of keys) await event('keyDown', key);
  for (const key of keys.toReversed()) await event('keyUp', key);
}

function mediaFeatures({ scheme, forcedColors, reducedMotion, print }: Media): object {
  return {
    media: print ? 'print' : '',
    features: [
      { name: 'prefers-color-scheme', value: scheme ?? '' },
      { name: 'forced-colors', value: forcedColors ? 'active' : '' },
      { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : '' },
    ],
  };
}
