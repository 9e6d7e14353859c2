import { readAsset } from '../browser/assets.ts';
import { onCommand } from '../browser/commands.ts';
import { keepOnGrantedSites } from '../browser/granted-sites.ts';
import { askPage } from '../browser/messages.ts';
import { startInOpenTabs } from '../browser/open-tabs.ts';
import { openPopup } from '../browser/popup.ts';
import { remember } from '../browser/session.ts';
import { notebook } from '../browser/notebook.ts';
import { ReaderStore } from '../browser/reader-store.ts';
import { serveWorker } from '../browser/serve-worker.ts';
import { atMostEvery, tellAll } from '../browser/tell.ts';
import { EitherLibrary } from '../library/either-library.ts';
import { lazy } from '../library/lazy.ts';
import { CollectionLibrary } from '../library/library.ts';
import { openPackage, readLexicon } from '../library/package.ts';
import { ReaderCollection } from '../library/reader-collection.ts';
import { RightOfWay } from '../library/right-of-way.ts';
import { WholeLibrary } from '../library/whole-library.ts';
import { onMenu } from '../browser/menu.ts';
import { tabAddress } from '../browser/tabs.ts';
import { leaveSites } from './left-sites.ts';
import { whenAsked } from './when-asked.ts';

/** The keys of the bundled collection, written in here by the build: a file would take longer to ask for than all the rest of a badge's answer. */
declare const BUNDLED_KEYS: string | undefined;

// The worker may die after any line: it holds nothing but lazily read parts of the package and what can be read again.
const shipped = openPackage(readAsset, { keys: BUNDLED_KEYS });
const store = new ReaderStore();
const way = new RightOfWay();
const changed = atMostEvery(500, () => void tellAll());
const own = new ReaderCollection(store, {
  caughtUp: changed,
  way,
  table: async () => (await import('../library/word-table.ts')).readTable(readAsset),
  isWord: lazy(() => readLexicon(readAsset)),
});
const library = new EitherLibrary({
  isAlone: () => store.note.saysNothing(),
  shipped: new CollectionLibrary(() => Promise.resolve([shipped])),
  whole: new WholeLibrary({ shipped, own, store, shelf: async () => (await answers()).reader.shelf }),
});
const answers = lazy(async () => {
  const [{ openReader }, { findByWords }] = await Promise.all([import('./reader-answers.ts'), import('../library/find-words.ts')]);
  return openReader({ store, notebook, way, bundled: () => shipped.all(), find: (words) => findByWords(words, [own, shipped]), changed });
});

serveWorker({
  identify: ({ mentions }) => library.identify(mentions),
  references: async ({ entries }) => (await import('../library/references.ts')).readReferences(entries, (mentions) => library.identify(mentions)),
  relate: ({ mentions }) => library.relate(mentions),
  rank: ({ mentions }) => library.rank(mentions),
  explain: ({ mention }) => library.explain(mention),
  search: ({ query, limit }) => library.search(query, limit),
  paper: ({ key }) => library.paper(key),
  markPage: ({ tab }) => mark(tab),
  openPopup: async ({ key }) => {
    if (key !== undefined) await remember('popup.open', key);
    return openPopup();
  },
  ...whenAsked(async () => (await answers()).answers),
});

// Nearly every question needs the keys, and to know whether there is a store to ask: both are read, and the store opened, while the question that woke the worker is still on its way.
library.identify([]).catch(() => undefined);

// What is due waits until the question that woke the worker is answered.
setTimeout(() => {
  void answers().then(({ reader }) => reader.upkeep()).catch(() => undefined);
  void own.catchUp().catch(() => undefined);
  void store.note.lookAt(store).catch(() => undefined);
}, 3_000);

keepOnGrantedSites((origins) => void leaveSites(origins));
startInOpenTabs();

const mark = async (tab: number) => {
  const [{ markPage }, url] = await Promise.all([import('./mark-page.ts'), tabAddress(tab)]);
  // The reader's own and those that ship; which of them count is for identity to say.
  return markPage(tab, url, library, async () => [...(await store.range('record').catch(() => [])), ...(await shipped.all())]);
};
/** By menu or key there is nobody to tell what went wrong: the popup opens, where the same button says it. */
const markOrTell = (tab: number): void => void mark(tab).catch(() => openPopup());
onMenu('mark-page', 'Mark the papers of your collection on this page', markOrTell);
onMenu('save-paper', 'Save the paper on this page', (tab) => onPage(tab, 'savePaper'));
onCommand('mark-page', (tab) => tab !== undefined && markOrTell(tab));

/** Where no content script answers, or has nothing to do, the popup does. */
function onPage(tab: number | undefined, message: 'quickLookup' | 'savePaper'): void {
  const done = tab === undefined ? Promise.resolve(false) : askPage(tab, message, null).catch(() => false);
  void done.then((isDone) => isDone || openPopup());
}
onCommand('quick-lookup', (tab) => onPage(tab, 'quickLookup'));
onCommand('save-paper', (tab) => onPage(tab, 'savePaper'));
