/**
 * A packaged hash table from texts to rows: sorted 32-bit hashes beside their rows, written as one base64 string, so that
 * opening it is one copy and no Map has to be built. It answers with candidates; the caller checks each, so that equal
 * hashes of different texts do no harm.
 */
export class ProbeTable {
  readonly #hashes: Uint32Array;
  readonly #rows: Uint32Array;

  /** @throws where the text is not what {@link printProbes} printed. */
  constructor(printed: string) {
    const binary = atob(printed);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
    const words = new Uint32Array(bytes.buffer);
    this.#hashes = words.subarray(0, words.length / 2);
    this.#rows = words.subarray(words.length / 2);
  }

  /** Rows under a text, ascending; at most `limit`. */
  rows(text: string, limit = 32): number[] {
    const hash = hashOf(text);
    const rows: number[] = [];
    for (let at = this.#first(hash); at < this.#hashes.length && this.#hashes[at] === hash && rows.length < limit; at++) rows.push(this.#rows[at] ?? 0);
    return rows;
  }

  #first(hash: number): number {
    let low = 0;
    let high = this.#hashes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#hashes[middle] ?? 0) < hash) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Prints pairs of text and row (below 2²⁰) for {@link ProbeTable}. Little endian, as every machine that runs a browser is. */
export function printProbes(pairs: Iterable<readonly [text: string, row: number]>): string {
  // Hash and row share one exact double, so that a typed array sorts them.
  const packed = Float64Array.from(new Set(Array.from(pairs, ([text, row]) => hashOf(text) * 2 ** 20 + row))).sort();
  const words = new Uint32Array(packed.length * 2);
  packed.forEach((value, at) => {
    words[at] = Math.floor(value / 2 ** 20);
    words[packed.length + at] = value % 2 ** 20;
  });
  const bytes = new Uint8Array(words.buffer);
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), with a final mix against short texts. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
