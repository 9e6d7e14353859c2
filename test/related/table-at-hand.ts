import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTable, tableFiles, type WordTable } from '../../src/related/table.ts';

const root = join(import.meta.dirname, '../..');
const shared = process.env['PAPERKIN_SHARED'] ?? join(root, '../shared');

/** The table that ships, else the one to compare with where it lies beside the project, else none. */
export function tableAtHand(): WordTable | undefined {
  const folder = [join(root, 'public/model'), join(shared, 'model')].find((path) => existsSync(join(path, tableFiles.table)));
  if (folder === undefined) return undefined;
  console.log(`word table of ${folder}`);
  return readTableFrom(folder);
}

export function readTableFrom(folder: string): WordTable {
  const bytes = (name: string): ArrayBuffer => new Uint8Array(readFileSync(join(folder, name))).buffer;
  return openTable({
    table: bytes(tableFiles.table),
    scale: bytes(tableFiles.scale),
    vocab: bytes(tableFiles.vocab),
    df: bytes(tableFiles.df),
    meta: readFileSync(join(folder, tableFiles.meta), 'utf8'),
  });
}
