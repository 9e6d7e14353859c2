/** Packed bytes are damaged, of another kind or of another version: what they hold must be made anew. */
export class PackedError extends Error {
  override readonly name: string = 'PackedError';
}

type Numbers = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;

/** A kind of packed bytes; `version` is raised whenever the layout changes, or the way texts are read for it. */
export interface Packing {
  /** Up to four letters. */
  readonly kind: string;
  readonly version: number;
  /** Sections in it. */
  readonly sections: number;
}

/** kind, version, check sum; then the bytes of each section. */
const headerWords = 3;

/** Arrays of numbers in one buffer that is opened in place. Little endian, as every machine that runs a browser is; sections aligned to 8 bytes. */
export function packSections(packing: Packing, sections: readonly Numbers[]): Uint8Array<ArrayBuffer> {
  if (sections.length !== packing.sections) throw new Error(`${packing.kind} has ${packing.sections} sections, not ${sections.length}`);
  const lengths = sections.map(({ byteLength }) => byteLength);
  const buffer = new ArrayBuffer(lengths.reduce((sum, length) => sum + aligned(length), headerBytes(packing)));
  const header = new Uint32Array(buffer, 0, headerWords + sections.length);
  header.set([kindOf(packing.kind), packing.version, 0, ...lengths]);
  let at = headerBytes(packing);
  for (const section of sections) {
    new Uint8Array(buffer, at, section.byteLength).set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength));
    at += aligned(section.byteLength);
  }
  header[2] = checkSum(buffer);
  return new Uint8Array(buffer);
}

type Kind<T> = { new (buffer: ArrayBuffer, at: number, length: number): T; readonly BYTES_PER_ELEMENT: number };

/** Opens what {@link packSections} wrote; the sections are then taken in their order. Throws {@link PackedError}. */
export function openSections(buffer: ArrayBuffer, packing: Packing): <T>(kind: Kind<T>) => T {
  const { kind, version, sections } = packing;
  if (buffer.byteLength < headerBytes(packing) || buffer.byteLength % 8 !== 0) throw new PackedError(`${kind}: cut off`);
  const header = new Uint32Array(buffer, 0, headerWords + sections);
  if (header[0] !== kindOf(kind)) throw new PackedError(`${kind}: something else`);
  if (header[1] !== version) throw new PackedError(`${kind}: version ${header[1]}, expected ${version}`);
  let bytes = headerBytes(packing);
  for (const length of header.subarray(headerWords)) bytes += aligned(length);
  if (bytes !== buffer.byteLength || header[2] !== checkSum(buffer)) throw new PackedError(`${kind}: damaged`);
  let at = headerBytes(packing);
  let next = headerWords;
  return (kind) => {
    const length = header[next++] ?? 0;
    const section = new kind(buffer, at, length / kind.BYTES_PER_ELEMENT);
    at += aligned(length);
    return section;
  };
}

const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;
const headerBytes = ({ sections }: Packing): number => aligned(4 * (headerWords + sections));

function kindOf(kind: string): number {
  return Array.from(kind.padEnd(4)).reduce((code, letter) => (code << 8) | letter.charCodeAt(0), 0) >>> 0;
}

/** FNV-1a over the 32-bit words, the sum's own word left out; four sums side by side, so that none waits for another. */
function checkSum(buffer: ArrayBuffer): number {
  const words = new Uint32Array(buffer);
  let [a, b, c, d] = [basis, basis, basis, basis];
  const whole = words.length - (words.length % 4);
  for (let at = 0; at < whole; at += 4) {
    a = Math.imul(a ^ (words[at] ?? 0), prime);
    b = Math.imul(b ^ (words[at + 1] ?? 0), prime);
    c = Math.imul(c ^ (at === 0 ? 0 : (words[at + 2] ?? 0)), prime);
    d = Math.imul(d ^ (words[at + 3] ?? 0), prime);
  }
  for (let at = whole; at < words.length; at++) a = Math.imul(a ^ (words[at] ?? 0), prime);
  return [b, c, d].reduce((sum, each) => Math.imul(sum ^ each, prime), a) >>> 0;
}

const basis = 0x81_1c_9d_c5;
const prime = 0x01_00_01_93;
