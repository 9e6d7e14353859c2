import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { READER_LIMITS } from '../../src/messages/reader-contract.ts';
import { READER_RULES } from '../../src/messages/reader-rules.ts';
import { BadMessage } from '../../src/messages/validate.ts';
import { VALID } from './reader-samples.ts';

const which = { ids: [1, -5] };
const badId = [null, {}, { id: 0 }, { id: 1.5 }, { id: '1' }];
const badJob = [null, {}, { job: 0 }, { job: '1' }];
const badNothing = [{}, undefined];

const INVALID: Record<string, unknown[]> = {
  save: [null, {}, { papers: [{}] }, { papers: [{ title: 't', version: 0 }] }, { papers: [], to: 'x' }, { papers: [], to: { collection: 0 } }, { papers: [], to: {} }, { papers: Array.from({ length: 501 }, () => ({ title: '' })) }, { papers: [], seenAt: 'x'.repeat(2001) }],
  undo: [null, {}, { token: 0 }, { token: 'x' }],
  papers: [{}, { query: {}, from: -1, limit: 1 }, { query: {}, from: 0, limit: 0 }, { query: {}, from: 0, limit: 501 }, { query: { sort: 'id' }, from: 0, limit: 1 }, { query: { filter: { isRead: 'yes' } }, from: 0, limit: 1 }],
  paperIds: [null, {}, { query: [] }],
  detail: [{ id: 0.5 }, { id: -(2 ** 21) }],
  edit: [{ id: -1, fields: {} }, { id: 1 }, { id: 1, fields: { title: 7 } }, { id: 1, fields: { authors: 'a' } }],
  note: [{ id: 1 }, { id: 1, note: 'x'.repeat(READER_LIMITS.note + 1) }],
  markRead: [{ which: {}, isRead: true }, { which }, { which: { ids: ['1'] }, isRead: true }],
  tagPapers: [{ which, add: 'a', remove: [] }, { which, add: ['x'.repeat(101)], remove: [] }],
  place: [{ which, to: 0, from: null }, { which }],
  trash: [{}, { which: null }], restore: [{}],
  duplicates: [{}, { limit: 0 }],
  mergePreview: [{ ids: Array.from({ length: 101 }, () => 1) }, {}],
  merge: [{ ids: [1, 2] }],
  addCollection: [{}, { name: 'x'.repeat(201) }],
  renameCollection: [{ id: 0, name: 'n' }],
  removeCollection: [{ id: 1, papers: 'burn' }, { id: 0, papers: 'keep' }],
  switchCollection: [{ id: 0 }, { id: -1, isOn: true }],
  renameTag: [{ from: 'a' }],
  setLens: [{}, { id: 0 }],
  nextLens: [null, {}, { after: 0 }, { after: 'x' }],
  putLens: [{ id: null, name: 'n' }, { id: null, name: 'n', scope: { kind: 'other' } }, { id: null, name: 'n', scope: { kind: 'set', papers: [1] } }],
  removeLens: badId,
  changeSettings: [null, { lens: 'x' }, { bundledIsOn: 1 }],
  startImport: [{ source: 1, format: '' }, { source: 0, format: '', collection: null }],
  continueJob: badJob, problemsFile: badJob, commitImport: badJob, cancelJob: badJob, dismissJob: badJob,
  preview: [{ job: 1, kind: 'all', from: 0, limit: 50 }],
  exportFile: [{ which }], exportText: [{ format: 'bibtex' }],
  removeSnapshot: badId,
  restorePreview: [{}], restoreSnapshot: [{ snapshot: '1' }],
  readBackup: [{}],
  ...Object.fromEntries(['standing', 'collections', 'emptyTrash', 'tags', 'sources', 'lenses', 'settings', 'formats', 'jobs', 'snapshots', 'takeSnapshot', 'backupFile', 'storage', 'dismissProblem'].map((name) => [name, badNothing])),
};

const RULES: Record<string, { from: readonly string[]; check: (value: unknown, place: string) => unknown }> = READER_RULES;

describe("rules for the reader's own papers", () => {
  test('every message has valid and invalid cases here', () => {
    expect(Object.keys(VALID).sort()).toEqual(Object.keys(RULES).sort());
    expect(Object.keys(INVALID).sort()).toEqual(Object.keys(RULES).sort());
  });

  test('a content script may save, take back and look, and nothing else', () => {
    expect(Object.keys(RULES).filter((name) => RULES[name]?.from.includes('content'))).toEqual(['save', 'undo', 'standing', 'collections', 'nextLens']);
  });

  for (const [name, rule] of Object.entries(RULES)) {
    test.each((VALID[name] ?? []).map((payload) => [payload]))(`${name} takes %j`, (payload) => {
      expect(rule.check(payload, name)).toEqual(payload);
    });
    test.each((INVALID[name] ?? []).map((payload) => [payload]))(`${name} refuses %j`, (payload) => {
      expect(() => rule.check(payload, name)).toThrow(BadMessage);
    });
    test(`${name} lets through nothing but clean copies, whatever comes`, () => {
      fc.assert(
        fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (payload) => {
          try {
            const clean = rule.check(payload, name);
            return clean === null || clean !== payload;
          } catch (problem) {
            return problem instanceof BadMessage;
          }
        }),
        { numRuns: 300 },
      );
    });
  }
});
