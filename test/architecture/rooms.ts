/** What one room may reach. Rooms of the project by name, packages by name, `node:` for Node's own modules. */
export interface Room {
  /** Rooms whose code it may run. */
  readonly uses: readonly string[];
  /** Rooms of which it may know the types, beyond those it uses. */
  readonly knows?: readonly string[];
  readonly packages?: readonly string[];
  /** Runs in a page or an extension page, so that it may touch the DOM. */
  readonly page?: true;
  /** Runs in Node only and is part of no bundle. */
  readonly node?: true;
}

/** The table of rooms and doors. Imports go downward only. */
export const ROOMS: Readonly<Record<string, Room>> = {
  packing: { uses: [] },
  paper: { uses: ['packing'] },
  formats: { uses: ['paper'] },
  references: { uses: ['paper'] },
  sites: { uses: ['paper'], knows: ['references'] },
  mentions: { uses: ['paper'] },
  related: { uses: ['paper'] },
  search: { uses: ['packing', 'paper'], packages: ['minisearch'] },
  collections: { uses: ['paper', 'formats'] },
  library: { uses: ['packing', 'paper', 'references', 'formats', 'mentions', 'related', 'search'] },
  messages: { uses: [], knows: ['paper', 'references', 'formats', 'sites', 'related', 'search', 'library'] },
  // Of library/ the store's promises: the database here keeps them.
  browser: { uses: ['paper', 'messages', 'library'], packages: ['webextension-polyfill', 'idb'] },
  worker: { uses: ['library', 'messages', 'browser'], knows: ['paper'] },
  ui: { uses: ['messages', 'browser'], knows: ['paper', 'library'], packages: ['preact'], page: true },
  content: { uses: ['sites', 'messages', 'browser', 'ui'], knows: ['paper', 'library'], packages: ['preact'], page: true },
  // The script for pages without an adapter: of content/ what every script in a page needs.
  anywhere: { uses: ['content', 'mentions', 'messages', 'browser'], page: true },
  popup: { uses: ['messages', 'browser', 'ui', 'sites'], knows: ['paper', 'library'], packages: ['preact'], page: true },
  manager: { uses: ['messages', 'browser', 'ui'], knows: ['paper', 'library'], packages: ['preact'], page: true },
  build: { uses: ['paper', 'collections', 'related', 'search', 'library'], packages: ['node:', 'vite', 'fflate', 'word-list'], node: true },
  start: { uses: ['build'], knows: ['messages'], packages: ['node:', 'playwright-core', 'ws'], page: true, node: true },
  train: { uses: ['paper', 'related', 'evaluate'], packages: ['node:'], node: true },
  evaluate: { uses: ['paper', 'related', 'collections'], packages: ['node:'], node: true },
};
