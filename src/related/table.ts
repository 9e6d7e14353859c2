import { Vocabulary } from './vocabulary.ts';
import { Words } from './words.ts';

/** The packaged word table as its files hold it; see `tableFiles` for their names. */
export interface TableFiles {
  /** n rows of d/2 bytes; byte j holds dimension 2j in the high and 2j+1 in the low four bits; value = nibble - 8. */
  readonly table: ArrayBuffer;
  /** n IEEE halves, little endian: vector = scale × value. */
  readonly scale: ArrayBuffer;
  /** n stemmed words or joined bigrams, one per line, ASCII. */
  readonly vocab: ArrayBuffer;
  /** n × u32, little endian: training documents that hold the word. */
  readonly df: ArrayBuffer;
  /** JSON: n words, d dimensions, N training documents. */
  readonly meta: string;
}

/** File name of each part, all in one folder. */
export const tableFiles = {
  table: 'table.bin',
  scale: 'scale.f16',
  vocab: 'vocab.txt',
  df: 'df.u32',
  meta: 'meta.json',
} as const satisfies Record<keyof TableFiles, string>;

/** Static word vectors trained on arXiv abstracts, with the number of training documents that hold each word. */
export interface WordTable {
  readonly size: number;
  readonly dimensions: number;
  /** Training documents. */
  readonly documents: number;
  /** Tells tables apart: what was computed with one is of no use with another. */
  readonly fingerprint: number;
  /** Row of a stemmed word or joined bigram, or -1. */
  find(word: string): number;
  word(row: number): string;
  /** Training documents that hold the word of the row; 0 for row -1. */
  frequency(row: number): number;
  /** sum += weight × vector of the row. */
  addTo(sum: Float32Array, row: number, weight: number): void;
  /** Product of the row's vector and another. */
  product(row: number, vector: Float32Array): number;
  /** Length of the row's vector: training gives words that name a subject longer ones. */
  lengthOf(row: number): number;
}

/** Opens the table in place: nothing is copied, rows are unpacked as they are asked for. Throws where sizes disagree. */
export function openTable(files: TableFiles): WordTable {
  const { n, d, documents } = readMeta(files.meta);
  expectBytes(tableFiles.table, files.table, (n * d) / 2);
  expectBytes(tableFiles.scale, files.scale, 2 * n);
  expectBytes(tableFiles.df, files.df, 4 * n);
  const packed = new Uint8Array(files.table);
  const halves = new Uint16Array(files.scale);
  const scales = Float32Array.from(halves, half);
  const frequencies = new Uint32Array(files.df);
  const { words, hashes } = Words.fromLines(new Uint8Array(files.vocab), n);
  const vocabulary = new Vocabulary(words, hashes);
  return {
    size: n,
    dimensions: d,
    documents,
    fingerprint: fingerprint(halves, frequencies),
    find: (word) => vocabulary.find(word),
    word: (row) => words.word(row),
    frequency: (row) => frequencies[row] ?? 0,
    addTo(sum, row, weight) {
      const factor = weight * (scales[row] ?? 0);
      let at = (row * d) / 2;
      for (let k = 0; k < d; k += 2) {
        const pair = packed[at++] ?? 0;
        sum[k] = (sum[k] ?? 0) + factor * ((pair >> 4) - 8);
        sum[k + 1] = (sum[k + 1] ?? 0) + factor * ((pair & 15) - 8);
      }
    },
    product(row, vector) {
      let sum = 0;
      let at = (row * d) / 2;
      for (let k = 0; k < d; k += 2) {
        const pair = packed[at++] ?? 0;
        sum += (vector[k] ?? 0) * ((pair >> 4) - 8) + (vector[k + 1] ?? 0) * ((pair & 15) - 8);
      }
      return sum * (scales[row] ?? 0);
    },
    lengthOf(row) {
      let square = 0;
      for (let at = (row * d) / 2; at < ((row + 1) * d) / 2; at++) {
        const pair = packed[at] ?? 0;
        square += ((pair >> 4) - 8) ** 2 + ((pair & 15) - 8) ** 2;
      }
      return Math.abs(scales[row] ?? 0) * Math.sqrt(square);
    },
  };
}

function readMeta(json: string): { n: number; d: number; documents: number } {
  const meta: unknown = JSON.parse(json);
  const field = (name: string): number => {
    const value: unknown = typeof meta === 'object' && meta !== null ? Reflect.get(meta, name) : undefined;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) throw new Error(`${tableFiles.meta}: ${name} is no count`);
    return value;
  };
  return { n: field('n'), d: field('d'), documents: field('N') };
}

function expectBytes(name: string, buffer: ArrayBuffer, bytes: number): void {
  if (buffer.byteLength !== bytes) throw new Error(`${name} has ${buffer.byteLength} bytes where ${bytes} are stated`);
}

/** IEEE 754 half to number. */
function half(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const size = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
  return bits & 0x80_00 ? -size : size;
}

function fingerprint(scales: Uint16Array, frequencies: Uint32Array): number {
  let hash = 0x81_1c_9d_c5;
  for (let row = 0; row < scales.length; row++) {
    hash = Math.imul(hash ^ (scales[row] ?? 0), 0x01_00_01_93);
    hash = Math.imul(hash ^ (frequencies[row] ?? 0), 0x01_00_01_93);
  }
  return hash >>> 0;
}
