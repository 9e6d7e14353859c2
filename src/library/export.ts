import type { Format } from '../formats/format.ts';
import type { Paper } from '../paper/paper.ts';
import type { PaperRecord } from '../paper/record.ts';
import type { FileReady } from './reader-views.ts';
import { given } from './record.ts';
import type { FullRecord, Id } from './stored.ts';
import { readFull, type Writer } from './writer.ts';

const TOGETHER = 500;

/** Writes papers in a format: as text for the clipboard, or as a file in the store's sources. */
export class Exports {
  readonly #writer: Writer;
  readonly #formats: readonly Format[];
  readonly #bundled: () => Promise<readonly Paper[]>;

  constructor(writer: Writer, formats: readonly Format[], bundled: () => Promise<readonly Paper[]>) {
    this.#writer = writer;
    this.#formats = formats;
    this.#bundled = bundled;
  }

  async text(ids: readonly Id[], format: string): Promise<string> {
    return [...this.#print(format)(await this.#records(ids))].join('');
  }

  async file(ids: readonly Id[], format: string): Promise<FileReady> {
    const print = this.#print(format);
    const { extensions, id: kind } = this.#formats.find(({ id }) => id === format) ?? { extensions: ['txt'], id: format };
    const records = await this.#records(ids);
    const pieces: string[] = [];
    for (const piece of print(records)) {
      pieces.push(piece);
      // Others get their turn.
      if (pieces.length % TOGETHER === 0) await new Promise((done) => setTimeout(done));
    }
    const file = new Blob(pieces, { type: 'text/plain;charset=utf-8' });
    return this.keep(file, `paperkin-${kind}-${new Date(this.#writer.now()).toISOString().slice(0, 10)}.${extensions[0] ?? 'txt'}`, records.length);
  }

  /** Keeps a file for the page to take. */
  keep(file: Blob, name: string, papers: number): Promise<FileReady> {
    return this.#writer.write((draft) => {
      const id = draft.id();
      draft.add({ put: 'source', row: { id, name, when: draft.now, file } });
      return { source: id, name, type: file.type, papers };
    });
  }

  #print(format: string): NonNullable<Format['print']> {
    const print = this.#formats.find(({ id }) => id === format)?.print;
    if (print === undefined) throw new Error('this format is for reading only');
    return print;
  }

  async #records(ids: readonly Id[]): Promise<PaperRecord[]> {
    const names = new Map((await this.#writer.store.range('collection')).map(({ id, name }) => [id, name]));
    const bundled = ids.some((id) => id < 0) ? await this.#bundled() : [];
    const records: PaperRecord[] = [];
    for (let at = 0; at < ids.length; at += TOGETHER) {
      const some = ids.slice(at, at + TOGETHER);
      const own = new Map((await readFull(this.#writer.store, some.filter((id) => id > 0))).map((full) => [full.record.id, full]));
      for (const id of some) {
        const [full, shipped] = [own.get(id), bundled[-id - 1]];
        if (full !== undefined) records.push(recordOf(full, names));
        else if (shipped !== undefined) records.push(shippedRecord(shipped));
      }
    }
    return records;
  }
}

export function recordOf({ record, abstract }: FullRecord, names: ReadonlyMap<Id, string>): PaperRecord {
  const { title, authors, year, arxivId, doi, venue, url, tags, note, isRead, added } = record;
  return { title, abstract, authors, ...given({ year, arxivId, doi, venue, url }), tags, note, isRead, added, collections: record.collections.flatMap((id) => names.get(id) ?? []) };
}

function shippedRecord({ title, abstract, authors, year, arxivId, doi }: Paper): PaperRecord {
  return { title, abstract, authors, ...given({ year, arxivId, doi }), tags: [], note: '', isRead: false, collections: [] };
}
