import { openTable, type TableFiles, type WordTable } from '../../src/related/table.ts';

export const smallDimensions = 64;
/** IEEE half of 0.125. */
const eighth = 0x30_00;

/**
 * A table of a few words. Each word stands on one axis or between some, so that words of one axis mean the same.
 * @param words by name: how far it reaches along each axis, as whole numbers from -7 to 7.
 */
export function smallTable(words: Readonly<Record<string, Readonly<Record<number, number>>>>, frequency = 20): WordTable {
  return openTable(smallTableFiles(words, frequency));
}

export function smallTableFiles(words: Readonly<Record<string, Readonly<Record<number, number>>>>, frequency = 20): TableFiles {
  const names = Object.keys(words);
  const table = new Uint8Array((names.length * smallDimensions) / 2).fill(0x88);
  names.forEach((name, row) => {
    for (const [axis, reach] of Object.entries(words[name] ?? {})) {
      const at = (row * smallDimensions) / 2 + (Number(axis) >> 1);
      const high = Number(axis) % 2 === 0;
      table[at] = high ? ((reach + 8) << 4) | ((table[at] ?? 0) & 15) : ((table[at] ?? 0) & 0xf0) | (reach + 8);
    }
  });
  return {
    table: table.buffer,
    scale: new Uint16Array(names.length).fill(eighth).buffer,
    vocab: new TextEncoder().encode(names.join('\n')).slice().buffer,
    df: new Uint32Array(names.length).fill(frequency).buffer,
    meta: JSON.stringify({ n: names.length, d: smallDimensions, N: 10_000 }),
  };
}
