/** Values as gzipped JSON, and back. */
export async function pack(value: unknown): Promise<ArrayBuffer> {
  return new Response(new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}

/** @throws where the bytes are not what {@link pack} gave, or unpack to more than `most` bytes. */
export async function unpack(bytes: ArrayBuffer | Blob, most = 2 ** 30): Promise<unknown> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; ; ) {
    const { done, value } = (await reader.read()) as ReadableStreamReadResult<Uint8Array>;
    if (done) return JSON.parse(text + decoder.decode()) as unknown;
    size += value.length;
    if (size > most) throw new Error('the file is too large');
    text += decoder.decode(value, { stream: true });
  }
}
