import { READER_LIMITS } from '../../src/messages/reader-contract.ts';

const which = { ids: [1, -5] };
const byId = [{ id: 1 }];
const job = [{ job: 1 }];

/** Payloads of each message that are taken. */
export const VALID: Record<string, unknown[]> = {
  save: [{ papers: [] }, { papers: [{ title: 't', arxivId: '1711.10925', venue: 'v', version: 2 }], seenAt: 'https://arxiv.org/', to: { collection: null } }, { papers: [], to: { name: 'new' } }],
  undo: [{ token: 1 }],
  standing: [null], collections: [null], emptyTrash: [null], tags: [null], sources: [null], lenses: [null], nextLens: [{ after: null }, { after: 3 }], settings: [null], formats: [null], jobs: [null], snapshots: [null],
  takeSnapshot: [null], backupFile: [null], storage: [null], dismissProblem: [null],
  papers: [{ query: {}, from: 0, limit: 1 }, { query: { words: 'w', filter: { collection: 0, tag: 't', from: 2000, to: 2020, isRead: true, source: 'arxiv.org', words: 'x' }, isTrash: true, sort: 'year', isDescending: false }, from: 5, limit: READER_LIMITS.page }],
  paperIds: [{ query: {} }],
  detail: [{ id: 1 }, { id: -207 }],
  edit: [{ id: 1, fields: {} }, { id: 1, fields: { title: 't', authors: ['a'], year: null, abstract: 'x', arxivId: null, doi: '10.1/2', venue: 'v', url: 'https://x.example/' } }],
  note: [{ id: 1, note: 'n' }],
  markRead: [{ which, isRead: true }, { which: { query: { words: 'x' } }, isRead: false }],
  tagPapers: [{ which, add: ['a'], remove: [] }],
  place: [{ which, to: 1, from: null }],
  trash: [{ which }], restore: [{ which }],
  duplicates: [{ limit: 10 }],
  mergePreview: [{ ids: [1, 2] }],
  merge: [{ ids: [1, 2], fields: { title: 't' } }],
  addCollection: [{ name: 'n' }],
  renameCollection: [{ id: 1, name: 'n' }],
  removeCollection: [{ id: 1, papers: 'keep' }, { id: 1, papers: 'trash' }],
  switchCollection: [{ id: 0, isOn: false }],
  renameTag: [{ from: 'a', to: '' }],
  setLens: [{ id: null }, { id: 1 }],
  putLens: [
    { id: null, name: 'n', scope: { kind: 'tag', tag: 't' } }, { id: 1, name: 'n', scope: { kind: 'collection', collection: 0 } }, { id: 1, name: 'n', scope: { kind: 'filter', filter: { isRead: false } } },
    { id: 1, name: 'n', scope: { kind: 'set', papers: [1], bundled: ['arxiv:1'] } },
  ],
  removeLens: byId,
  changeSettings: [{}, { lens: null, bundledIsOn: false, saveTo: 4 }],
  startImport: [{ source: 1, format: '', collection: null }],
  continueJob: job, problemsFile: job, commitImport: job, cancelJob: job, dismissJob: job,
  preview: [{ job: 1, kind: 'problem', from: 0, limit: 50 }],
  exportFile: [{ which, format: 'bibtex' }], exportText: [{ which: { query: {} }, format: 'bibtex' }],
  removeSnapshot: byId,
  restorePreview: [{ snapshot: 1 }], restoreSnapshot: [{ snapshot: 1 }],
  readBackup: [{ source: 1 }],
};
