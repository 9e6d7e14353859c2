import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openTable, tableFiles, type WordTable } from '../related/table.ts';
import { InputError, reason } from './jsonl.ts';

/**
 * Opens the table in a folder.
 * @returns undefined where the folder holds none.
 * @throws InputError where its files do not fit each other.
 */
export async function readTable(folder: string): Promise<WordTable | undefined> {
  const open = async (name: string): Promise<ArrayBuffer> => {
    const bytes = await readFile(join(folder, name));
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  };
  try {
    return openTable({
      table: await open(tableFiles.table),
      scale: await open(tableFiles.scale),
      vocab: await open(tableFiles.vocab),
      df: await open(tableFiles.df),
      meta: await readFile(join(folder, tableFiles.meta), 'utf8'),
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new InputError(`${folder}: no readable table: ${reason(error)}`, { cause: error });
  }
}
