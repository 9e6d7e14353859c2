import { describe, expect, test, vi } from 'vitest';
import type { PaperDetail } from '../../src/messages/reader-contract.ts';
import { editOf, toWritten } from '../../src/manager/edit-form.tsx';
import { bytes } from '../../src/manager/keep-place.tsx';
import { scopeOf } from '../../src/manager/lens-dialog.tsx';
import { tagsIn } from '../../src/manager/tag-dialog.tsx';

vi.mock('../../src/browser/messages.ts', () => ({ ask: vi.fn<() => Promise<unknown>>() }));
vi.mock('../../src/browser/sources.ts', () => ({ keepSource: vi.fn<() => Promise<number>>(), takeSource: vi.fn<() => Promise<undefined>>() }));
vi.mock('../../src/browser/tell.ts', () => ({ onLookAgain: () => () => undefined }));
vi.mock('../../src/browser/storage-figures.ts', () => ({ askToPersist: async () => false }));

const paper: PaperDetail = {
  id: 4, key: 'arxiv:1711.10925', title: 'Deep Image Prior', authors: ['Dmitry Ulyanov', 'Andrea Vedaldi'], year: 2017, arxivId: '1711.10925', tags: [], isRead: false,
  hasNote: false, collections: [], added: 1, source: '', abstract: 'Text.', note: '', updated: 1, own: [], links: [],
};
const before = toWritten(paper);

describe('what was edited', () => {
  test('nothing, where nothing was', () => expect(editOf(before, { ...before, title: ' Deep Image Prior ' })).toEqual({}));
  test('only the changed fields', () => expect(editOf(before, { ...before, year: '2018', authors: 'A B\n\n C D ' })).toEqual({ year: 2018, authors: ['A B', 'C D'] }));
  test('an emptied field is null', () => expect(editOf(before, { ...before, arxivId: ' ' })).toEqual({ arxivId: null }));
  test.each(['17', '02017', '2017a', '-2017'])('%s is no year', (year) => expect(editOf(before, { ...before, year })).toBeUndefined());
});

test.each([
  ['a, b , a,,  c d', ['a', 'b', 'c d']],
  [' ,', []],
])('tags in %j', (text, tags) => expect(tagsIn(text)).toEqual(tags));

test.each([
  [{ collection: 3 }, { kind: 'collection', collection: 3 }],
  [{ tag: 'x' }, { kind: 'tag', tag: 'x' }],
  [{ tag: 'x', from: 2000 }, { kind: 'filter', filter: { tag: 'x', from: 2000 } }],
  [{}, { kind: 'filter', filter: {} }],
])('the scope of %j', (filter, scope) => expect(scopeOf(filter)).toEqual(scope));

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [34_400_000, '34 MB'],
  [999_999, '1.0 MB'],
])('%i in words', (n, words) => expect(bytes(n)).toBe(words));
