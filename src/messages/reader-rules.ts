import type { Id, LensScope, PaperFilter } from '../library/stored.ts';
import { LIMITS } from './contract.ts';
import { READER_LIMITS, type Edit, type PaperQuery, type ReaderContract, type SaveTo, type Seen, type Which } from './reader-contract.ts';
import type { Rule } from './sender-rule.ts';
import { type Check, either, flag, list, nothing, object, oneOf, orNull, text, whole } from './validate.ts';

const { title, name, abstract } = { title: text(LIMITS.title * 2), name: text(LIMITS.name), abstract: text(READER_LIMITS.note) };
const id: Check<Id> = whole(1, 2 ** 40);
/** Papers of the collection that ships are below zero. */
const paperId: Check<Id> = whole(-(2 ** 20), 2 ** 40);
const collectionId: Check<Id> = whole(0, 2 ** 40);
const year = whole(1000, 9999);
const label = text(READER_LIMITS.name);
const tag = text(READER_LIMITS.tag);
const authors = list(name, LIMITS.authors * 10);
const place = whole(0, 10_000_000);

const seen: Check<Seen> = object(
  { title },
  { arxivId: text(LIMITS.id), doi: text(LIMITS.id), abstract: text(LIMITS.abstract), authors: list(name, LIMITS.authors), year, isCut: flag, venue: text(READER_LIMITS.venue), version: whole(1, 999) },
);
const saveTo: Check<SaveTo> = either(object({ collection: orNull(id) }), object({ name: label }));
const filter: Check<PaperFilter> = object({}, { collection: collectionId, tag, from: year, to: year, isRead: flag, source: text(LIMITS.id), words: text(LIMITS.query) });
const query: Check<PaperQuery> = object(
  {},
  { words: text(LIMITS.query), filter, isTrash: flag, sort: oneOf('added', 'title', 'authors', 'year', 'venue', 'updated', 'relevance'), isDescending: flag },
);
const which: Check<Which> = either(object({ ids: list(paperId, READER_LIMITS.ids) }), object({ query }));
const edit: Check<Edit> = object(
  {},
  {
    title: orNull(title), abstract: orNull(abstract), authors: orNull(authors), year: orNull(year), arxivId: orNull(text(LIMITS.id)), doi: orNull(text(LIMITS.id)),
    venue: orNull(text(READER_LIMITS.venue)), url: orNull(text(READER_LIMITS.url)),
  },
);
const scope: Check<LensScope> = either(
  object({ kind: oneOf('collection'), collection: collectionId }),
  object({ kind: oneOf('tag'), tag }),
  object({ kind: oneOf('filter'), filter }),
  object({ kind: oneOf('set'), papers: list(id, READER_LIMITS.ids), bundled: list(text(LIMITS.id + LIMITS.title * 2), READER_LIMITS.ids) }),
);
const some = list(paperId, 100);
const format = text(40);

const pages = <Ask>(check: Check<Ask>): Rule<Ask> => ({ from: ['extension'], check });
const anyone = <Ask>(check: Check<Ask>): Rule<Ask> => ({ from: ['content', 'extension'], check });

/** Who may send what of the reader's own papers. A content script saves, takes back and looks; everything else is for our pages. */
export const READER_RULES: { readonly [M in keyof ReaderContract]: Rule<ReaderContract[M]['ask']> } = {
  save: anyone(object({ papers: list(seen, READER_LIMITS.save) }, { seenAt: text(READER_LIMITS.url), to: saveTo })),
  undo: anyone(object({ token: id })),
  standing: anyone(nothing),
  collections: anyone(nothing),
  nextLens: anyone(object({ after: orNull(id) })),
  papers: pages(object({ query, from: place, limit: whole(1, READER_LIMITS.page) })),
  paperIds: pages(object({ query })),
  detail: pages(object({ id: paperId })),
  edit: pages(object({ id, fields: edit })),
  note: pages(object({ id, note: text(READER_LIMITS.note) })),
  markRead: pages(object({ which, isRead: flag })),
  tagPapers: pages(object({ which, add: list(tag, READER_LIMITS.tags), remove: list(tag, READER_LIMITS.tags) })),
  place: pages(object({ which, to: orNull(id), from: orNull(id) })),
  trash: pages(object({ which })),
  restore: pages(object({ which })),
  emptyTrash: pages(nothing),
  duplicates: pages(object({ limit: whole(1, READER_LIMITS.page) })),
  mergePreview: pages(object({ ids: some })),
  merge: pages(object({ ids: some, fields: edit })),
  addCollection: pages(object({ name: label })),
  renameCollection: pages(object({ id, name: label })),
  removeCollection: pages(object({ id, papers: oneOf('keep', 'trash') })),
  switchCollection: pages(object({ id: collectionId, isOn: flag })),
  tags: pages(nothing),
  renameTag: pages(object({ from: tag, to: tag })),
  sources: pages(nothing),
  lenses: pages(nothing),
  setLens: pages(object({ id: orNull(id) })),
  putLens: pages(object({ id: orNull(id), name: label, scope })),
  removeLens: pages(object({ id })),
  settings: pages(nothing),
  changeSettings: pages(object({}, { lens: orNull(id), bundledIsOn: flag, saveTo: orNull(id) })),
  formats: pages(nothing),
  startImport: pages(object({ source: id, format, collection: orNull(id) })),
  jobs: pages(nothing),
  continueJob: pages(object({ job: id })),
  preview: pages(object({ job: id, kind: oneOf('new', 'merged', 'same', 'problem'), from: place, limit: whole(1, READER_LIMITS.page) })),
  problemsFile: pages(object({ job: id })),
  commitImport: pages(object({ job: id })),
  cancelJob: pages(object({ job: id })),
  dismissJob: pages(object({ job: id })),
  exportFile: pages(object({ which, format })),
  exportText: pages(object({ which, format })),
  snapshots: pages(nothing),
  takeSnapshot: pages(nothing),
  removeSnapshot: pages(object({ id })),
  restorePreview: pages(object({ snapshot: id })),
  restoreSnapshot: pages(object({ snapshot: id })),
  backupFile: pages(nothing),
  readBackup: pages(object({ source: id })),
  storage: pages(nothing),
  dismissProblem: pages(nothing),
};
