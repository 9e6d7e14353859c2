import browser from 'webextension-polyfill';

/** An entry in the menu of every page; `run` gets the tab. Call synchronously at the worker's top level. */
export function onMenu(id: string, title: string, run: (tab: number) => void): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() => browser.contextMenus.create({ id, title, contexts: ['page', 'selection'] }));
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === id && tab?.id !== undefined) run(tab.id);
  });
}
