import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tableFiles, type TableFiles } from '../related/table.ts';
import { quantise } from './quantise.ts';
import type { Terms } from './vocabulary.ts';

/** The most frequent terms with their vectors in four bits: the files that `openTable` reads, by part. */
export function packTable(terms: Terms, vectors: Float32Array, shipped: number): Record<keyof TableFiles, Uint8Array> {
  const d = vectors.length / terms.names.length;
  const chosen = [...terms.names.keys()].sort((a, b) => terms.papersWith[b]! - terms.papersWith[a]! || a - b).slice(0, shipped);
  const rows = new Float32Array(chosen.length * d);
  for (const [row, term] of chosen.entries()) rows.set(vectors.subarray(term * d, term * d + d), row * d);
  const { packed, scales } = quantise(rows, d);
  const utf8 = new TextEncoder();
  return {
    table: packed,
    scale: bytesOf(scales),
    vocab: utf8.encode(chosen.map((term) => `${terms.names[term]!}\n`).join('')),
    df: bytesOf(Uint32Array.from(chosen, (term) => terms.papersWith[term]!)),
    meta: utf8.encode(`${JSON.stringify({ n: chosen.length, d, bits: 4, N: terms.starts.length - 1 })}\n`),
  };
}

/** Writes the files of a table and, last, its manifest, each aside first: a stop leaves no half-written file. */
export async function writeTable(folder: string, files: Record<keyof TableFiles, Uint8Array>, manifest: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  const digests: Record<string, { bytes: number; sha256: string }> = {};
  for (const [part, name] of Object.entries(tableFiles)) {
    const bytes = files[part as keyof TableFiles];
    await replace(join(folder, name), bytes);
    digests[name] = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  await replace(join(folder, 'manifest.json'), `${JSON.stringify({ ...manifest, files: digests }, null, 2)}\n`);
}

async function replace(file: string, content: Uint8Array | string): Promise<void> {
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
}

/** Little endian, as every machine is that runs a browser. */
const bytesOf = (array: Uint16Array | Uint32Array): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
