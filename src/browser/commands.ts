import browser from 'webextension-polyfill';

/** Calls back with the tab a command was given in; call synchronously at the worker's top level. */
export function onCommand(name: string, run: (tab: number | undefined) => void): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === name) run(tab?.id);
  });
}

/** The key now set for a command, as the browser writes it; undefined where none is set or it was refused. */
export async function shortcut(name: string): Promise<string | undefined> {
  const all = await browser.commands.getAll();
  return all.find((command) => command.name === name)?.shortcut || undefined;
}

/** Opens the browser's own page for changing keys. */
export async function openShortcutSettings(): Promise<void> {
  // Firefox has a call for it; Chromium opens its page by address.
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?: () => Promise<void> };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
