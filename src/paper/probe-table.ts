/**
 * A hash table from texts to rows: sorted 32-bit hashes beside their rows, opened in place, so that no Map has to be
 * built; rows added since stand in a Map beside them. It answers with candidates; the caller checks each, so that equal
 * hashes of different texts do no harm.
 */
export class ProbeTable {
  readonly #hashes: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #added = new Map<number, number[]>();

  /** @param hashes ascending, and rows ascending where hashes are equal. */
  constructor(hashes: Uint32Array = new Uint32Array(), rows: Uint32Array = new Uint32Array()) {
    this.#hashes = hashes;
    this.#rows = rows;
  }

  /** @throws where the text is not what {@link printProbes} printed. */
  static fromPrinted(printed: string): ProbeTable {
    const binary = atob(printed);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
    const words = new Uint32Array(bytes.buffer);
    return new ProbeTable(words.subarray(0, words.length / 2), words.subarray(words.length / 2));
  }

  /** Rows under a text: ascending, those added after the others; at most `limit`. */
  rows(text: string, limit = 32): number[] {
    const hash = hashOf(text);
    const rows: number[] = [];
    for (let at = this.#first(hash); at < this.#hashes.length && this.#hashes[at] === hash && rows.length < limit; at++) rows.push(this.#rows[at] ?? 0);
    for (const row of this.#added.get(hash) ?? []) if (rows.length < limit && !rows.includes(row)) rows.push(row);
    return rows;
  }

  /** Rows are added in ascending order, each above all that are there. */
  add(text: string, row: number): void {
    this.addHash(hashOf(text), row);
  }

  addHash(hash: number, row: number): void {
    const rows = this.#added.get(hash);
    if (rows === undefined) this.#added.set(hash, [row]);
    else if (rows.at(-1) !== row) rows.push(row);
  }

  /** What was added, sorted as the constructor takes it. */
  added(): { readonly hashes: Uint32Array<ArrayBuffer>; readonly rows: Uint32Array<ArrayBuffer> } {
    const pairs = [...this.#added].flatMap(([hash, rows]) => rows.map((row) => hash * 2 ** 20 + row));
    return split(Float64Array.from(pairs).sort());
  }

  /** All of it, sorted as the constructor takes it. */
  all(): { readonly hashes: Uint32Array<ArrayBuffer>; readonly rows: Uint32Array<ArrayBuffer> } {
    const { hashes, rows } = this.added();
    const total = this.#hashes.length + hashes.length;
    const all = { hashes: new Uint32Array(total), rows: new Uint32Array(total) };
    let [ours, theirs] = [0, 0];
    for (let at = 0; at < total; at++) {
      // Added rows are the greater ones, so that of equal hashes ours come first.
      const isOurs = theirs === hashes.length || (ours < this.#hashes.length && (this.#hashes[ours] ?? 0) <= (hashes[theirs] ?? 0));
      all.hashes[at] = (isOurs ? this.#hashes[ours] : hashes[theirs]) ?? 0;
      all.rows[at] = (isOurs ? this.#rows[ours++] : rows[theirs++]) ?? 0;
    }
    return all;
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

/** Pairs packed as `hash · 2²⁰ + row`, sorted, apart again. */
function split(packed: Float64Array): { readonly hashes: Uint32Array<ArrayBuffer>; readonly rows: Uint32Array<ArrayBuffer> } {
  const [hashes, rows] = [new Uint32Array(packed.length), new Uint32Array(packed.length)];
  packed.forEach((value, at) => {
    hashes[at] = Math.floor(value / 2 ** 20);
    rows[at] = value % 2 ** 20;
  });
  return { hashes, rows };
}

/** Prints pairs of text and row (below 2²⁰) for {@link ProbeTable}. Little endian, as every machine that runs a browser is. */
export function printProbes(pairs: Iterable<readonly [text: string, row: number]>): string {
  // Hash and row share one exact double, so that a typed array sorts them.
  const packed = Float64Array.from(new Set(Array.from(pairs, ([text, row]) => hashOf(text) * 2 ** 20 + row))).sort();
  const { hashes, rows } = split(packed);
  const words = new Uint32Array(packed.length * 2);
  words.set(hashes);
  words.set(rows, packed.length);
  const bytes = new Uint8Array(words.buffer);
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), with a final mix against short texts. */
export function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
