import { Centre } from './centre.ts';
import { CollectionEngine } from './engine.ts';
import { Latent } from './latent.ts';
import { Lines } from './lines.ts';
import { Postings } from './postings.ts';
import type { WordTable } from './table.ts';
import { Terms } from './terms.ts';
import { Vectors } from './vectors.ts';
import { Weights } from './weights.ts';

/** Why a stored engine cannot be used; the texts must be read again. */
export class StoredRelatedError extends Error {
  override readonly name = 'StoredRelatedError';
}

const magic = 0x4b_52_4c_31;
/** Raised whenever what is stored, or how words are read, changes. */
const version = 4;
/** magic, version, table fingerprint, documents, check sum; then the bytes of each section. */
const headerWords = 5;

/** Arrays that follow, in the order in which they are written and read below. */
const sectionCount = 24;

/**
 * The whole engine in one buffer, to be opened by `loadRelated` without reading a text again. Little endian, sections
 * aligned to 8 bytes. Papers added later need not rewrite it: load, then add the texts from row `size` on.
 */
export function storeRelated(engine: CollectionEngine): ArrayBuffer {
  const parts = engine.parts();
  const terms = parts.terms.parts();
  const lines = parts.lines.parts();
  const postings = parts.postings.parts(parts.terms.size);
  const weights = parts.weights.parts();
  const vectors = parts.vectors?.parts();
  const centre = parts.centre?.parts();
  const latent = parts.latent?.parts();
  const sections = [
    terms.stems.units, terms.stems.starts, terms.written.units, terms.written.starts, terms.frequencies, terms.rows,
    lines.entries, lines.starts, lines.titles,
    postings.starts, postings.docs, postings.counts,
    weights.idfs, weights.inverse, weights.coverage,
    vectors?.heads ?? new Float32Array(0), vectors?.rests ?? new Int8Array(0), vectors?.scales ?? new Float32Array(0),
    centre?.mean ?? new Float32Array(0), centre?.spreads ?? new Float32Array(0), centre?.reach ?? new Float32Array(0),
    latent?.terms ?? new Float32Array(0), latent?.documents ?? new Float32Array(0), Uint32Array.of(latent?.learnedFrom ?? 0),
  ];
  let bytes = aligned(4 * (headerWords + sections.length));
  for (const section of sections) bytes += aligned(section.byteLength);
  const buffer = new ArrayBuffer(bytes);
  const header = new Uint32Array(buffer, 0, headerWords + sections.length);
  header.set([magic, version, engine.table?.fingerprint ?? 0, engine.size, 0]);
  let at = aligned(header.byteLength);
  sections.forEach((section, i) => {
    header[headerWords + i] = section.byteLength;
    new Uint8Array(buffer, at, section.byteLength).set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength));
    at += aligned(section.byteLength);
  });
  header[4] = checkSum(buffer);
  return buffer;
}

/**
 * Opens a stored engine in place. Throws `StoredRelatedError` where the buffer is damaged, of another version, or
 * computed with another table than the one given.
 */
export function loadRelated(buffer: ArrayBuffer, table?: WordTable): CollectionEngine {
  if (buffer.byteLength < 4 * (headerWords + sectionCount) || buffer.byteLength % 8 !== 0) throw new StoredRelatedError('stored index is cut off');
  const header = new Uint32Array(buffer, 0, headerWords + sectionCount);
  if (header[0] !== magic) throw new StoredRelatedError('not a stored index');
  if (header[1] !== version) throw new StoredRelatedError(`stored index has version ${header[1]}, expected ${version}`);
  let bytes = aligned(header.byteLength);
  for (let i = 0; i < sectionCount; i++) bytes += aligned(header[headerWords + i] ?? 0);
  if (bytes !== buffer.byteLength || header[4] !== checkSum(buffer)) throw new StoredRelatedError('stored index is damaged');
  if (header[2] !== (table?.fingerprint ?? 0)) throw new StoredRelatedError('stored index was computed with another word table');

  let at = aligned(header.byteLength);
  let next = 0;
  const section = <T>(kind: { new (buffer: ArrayBuffer, at: number, length: number): T; readonly BYTES_PER_ELEMENT: number }): T => {
    const length = header[headerWords + next++] ?? 0;
    const array = new kind(buffer, at, length / kind.BYTES_PER_ELEMENT);
    at += aligned(length);
    return array;
  };
  const terms = new Terms(table, {
    stems: { units: section(Uint16Array), starts: section(Uint32Array) },
    written: { units: section(Uint16Array), starts: section(Uint32Array) },
    frequencies: section(Uint32Array),
    rows: section(Int32Array),
  });
  const lines = new Lines({ entries: section(Uint32Array), starts: section(Uint32Array), titles: section(Uint32Array) });
  const postings = new Postings(section(Uint32Array), section(Uint32Array), section(Uint8Array), lines.size);
  const weights = new Weights(table, { idfs: section(Float32Array), inverse: section(Float32Array), coverage: section(Float32Array) });
  const known = { heads: section(Float32Array), rests: section(Int8Array), scales: section(Float32Array) };
  const middle = { mean: section(Float32Array), spreads: section(Float32Array), reach: section(Float32Array) };
  const learned = { terms: section(Float32Array), documents: section(Float32Array), learnedFrom: section(Uint32Array)[0] ?? 0 };
  const vectors = table && new Vectors(table.dimensions, known);
  const centre = table && new Centre(table.dimensions, middle);
  const latent = learned.learnedFrom > 0 ? new Latent(learned) : undefined;
  return new CollectionEngine(table, { terms, lines, postings, weights, vectors, centre, latent });
}

const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** FNV-1a over the 32-bit words, the sum's own word left out. */
function checkSum(buffer: ArrayBuffer): number {
  const words = new Uint32Array(buffer);
  let hash = 0x81_1c_9d_c5;
  for (let i = 0; i < words.length; i++) if (i !== 4) hash = Math.imul(hash ^ (words[i] ?? 0), 0x01_00_01_93);
  return hash >>> 0;
}
