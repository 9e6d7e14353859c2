type Growing = Uint8Array<ArrayBuffer> | Int8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

/** The array itself where it holds `length` elements, else a copy with room to double, the rest zero. */
export function withRoom<T extends Growing>(array: T, length: number): T {
  if (array.length >= length) return array;
  const make = array.constructor as new (length: number) => T;
  const grown = new make(Math.max(256, 2 * length));
  grown.set(array);
  return grown;
}
