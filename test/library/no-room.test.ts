import { expect, test } from 'vitest';
import { merge } from '../../src/library/change-papers.ts';
import type { Reader } from '../../src/library/reader.ts';
import { save } from '../../src/library/save.ts';
import { StoreFull, TABLES } from '../../src/library/store.ts';
import { undo } from '../../src/library/undo.ts';
import { openReader, paper, readFile, saved, untilStill } from './open-reader.ts';

interface Ready {
  readonly ids: readonly number[];
  readonly collection: number;
  readonly lens: number;
  readonly job: number;
  readonly snapshot: number;
  readonly token: number;
  readonly backup: number;
}

/** Every place where the library writes. */
const WRITES: readonly (readonly [string, (reader: Reader, ready: Ready) => Promise<unknown>])[] = [
  ['saving', (reader) => save(reader.writer, [paper('Fresh')], { name: 'new one' })],
  ['saving what is there', (reader) => save(reader.writer, [paper('Alpha', { abstract: 'x' })])],
  ['editing', (reader, { ids }) => reader.papers.edit(ids[0]!, { title: 'Other' })],
  ['a note', (reader, { ids }) => reader.papers.note(ids[0]!, 'n')],
  ['a tag', (reader, { ids }) => reader.papers.tag(ids, ['t'], [])],
  ['marking as read', (reader, { ids }) => reader.papers.markRead(ids, true)],
  ['deleting', (reader, { ids }) => reader.papers.trash(ids)],
  ['placing', (reader, { ids, collection }) => reader.papers.place([...ids, -1], collection, null, [])],
  ['merging', (reader, { ids }) => merge(reader.writer, ids, {})],
  ['undoing', (reader, { token }) => undo(reader.writer, token)],
  ['a new collection', (reader) => reader.organizer.addCollection('other')],
  ['renaming a collection', (reader, { collection }) => reader.organizer.renameCollection(collection, 'z')],
  ['deleting a collection', (reader, { collection }) => reader.organizer.removeCollection(collection, 'trash')],
  ['switching a collection', (reader, { collection }) => reader.organizer.switchCollection(collection, false)],
  ['switching the one that ships', (reader) => reader.organizer.switchCollection(0, false)],
  ['a lens', (reader) => reader.organizer.putLens(null, 'l', { kind: 'tag', tag: 't' })],
  ['deleting a lens', (reader, { lens }) => reader.organizer.removeLens(lens)],
  ['settings', (reader) => reader.organizer.changeSettings({ bundledIsOn: false })],
  ['renaming a tag', (reader) => reader.organizer.renameTag('old', 'new')],
  ['starting an import', (reader, { job }) => reader.imports.start(job, '', null)],
  ['committing an import', (reader, { job }) => reader.imports.commit(job)],
  ['cancelling an import', (reader, { job }) => reader.imports.cancel(job)],
  ['a snapshot', (reader) => reader.snapshots.take('x')],
  ['a restore', (reader, { snapshot }) => reader.snapshots.restore(snapshot)],
  ['deleting a snapshot', (reader, { snapshot }) => reader.snapshots.remove(snapshot)],
  ['a backup file', (reader) => reader.backupFile()],
  ['reading a backup file', (reader, { backup }) => reader.readBackup(backup)],
  ['an export', (reader, { ids }) => reader.exports.file(ids, 'jsonl')],
];

test.each(WRITES)('no room while %s: one clear message, nothing changed, and it works when there is room', async (_, write) => {
  const { reader, store } = openReader();
  const ids = await saved(reader, paper('Alpha', { tags: ['old'] }), paper('Beta'));
  const { id: collection } = await reader.organizer.addCollection('c');
  const { undo: token } = await reader.papers.place([ids[0]!], collection, null);
  const { id: lens } = await reader.organizer.putLens(null, 'first', { kind: 'tag', tag: 'old' });
  const { id: snapshot } = await reader.snapshots.take('first');
  const { source: backup } = await reader.backupFile();
  const job = await readFile(reader, '{"title":"Imported"}');
  const everything = async (): Promise<unknown> => Promise.all(TABLES.map((table) => store.range(table)));
  const before = await everything();
  const ready: Ready = { ids, collection, lens, job, snapshot, token: token!, backup };
  // `start` asks for a file: the one of the backup will do.
  const given = write.toString().includes('imports.start') ? { ...ready, job: backup } : ready;
  store.beforeCommit = () => {
    throw new StoreFull();
  };
  await expect(write(reader, given)).rejects.toThrow('There is no room left on this device: nothing was changed.');
  expect(await everything()).toEqual(before);
  store.beforeCommit = undefined;
  await write(reader, given);
  expect(await everything()).not.toEqual(before);
});

test('no room while an import is read: it goes on where it was', async () => {
  const { reader, store } = openReader();
  const { source } = await reader.exports.keep(new Blob([Array.from({ length: 600 }, (_, at) => `{"title":"Paper ${at}"}`).join('\n')]), 'x.jsonl', 0);
  const { id } = await reader.imports.start(source, '', null);
  let commits = 0;
  store.beforeCommit = () => {
    if (++commits > 2) throw new StoreFull();
  };
  await expect(untilStill(reader, id)).rejects.toBeInstanceOf(StoreFull);
  store.beforeCommit = undefined;
  await untilStill(reader, id);
  expect((await reader.imports.jobs())[0]).toMatchObject({ stage: 'preview', counts: { new: 600 } });
});
