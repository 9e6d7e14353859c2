import { open, readFile, rename, rm } from 'node:fs/promises';
import type { Training } from './batch.ts';

/** How far a stopped training had come. */
export interface Progress {
  /** Steps done. */
  readonly step: number;
  /** Mean loss of recent steps, for the report. */
  readonly loss: number;
}

/**
 * The state of a training in one file beside its output: a line of JSON, then the vectors and the sums of squares.
 * @param identity everything the result follows from; a file of another training is not taken up.
 */
export class Checkpoint {
  private readonly file: string;
  private readonly identity: string;

  constructor(file: string, identity: string) {
    this.file = file;
    this.identity = identity;
  }

  /** Written aside and renamed: a stop while writing leaves the last one whole. */
  async save({ vectors, squares }: Training, progress: Progress): Promise<void> {
    const aside = `${this.file}.new`;
    const handle = await open(aside, 'w');
    try {
      await handle.write(`${JSON.stringify({ identity: this.identity, ...progress })}\n`);
      await handle.write(bytesOf(vectors));
      await handle.write(bytesOf(squares));
    } finally {
      await handle.close();
    }
    await rename(aside, this.file);
  }

  /** Puts the saved state into the training. @returns undefined where there is none of this very training. */
  async load({ vectors, squares }: Training): Promise<Progress | undefined> {
    const bytes = await readFile(this.file).catch(() => undefined);
    if (bytes === undefined) return undefined;
    const end = bytes.indexOf(10) + 1;
    const head = parse(bytes.toString('utf8', 0, end));
    if (head?.identity !== this.identity || bytes.length !== end + vectors.byteLength + squares.byteLength) return undefined;
    bytesOf(vectors).set(bytes.subarray(end, end + vectors.byteLength));
    bytesOf(squares).set(bytes.subarray(end + vectors.byteLength));
    return { step: head.step, loss: head.loss };
  }

  async remove(): Promise<void> {
    await rm(this.file, { force: true });
  }
}

const bytesOf = (array: Float32Array): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

function parse(line: string): (Progress & { readonly identity: string }) | undefined {
  try {
    return JSON.parse(line) as Progress & { identity: string };
  } catch {
    return undefined;
  }
}
