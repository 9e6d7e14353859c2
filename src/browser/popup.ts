import browser from 'webextension-polyfill';

/** Shows the library page, in the tab that has it already or in a new one. */
export const openLibraryPage = (): Promise<void> => browser.runtime.openOptionsPage();

/** Opens the popup in the current window; false where the browser wants a click for it. */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}
