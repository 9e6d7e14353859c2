import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import { packEntry, PackedTerms } from './packed-terms.ts';

/** What stands in front of the numbers of a packed index, as JSON. */
interface Head {
  readonly version: number;
  readonly rows: number;
  readonly fieldIds: Record<string, number>;
  readonly averageFieldLength: readonly number[];
  /** In UTF-16 order, parted by blanks. */
  readonly terms: string;
}

/** A packed index is damaged or of another version, and must be built again. */
export class PackedIndexError extends Error {
  override readonly name = 'PackedIndexError';
}

/** Raised whenever the layout, or the way words are read, changes. */
const version = 1;

/**
 * MiniSearch over a packed index. `MiniSearch.loadJSON` spends its time building Maps for every word of every paper;
 * here they stay packed until a query meets them, so that opening takes a hundredth of it and searching is the same.
 * It fills fields that MiniSearch keeps protected: a test holds it to what plain MiniSearch answers.
 */
export class PackedSearch<T> extends MiniSearch<T> {
  /** Opens what {@link packIndex} wrote. The ids of documents are their rows. */
  static open<T>(bytes: ArrayBuffer, options: Options<T>): PackedSearch<T> {
    const { head, numbers } = readBytes(bytes);
    const terms = head.terms === '' ? [] : head.terms.split(' ');
    const fields = Object.keys(head.fieldIds).length;
    const starts = numbers.subarray(0, terms.length + 1);
    const lengths = numbers.subarray(starts.length, starts.length + head.rows * fields);
    const entries = numbers.subarray(starts.length + lengths.length);
    if (starts[terms.length] !== entries.length) throw new PackedIndexError('packed index is cut off');

    /* eslint-disable no-underscore-dangle -- MiniSearch's own names for what it keeps protected */
    const search = new PackedSearch<T>(options);
    search._fieldIds = head.fieldIds;
    search._avgFieldLength = [...head.averageFieldLength];
    search._documentCount = head.rows;
    for (let row = 0; row < head.rows; row++) {
      search._documentIds.set(row, row);
      search._fieldLength.set(row, [...lengths.subarray(row * fields, (row + 1) * fields)]);
    }
    // Searching asks the index for no more than these three methods.
    const index: Pick<PackedTerms, 'get' | 'atPrefix' | 'fuzzyGet'> = new PackedTerms(terms, starts, entries);
    search._index = index as unknown as typeof search._index;
    /* eslint-enable no-underscore-dangle */
    return search;
  }
}

/** Packs an index whose documents were added in the order of their rows, into one little-endian buffer. */
export function packIndex({ documentCount, fieldIds, fieldLength, averageFieldLength, index }: AsPlainObject): Uint8Array {
  const sorted = [...index].sort(([a], [b]) => (a < b ? -1 : 1));
  const starts: number[] = [];
  const entries: number[] = [];
  for (const [, inFields] of sorted) {
    starts.push(entries.length);
    for (const [field, rows] of Object.entries(inFields)) for (const [row, count] of Object.entries(rows)) entries.push(packEntry(Number(row), Number(field), count));
  }
  starts.push(entries.length);
  const fields = Object.values(fieldIds);
  const lengths = Array.from({ length: documentCount }, (_, row) => fields.map((field) => fieldLength[row]?.[field] ?? 0)).flat();
  const head: Head = { version, rows: documentCount, fieldIds, averageFieldLength, terms: sorted.map(([term]) => term).join(' ') };
  return writeBytes(head, Uint32Array.from([...starts, ...lengths, ...entries]));
}

/** The length of the head in bytes, the head filled up with blanks to a multiple of four, the numbers. */
function writeBytes(head: Head, numbers: Uint32Array): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const headLength = Math.ceil(json.length / 4) * 4;
  const bytes = new Uint8Array(4 + headLength + numbers.byteLength).fill(32);
  new DataView(bytes.buffer).setUint32(0, headLength, true);
  bytes.set(json, 4);
  bytes.set(new Uint8Array(numbers.buffer), 4 + headLength);
  return bytes;
}

function readBytes(bytes: ArrayBuffer): { head: Head; numbers: Uint32Array } {
  const headLength = bytes.byteLength < 4 ? 0 : new DataView(bytes).getUint32(0, true);
  if (headLength === 0 || bytes.byteLength % 4 !== 0 || headLength % 4 !== 0 || 4 + headLength > bytes.byteLength) throw new PackedIndexError('not a packed index');
  // Our own build wrote it; the version stands for its shape.
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, headLength))) as Head;
  if (head.version !== version) throw new PackedIndexError(`packed index has version ${head.version}, expected ${version}`);
  return { head, numbers: new Uint32Array(bytes, 4 + headLength) };
}
