import browser from 'webextension-polyfill';
import { hostMatches } from './match-pattern.ts';

/** The id under which the content script is registered for the sites that the reader has enabled. */
const REGISTERED = 'granted-sites';

const manifestScripts = () => browser.runtime.getManifest().content_scripts ?? [];

/** Match patterns of the sites that the reader has enabled beyond those of the manifest. */
export async function grantedSites(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const always = manifestScripts().flatMap((script) => script.matches);
  return origins.filter((origin) => !always.some((pattern) => hostMatches(pattern, origin.replace('//*.', '//').replace(/\*$/, ''))));
}

export const isGranted = (origin: string): Promise<boolean> => browser.permissions.contains({ origins: [origin] });

/** Asks the reader for one site; must be called straight from a click. */
export const askForSite = (origin: string): Promise<boolean> => browser.permissions.request({ origins: [origin] });

export const giveSiteBack = (origin: string): Promise<boolean> => browser.permissions.remove({ origins: [origin] });

/**
 * Keeps the content script running on the sites that the reader has enabled: registered with the browser, which remembers
 * it over restarts, and started at once in tabs that are open there. `left` is told which sites it no longer runs on.
 * Call synchronously at the worker's top level.
 */
export function keepOnGrantedSites(left: (origins: readonly string[]) => void): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length > 0) void register().then(() => startIn(origins));
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    if (origins.length > 0) void register().then(() => left(origins));
  });
  // A new version starts without registrations, and its script runs in no tab that was open before it was.
  browser.runtime.onInstalled.addListener(() => void register().then(async () => startIn(await grantedSites())));
  browser.runtime.onStartup.addListener(() => void register());
}

/** One registration follows the other: two at a time would both find none and both add it. */
let last: Promise<void> = Promise.resolve();
const register = (): Promise<void> => (last = last.then(registerNow, registerNow));

async function registerNow(): Promise<void> {
  const matches = [...(await grantedSites())];
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTERED] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [REGISTERED] });
    return;
  }
  const script = { id: REGISTERED, matches, js: contentFiles(), runAt: 'document_idle' as const, persistAcrossSessions: true };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Tabs that were open when the reader enabled their site, or when a new version came. The script itself sees to it that it runs once. */
async function startIn(origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return; // none would stand for all
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : browser.scripting.executeScript({ target: { tabId: id }, files: contentFiles() }))));
}

/**
 * The first content script is the one for any site. Its files as the browser takes them: by their place in the package,
 * which Firefox itself gives as an address.
 */
const contentFiles = (): string[] => (manifestScripts()[0]?.js ?? []).map((file) => file.replace(browser.runtime.getURL(''), ''));
