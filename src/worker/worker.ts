import { readAsset } from '../browser/assets.ts';
import { onCommand } from '../browser/commands.ts';
import { askPage, serveWorker } from '../browser/messages.ts';
import { openPopup } from '../browser/popup.ts';
import { remember } from '../browser/session.ts';
import { openLibrary } from '../library/library.ts';

/** The keys of the bundled collection, written in here by the build: a file would take longer to ask for than all the rest of a badge's answer. */
declare const BUNDLED_KEYS: string | undefined;

// The worker may die after any line: it holds nothing but lazily read parts of the package.
const library = openLibrary(readAsset, BUNDLED_KEYS);

serveWorker({
  identify: ({ mentions }) => library.identify(mentions),
  relate: ({ mentions }) => library.relate(mentions),
  rank: ({ mentions }) => library.rank(mentions),
  explain: ({ mention }) => library.explain(mention),
  search: ({ query, limit }) => library.search(query, limit),
  paper: ({ key }) => library.paper(key),
  openPopup: async ({ key }) => {
    if (key !== undefined) await remember('popup.open', key);
    return openPopup();
  },
});

// Nearly every question needs the keys: they are opened while the question that woke the worker is still on its way.
library.identify([]).catch(() => undefined);

/** Where no content script answers, the popup does. */
onCommand('quick-lookup', (tab) => {
  const shown = tab === undefined ? Promise.resolve(false) : askPage(tab, 'quickLookup', null).catch(() => false);
  void shown.then((done) => done || openPopup());
});
