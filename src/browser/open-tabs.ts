import browser from 'webextension-polyfill';

/**
 * Starts the content script in the tabs that were open before this version was: after an update the script of the old
 * version is cut off there and takes its badges away. Firefox does this by itself, and its build lacks the permission;
 * Chromium leaves the tabs without. Call synchronously at the worker's top level.
 */
export function startInOpenTabs(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    const { host_permissions: sites, content_scripts: scripts = [] } = browser.runtime.getManifest();
    if (sites === undefined || (reason !== 'install' && reason !== 'update')) return;
    for (const { matches, js = [] } of scripts) void start(matches, js);
  });
}

async function start(sites: readonly string[], files: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...sites] });
  // A sleeping tab has no page to run in, and gets the script when it wakes; one that shows an error of the browser's refuses it.
  await Promise.allSettled(tabs.map(async ({ id, discarded }) => id !== undefined && !discarded && (await browser.scripting.executeScript({ target: { tabId: id }, files: [...files] }))));
}
