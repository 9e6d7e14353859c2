import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { InputError, optionalTextOf, readJsonLines, readLines, reason, textOf } from '../evaluate/jsonl.ts';
import { readTokens } from '../related/tokens.ts';

/** A word number, or this where a word was dropped: what stands on its two sides is no pair. */
export const gap = -1;

/** The texts of a corpus as word numbers, all papers one after the other: title, then abstract. */
export interface Corpus {
  readonly words: readonly string[];
  /** Title of paper i is tokens [starts[2i], starts[2i+1]), its abstract up to starts[2i+2]. */
  readonly starts: Uint32Array;
  readonly tokens: Int32Array;
  readonly papers: number;
  /** Lines left out, by reason. */
  readonly removed: { readonly excluded: number; readonly repeated: number };
}

/** Compares titles: lower case, letters and digits only. */
export const titleKey = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * Streams `{title, abstract}` per line into word numbers.
 * @param excluded title keys that must not be trained on.
 * @throws InputError with the line of the first that is broken.
 */
export async function readCorpus(file: string, excluded: ReadonlySet<string>, progress: (papers: number) => void): Promise<Corpus> {
  const numbers = new Map<string, number>();
  const starts = new Growing(Uint32Array);
  const tokens = new Growing(Int32Array);
  const seen = new Set<string>();
  const removed = { excluded: 0, repeated: 0 };
  const read = (text: string): void => {
    let first = true;
    for (const { stem, follows } of readTokens(text)) {
      if (!first && (follows === 'apart' || follows === 'overlapping')) tokens.push(gap);
      first = false;
      const known = numbers.get(stem) ?? numbers.size;
      numbers.set(stem, known);
      tokens.push(known);
    }
  };
  starts.push(0);
  for await (const line of readJsonLines(file)) {
    const title = textOf(line, 'title');
    const abstract = optionalTextOf(line, 'abstract');
    const key = titleKey(title);
    if (excluded.has(key)) removed.excluded += 1;
    else if (key !== '' && seen.has(key)) removed.repeated += 1;
    else {
      seen.add(key);
      read(title);
      starts.push(tokens.length);
      read(abstract);
      starts.push(tokens.length);
      if (seen.size % 2000 === 0) progress(seen.size);
    }
  }
  const papers = (starts.length - 1) / 2;
  if (papers === 0) throw new InputError(`${file}: holds no paper to train on`);
  return { words: [...numbers.keys()], starts: starts.array(), tokens: tokens.array(), papers, removed };
}

/**
 * Title keys of a file: JSON Lines with a `title`, one JSON array of such objects, or a plain listing, where every line
 * counts as a title.
 */
export async function readTitles(file: string): Promise<string[]> {
  const titles: string[] = [];
  if (file.endsWith('.jsonl') || file.endsWith('.jsonl.gz')) {
    for await (const line of readJsonLines(file)) titles.push(textOf(line, 'title'));
  } else if (file.endsWith('.json')) {
    let text = '';
    for await (const line of readLines(file)) text += `${line.text}\n`;
    titles.push(...titlesOf(file, text));
  } else {
    for await (const { text } of readLines(file)) titles.push(text);
  }
  return titles.map(titleKey).filter((key) => key !== '');
}

function titlesOf(file: string, text: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file}: no JSON: ${reason(error)}`, { cause: error });
  }
  if (!Array.isArray(value)) throw new InputError(`${file}: no JSON array`);
  return value.map((entry: unknown, row) => {
    const title: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'title') : undefined;
    if (typeof title !== 'string') throw new InputError(`${file}: entry ${row + 1} has no title`);
    return title;
  });
}

/** Bytes of a file and their SHA-256. @throws InputError where it cannot be read. */
export async function fingerprint(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  try {
    const { size } = await stat(file);
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    return { bytes: size, sha256: hash.digest('hex') };
  } catch (error) {
    throw new InputError(`${file}: cannot be read: ${reason(error)}`, { cause: error });
  }
}

/** A typed array that doubles as it fills. */
class Growing<T extends Uint32Array | Int32Array> {
  length = 0;
  private held: T;
  private readonly make: new (length: number) => T;

  constructor(make: new (length: number) => T) {
    this.make = make;
    this.held = new make(1024);
  }

  push(value: number): void {
    if (this.length === this.held.length) {
      const larger = new this.make(2 * this.length);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[this.length++] = value;
  }

  array(): T {
    return this.held.slice(0, this.length) as T;
  }
}
