import browser from 'webextension-polyfill';

/** Opens the popup in the current window; false where the browser wants a click for it. */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}
