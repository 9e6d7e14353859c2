import browser from 'webextension-polyfill';

export interface Tab {
  readonly id: number;
  /** Known only while the reader has just called the extension on this tab (activeTab). */
  readonly url?: string;
  readonly title?: string;
}

/** The tab the reader looks at, in the window the asker belongs to. */
export async function activeTab(): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  return { id: tab.id, ...(tab.url ? { url: tab.url } : {}), ...(tab.title ? { title: tab.title } : {}) };
}

/** The address of a tab that the reader has just called the extension on; empty where the browser keeps it. */
export const tabAddress = async (tab: number): Promise<string> => (await browser.tabs.get(tab)).url ?? '';

/** The ids of all tabs. */
export async function allTabs(): Promise<number[]> {
  return (await browser.tabs.query({})).flatMap(({ id }) => id ?? []);
}

/** Opens an https address in a new tab. */
export async function openTab(url: string): Promise<void> {
  if (new URL(url).protocol !== 'https:') throw new Error('only https addresses are opened');
  await browser.tabs.create({ url });
}
