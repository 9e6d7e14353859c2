import browser from 'webextension-polyfill';

/** The sites whose pages are marked, as match patterns. */
const sites = (): string[] => browser.runtime.getManifest().content_scripts?.flatMap((script) => script.matches) ?? [];

/** False where the reader, or Firefox after an update, has not granted all of the sites. */
export const sitesAllowed = (): Promise<boolean> => browser.permissions.contains({ origins: sites() });

/** Asks the reader for the sites; must be called straight from a click. */
export const askForSites = (): Promise<boolean> => browser.permissions.request({ origins: sites() });
