/** As many bytes tell UTF-16 without a mark, and from the first byte beyond ASCII on so many tell UTF-8 from Latin. */
const [FIRST, WINDOW] = [64, 4_096];

/**
 * The bytes of a file to its text, wherever they are cut: by byte order mark, else by the zeros of UTF-16, else UTF-8,
 * or what Windows calls Latin where the bytes beyond ASCII are no UTF-8. Damaged sequences become U+FFFD; never throws.
 */
export class Decoder {
  /** Once the encoding is known. */
  #decoder: TextDecoder | undefined;
  #held: Uint8Array = new Uint8Array(0);
  #hasBegun = false;

  /** The encoding, as soon as it matters: "utf-8" for a file of ASCII. */
  get encoding(): string {
    return this.#decoder?.encoding ?? 'utf-8';
  }

  push(bytes: Uint8Array): string {
    if (this.#decoder !== undefined) return this.#decoder.decode(bytes, { stream: true });
    return this.#read(joined(this.#held, bytes), false);
  }

  end(): string {
    const text = this.#decoder === undefined ? this.#read(this.#held, true) : '';
    return text + (this.#decoder?.decode() ?? '');
  }

  #read(bytes: Uint8Array, isAll: boolean): string {
    if (!this.#hasBegun) {
      if (bytes.length < FIRST && !isAll) return this.#hold(bytes, '');
      this.#hasBegun = true;
      const marked = markedEncoding(bytes.subarray(0, FIRST));
      if (marked !== undefined) return this.#decodeAs(marked, bytes);
    }
    const beyond = bytes.findIndex((byte) => byte >= 0x80);
    if (beyond < 0) {
      this.#held = new Uint8Array(0);
      return ascii(bytes);
    }
    const start = ascii(bytes.subarray(0, beyond));
    const rest = bytes.subarray(beyond);
    if (rest.length < WINDOW && !isAll) return this.#hold(rest, start);
    return start + this.#decodeAs(looksLikeUtf8(rest.subarray(0, WINDOW)) ? 'utf-8' : 'windows-1252', rest);
  }

  #hold(bytes: Uint8Array, before: string): string {
    // A copy: the chunk it came in may be used again.
    this.#held = bytes.slice();
    return before;
  }

  #decodeAs(encoding: string, bytes: Uint8Array): string {
    this.#held = new Uint8Array(0);
    this.#decoder = new TextDecoder(encoding);
    return this.#decoder.decode(bytes, { stream: true });
  }
}

function markedEncoding(head: Uint8Array): string | undefined {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Signs of formats are ASCII: in UTF-16 every other byte of them is zero.
  const even = head.filter((byte, at) => byte === 0 && at % 2 === 0).length;
  const odd = head.filter((byte) => byte === 0).length - even;
  const half = head.length / 2;
  if (half < 2) return undefined;
  return odd > 0.8 * half && even === 0 ? 'utf-16le' : even > 0.8 * half && odd === 0 ? 'utf-16be' : undefined;
}

/** More whole sequences than wrong bytes; one cut off at the end is neither. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  let [whole, wrong] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const length = byte < 0x80 ? 1 : byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
    const isWhole = length > 0 && bytes.subarray(at + 1, at + length).every((next) => (next & 0xc0) === 0x80);
    if (!isWhole) wrong++;
    else if (byte >= 0x80 && at + length <= bytes.length) whole++;
    at += isWhole ? length : 1;
  }
  return whole > wrong;
}

function ascii(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
