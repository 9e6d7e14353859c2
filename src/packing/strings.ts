/** A list of texts in two arrays: opened from a packed buffer without making a string of each. */
export class Strings {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #starts: Uint32Array<ArrayBuffer>;

  /** @param starts where each text starts in `bytes` (UTF-8), and one past the last. */
  constructor(bytes: Uint8Array<ArrayBuffer>, starts: Uint32Array<ArrayBuffer>) {
    this.#bytes = bytes;
    this.#starts = starts;
  }

  static of(texts: readonly string[]): Strings {
    const bytes = texts.map((text) => encoder.encode(text));
    const starts = new Uint32Array(texts.length + 1);
    bytes.forEach((each, at) => {
      starts[at + 1] = (starts[at] ?? 0) + each.length;
    });
    const all = new Uint8Array(starts[texts.length] ?? 0);
    bytes.forEach((each, at) => all.set(each, starts[at]));
    return new Strings(all, starts);
  }

  get size(): number {
    return this.#starts.length - 1;
  }

  /** Empty beyond the last. */
  at(place: number): string {
    const [from, to] = [this.#starts[place] ?? 0, this.#starts[place + 1] ?? 0];
    return to > from ? decoder.decode(this.#bytes.subarray(from, to)) : '';
  }

  /** This list and another behind it. */
  with(other: Strings): Strings {
    const bytes = new Uint8Array(this.#bytes.length + other.#bytes.length);
    bytes.set(this.#bytes);
    bytes.set(other.#bytes, this.#bytes.length);
    const starts = new Uint32Array(this.size + other.size + 1);
    starts.set(this.#starts);
    starts.set(other.#starts.map((start) => start + this.#bytes.length), this.size);
    return new Strings(bytes, starts);
  }

  /** The two arrays, as the constructor takes them. */
  get sections(): readonly [Uint8Array<ArrayBuffer>, Uint32Array<ArrayBuffer>] {
    return [this.#bytes, this.#starts];
  }
}

const encoder = new TextEncoder();
// A text that begins with a byte order mark keeps it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
