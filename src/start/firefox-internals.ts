import type { Bidi } from './bidi.ts';
import type { Key } from './keys.ts';
import type { Accessible, Box, Media } from './page.ts';

/**
 * Calls inside Firefox's own window, for what WebDriver cannot do. They lean on the browser's internal modules and
 * may break with a new release: everything of that kind is in this file.
 */
export interface Internals {
  /** Ends the background page as idleness does. */
  terminateBackground(): Promise<void>;
  /** `running`, `stopped`, … */
  backgroundState(): Promise<string>;
  permission(origin: string, granted: boolean): Promise<void>;
  /** A trusted key press in the browser's window, which reaches shortcuts. */
  press(keys: readonly Key[]): Promise<void>;
  openPopup(): Promise<void>;
  /** Waits for the toolbar popup and makes it a browsing context that WebDriver can address. Gives its id. */
  openedPopup(): Promise<string>;
  closePopup(): Promise<void>;
  /** The accessibility tree of a browsing context in document order; boxes in screen pixels. */
  accessible(context: string): Promise<readonly (Accessible & { readonly box: Box })[]>;
  media(context: string, media: Media): Promise<void>;
}

/** Needs a Firefox that was started with --remote-allow-system-access. */
export async function firefoxInternals(bidi: Bidi, addonId: string): Promise<Internals> {
  const tree = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = tree.contexts[0]?.context;
  if (window === undefined) throw new Error('Firefox has no window');
  return {
    terminateBackground: () => bidi.call(window, async (id) => await WebExtensionPolicy.getByID(id).extension.terminateBackground(), addonId),
    backgroundState: () => bidi.call(window, (id) => WebExtensionPolicy.getByID(id).extension.backgroundState, addonId),
    permission: (origin, granted) => bidi.call(window, changePermission, addonId, origin, granted),
    press: (keys) => bidi.call(window, pressTrusted, keys),
    openPopup: () => bidi.call(window, openPopup, addonId),
    openedPopup: () => bidi.call(window, adoptPopup),
    closePopup: () => bidi.call(window, closePopup),
    accessible: (context) => bidi.call(window, accessibleTree, context, ROLES),
    media: (context, media) => bidi.call(window, overrideMedia, context, media),
  };
}

/** Firefox's names of roles that differ from ARIA's, where the node does not tell the ARIA role itself. */
const ROLES: Readonly<Record<string, string>> = {
  pushbutton: 'button',
  'toggle button': 'button',
  entry: 'textbox',
  editcombobox: 'combobox',
  'combobox list': 'listbox',
  'combobox option': 'option',
  'check button': 'checkbox',
  pagetab: 'tab',
  'page tab list': 'tablist',
  pagetablist: 'tablist',
  propertypage: 'tabpanel',
  'text leaf': 'StaticText',
  statictext: 'StaticText',
  'internal frame': 'Iframe',
  document: 'RootWebArea',
  'listbox option': 'option',
  grouping: 'group',
  statusbar: 'status',
};

// Everything below runs in the browser's window. These are the parts of its globals that are used.

interface XulBrowser extends Element {
  readonly browsingContext: { prefersColorSchemeOverride: string; forcedColorsOverride: string; mediumOverride: string };
  readonly currentURI?: { readonly spec: string };
  readonly documentGlobal: Window;
  permanentKey?: object;
}
interface NativeAccessible {
  readonly role: number;
  readonly name: string | null;
  /** `xml-roles` is the ARIA role as written, and that of landmarks. */
  readonly attributes: { getStringProperty(name: string): string } | null;
  readonly firstChild: NativeAccessible | null;
  readonly nextSibling: NativeAccessible | null;
  getBounds(x: { value?: number }, y: { value?: number }, width: { value?: number }, height: { value?: number }): void;
}
interface AccessibilityService {
  getAccessibleFor(browser: XulBrowser): NativeAccessible | null;
  getStringRole(role: number): string;
}
interface InputProcessor {
  beginInputTransactionForTests(window: Window): boolean;
  keydown(key: KeyboardEvent): void;
  keyup(key: KeyboardEvent): void;
}
interface Extension {
  readonly backgroundState: string;
  terminateBackground(): Promise<void>;
}
interface Modules {
  readonly NavigableManager: { getIdForBrowser(browser: XulBrowser): string; getBrowserById(id: string): XulBrowser | null };
  readonly TabManager: { getTabsForWindow(window: Window): Iterable<{ readonly linkedBrowser: XulBrowser }> };
  readonly ExtensionParent: { apiManager: { global: { browserActionFor(extension: Extension): { triggerAction(window: Window): Promise<void> | void } } } };
  readonly ExtensionPermissions: Record<'add' | 'remove', (id: string, change: object, extension: Extension) => Promise<void>>;
}
declare const ChromeUtils: { importESModule(url: string): Modules };
declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: Extension } };
declare const Cc: {
  readonly '@mozilla.org/text-input-processor;1': { createInstance(type: unknown): InputProcessor };
  readonly '@mozilla.org/accessibilityService;1': { getService(type: unknown): AccessibilityService };
};
declare const Ci: Readonly<Record<'nsITextInputProcessor' | 'nsIAccessibilityService', unknown>>;
declare const gBrowser: { readonly selectedBrowser: HTMLElement };

async function changePermission(id: string, origin: string, granted: boolean): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const change = { permissions: [], origins: [origin], data_collection: [] };
  await ExtensionPermissions[granted ? 'add' : 'remove'](id, change, WebExtensionPolicy.getByID(id).extension);
}

function pressTrusted(keys: readonly Key[]): void {
  const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!processor.beginInputTransactionForTests(window)) throw new Error('the window takes no key now');
  gBrowser.selectedBrowser.focus();
  const events = keys.map(({ key, code, keyCode }) => new KeyboardEvent('', { key, code, keyCode }));
  for (const event of events) processor.keydown(event);
  for (const event of events.toReversed()) processor.keyup(event);
}

async function openPopup(id: string): Promise<void> {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  // As a click on the button: it opens the popup and lets the extension see the tab.
  await ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension).triggerAction(window);
}

async function adoptPopup(): Promise<string> {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const { TabManager } = ChromeUtils.importESModule('chrome://remote/content/shared/TabManager.sys.mjs');
  for (let tries = 0; tries < 200; tries++) {
    await new Promise((done) => setTimeout(done, 50));
    // Firefox loads the popup in a hidden panel first, and moves it into another element when it is shown.
    const popup = document.querySelector('browser.webextension-popup-browser:not(.webextension-preload-browser)') as unknown as XulBrowser | null;
    if (!popup?.currentURI?.spec.startsWith('moz-extension:')) continue;
    // WebDriver addresses tabs only: for it, the popup is one more tab of this window.
    popup.permanentKey ??= {};
    const tabs = TabManager.getTabsForWindow.bind(TabManager);
    TabManager.getTabsForWindow = (of) => (of === popup.documentGlobal && popup.isConnected ? [...tabs(of), { linkedBrowser: popup }] : tabs(of));
    return NavigableManager.getIdForBrowser(popup);
  }
  throw new Error('the popup did not open');
}

function closePopup(): void {
  for (const panel of document.querySelectorAll('panel:has(browser.webextension-popup-browser)')) (panel as unknown as { hidePopup(): void }).hidePopup();
}

async function accessibleTree(context: string, roles: Readonly<Record<string, string>>): Promise<(Accessible & { box: Box })[]> {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const browser = NavigableManager.getBrowserById(context);
  const nodes: (Accessible & { box: Box })[] = [];
  const ariaRole = (node: NativeAccessible): string | undefined => {
    try {
      return node.attributes?.getStringProperty('xml-roles').split(' ')[0];
    } catch {
      return undefined; // it throws where there is none
    }
  };
  const walk = (node: NativeAccessible): void => {
    const [x, y, width, height]: { value?: number }[] = [{}, {}, {}, {}];
    node.getBounds(x!, y!, width!, height!);
    const role = service.getStringRole(node.role);
    nodes.push({ role: ariaRole(node) ?? roles[role] ?? role, name: node.name ?? '', box: { x: x?.value ?? 0, y: y?.value ?? 0, width: width?.value ?? 0, height: height?.value ?? 0 } });
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
  };
  // The tree is built when it is first asked for, and not at once.
  for (let tries = 0; tries < 60 && nodes.length < 3; tries++) {
    nodes.length = 0;
    const frame = browser && service.getAccessibleFor(browser);
    if (frame?.firstChild) walk(frame.firstChild);
    if (nodes.length < 3) await new Promise((done) => setTimeout(done, 50));
  }
  return nodes;
}

function overrideMedia(context: string, { scheme, forcedColors, print }: Media): void {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const browser = NavigableManager.getBrowserById(context);
  if (!browser) throw new Error('no such page');
  browser.browsingContext.prefersColorSchemeOverride = scheme ?? 'none';
  browser.browsingContext.forcedColorsOverride = forcedColors ? 'active' : 'none';
  browser.browsingContext.mediumOverride = print ? 'print' : '';
}
