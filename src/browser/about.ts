import browser from 'webextension-polyfill';

/** The version of the extension that runs. */
export const version = (): string => browser.runtime.getManifest().version;
