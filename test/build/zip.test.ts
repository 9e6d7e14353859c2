import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { filesOf, zipFolder } from '../../src/build/zip.ts';

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

/** The same files, written in another order and with other times. */
function folder(names: readonly string[], time: Date): string {
  const root = mkdtempSync(join(tmpdir(), 'paperkin-zip-'));
  made.push(root);
  mkdirSync(join(root, 'a'));
  for (const name of names) {
    writeFileSync(join(root, name), `contents of ${name}`);
    utimesSync(join(root, name), time, time);
  }
  return root;
}

const names = ['b.txt', 'a/z.txt', 'a/é.txt', 'B.txt'];
const one = folder(names, new Date('2001-01-01'));
const two = folder(names.toReversed(), new Date('2026-06-01'));

test('neither order nor times of the files change a byte', () => {
  expect(Buffer.from(zipFolder(one)).equals(Buffer.from(zipFolder(two)))).toBe(true);
});

test('another content is another zip', () => {
  const other = folder(names, new Date('2001-01-01'));
  writeFileSync(join(other, 'b.txt'), 'changed');
  expect(Buffer.from(zipFolder(one)).equals(Buffer.from(zipFolder(other)))).toBe(false);
});

test('every file is there, by its path with slashes, in code unit order', () => {
  expect(filesOf(one)).toEqual(['B.txt', 'a/z.txt', 'a/é.txt', 'b.txt']);
  const back = unzipSync(zipFolder(one));
  expect(Object.keys(back).sort()).toEqual(filesOf(one));
  expect(strFromU8(back['a/é.txt']!)).toBe('contents of a/é.txt');
});
