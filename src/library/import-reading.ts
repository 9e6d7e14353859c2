import type { Parsed, Parser } from '../formats/format.ts';
import type { PaperRecord } from '../paper/record.ts';
import { judge, matchMentions } from './match.ts';
import { improve, lookupTexts, newRecord } from './record.ts';
import type { Shelf } from './shelf.ts';
import type { Store } from './store.ts';
import type { FullRecord, Id, JobCounts, StagedEntry, StagedPaper, StoredRecord } from './stored.ts';

/** Reads bytes as text; wherever they are cut. */
export interface TextDecoding {
  push(bytes: Uint8Array): string;
  end(): string;
}

const CHUNK = 262_144;

/** The entries of a file, one after the other, and how many bytes were read for them. */
export class FileEntries {
  readonly #file: Blob;
  readonly #parser: Parser;
  readonly #decoder: TextDecoding;
  #waiting: Iterator<Parsed> | undefined;
  #read = 0;
  #isAtEnd = false;

  constructor(file: Blob, parser: Parser, decoder: TextDecoding) {
    this.#file = file;
    this.#parser = parser;
    this.#decoder = decoder;
  }

  get read(): number {
    return this.#read;
  }

  /** Up to `most` entries; fewer where time is up, none at the end of the file. */
  async next(most: number, isTime: () => boolean): Promise<Parsed[]> {
    const entries: Parsed[] = [];
    while (entries.length < most) {
      const next = this.#waiting?.next();
      if (next !== undefined && next.done !== true) {
        entries.push(next.value);
        continue;
      }
      if (this.#isAtEnd || (entries.length > 0 && isTime())) break;
      this.#waiting = await this.#more();
    }
    return entries;
  }

  async #more(): Promise<Iterator<Parsed>> {
    if (this.#read >= this.#file.size) {
      this.#isAtEnd = true;
      // What the decoder held comes before the end of the text.
      return both(this.#parser.push(this.#decoder.end()), this.#parser)[Symbol.iterator]();
    }
    const bytes = new Uint8Array(await this.#file.slice(this.#read, this.#read + CHUNK).arrayBuffer());
    this.#read += bytes.length;
    return this.#parser.push(this.#decoder.push(bytes))[Symbol.iterator]();
  }
}

function* both(last: Iterable<Parsed>, parser: Parser): Generator<Parsed, void> {
  yield* last;
  yield* parser.end();
}

export function stagedPaper({ added, ...record }: PaperRecord): StagedPaper {
  return { ...record, ...(added !== undefined && { added }) };
}

/** Tells for each entry of a file what its import would do: judged against the papers that are there, and the entries before it. */
export class EntryJudge {
  readonly #store: Store;
  readonly #shelf: Shelf;
  readonly #into: readonly Id[];
  /** Entries of this file by lookup text, as records whose ids are their numbers. */
  readonly #earlier = new Map<string, StoredRecord[]>();

  constructor(store: Store, shelf: Shelf, collection: Id | null) {
    this.#store = store;
    this.#shelf = shelf;
    this.#into = collection === null ? [] : [collection];
  }

  /** Remembers entries that were judged before the worker died. */
  remember(entries: readonly StagedEntry[]): void {
    for (const entry of entries) if (entry.kind !== 'problem' && entry.repeats === undefined) this.#keep(entry.n, entry.paper);
  }

  async judge(parsed: readonly Parsed[], first: number): Promise<StagedEntry[]> {
    const papers = parsed.flatMap((entry) => (entry.kind === 'record' ? [stagedPaper(entry.record)] : []));
    const met = await matchMentions(this.#shelf, papers);
    const same = met.flatMap((match) => (match?.found.kind === 'same' ? [match.record] : []));
    const abstracts = new Map((await this.#store.get('abstract', same.map(({ id }) => id))).flatMap((row) => (row === undefined ? [] : [[row.id, row.text] as const])));
    let at = 0;
    return parsed.map((entry, place): StagedEntry => {
      const [n, { line }] = [first + place, entry];
      if (entry.kind === 'problem') return { n, line, kind: 'problem', reason: entry.reason, entry: entry.entry };
      const paper = papers[at] ?? stagedPaper(entry.record);
      const match = met[at++];
      if (match?.found.kind === 'same') {
        const there: FullRecord = { record: match.record, abstract: abstracts.get(match.record.id) ?? '' };
        const { fills } = improve(there, paper, this.#into, 0);
        const by = match.found.certainty === 'same id' ? 'id' : 'title';
        return { n, line, kind: fills.length === 0 ? 'same' : 'merged', paper, notes: entry.notes, meets: { id: match.record.id, title: match.record.title, by }, fills };
      }
      const repeats = this.#earlierThan(paper);
      if (repeats === undefined) this.#keep(n, paper);
      return { n, line, kind: repeats === undefined ? 'new' : 'same', paper, notes: entry.notes, ...(repeats !== undefined && { repeats }) };
    });
  }

  #earlierThan(paper: StagedPaper): number | undefined {
    const candidates = [...new Set(lookupTexts(paper).flatMap((text) => this.#earlier.get(text) ?? []))];
    const met = candidates.length === 0 ? undefined : judge(paper, candidates);
    return met?.found.kind === 'same' ? met.record.id : undefined;
  }

  #keep(n: number, paper: StagedPaper): void {
    const { record } = newRecord(n, { ...paper, abstract: '', note: '' }, [], 0);
    for (const text of record.lookup) this.#earlier.set(text, [...(this.#earlier.get(text) ?? []), record]);
  }
}

export function countEntries(counts: JobCounts, entries: readonly StagedEntry[]): JobCounts {
  const of = (kind: StagedEntry['kind']): number => entries.filter((entry) => entry.kind === kind).length;
  return { new: counts.new + of('new'), merged: counts.merged + of('merged'), same: counts.same + of('same'), problems: counts.problems + of('problem') };
}
