import { openTable, tableFiles, type WordTable } from '../related/table.ts';
import type { ReadFile } from './package.ts';

/** The word table that ships beside the collections. */
export async function readTable(read: ReadFile, folder = 'model'): Promise<WordTable> {
  const [table, scale, vocab, df, meta] = await Promise.all([
    read(`${folder}/${tableFiles.table}`),
    read(`${folder}/${tableFiles.scale}`),
    read(`${folder}/${tableFiles.vocab}`),
    read(`${folder}/${tableFiles.df}`),
    read(`${folder}/${tableFiles.meta}`),
  ]);
  return openTable({ table, scale, vocab, df, meta: new TextDecoder().decode(meta) });
}
