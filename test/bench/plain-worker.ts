import { openPlain } from './plain-minisearch.ts';

/** The part of the extension interface that is used here. */
declare const chrome: {
  readonly runtime: {
    getURL(file: string): string;
    readonly onMessage: { addListener(answer: (query: unknown) => Promise<unknown>): void };
  };
};

/** The peer's whole worker: reads the packaged index, loads it, answers with the stored records. */
type Search = ReturnType<typeof openPlain>;
let search: Promise<Search> | undefined;

async function load(): Promise<Search> {
  const file = await fetch(chrome.runtime.getURL('index.json'));
  return openPlain(await file.text());
}

chrome.runtime.onMessage.addListener(async (query: unknown) => {
  search ??= load();
  return (await search)(String(query)).slice(0, 20);
});
