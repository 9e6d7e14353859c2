import browser from 'webextension-polyfill';

/** The sites whose pages are marked, as match patterns. */
const sites = (): string[] => browser.runtime.getManifest().content_scripts?.flatMap((script) => script.matches) ?? [];

/** False where the reader, or Firefox after an update, has not granted all of the sites. */
export async function sitesAllowed(): Promise<boolean> {
  // Not by "contains": Chromium takes a site that is covered by an optional permission too for one that is not yet given.
  const { origins = [] } = await browser.permissions.getAll();
  // Firefox gives whole hosts and names them so.
  return sites().every((site) => origins.includes(site) || origins.includes(site.replace(/^(\w+:\/\/[^/]+\/).*$/, '$1*')));
}

/** Asks the reader for the sites; must be called straight from a click. */
export const askForSites = (): Promise<boolean> => browser.permissions.request({ origins: sites() });
