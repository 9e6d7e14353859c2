import { FORMATS, chooseFormat, HEAD_LENGTH } from '../formats/formats.ts';
import { Decoder } from '../formats/decoder.ts';
import type { Paper } from '../paper/paper.ts';
import { readBackup, writeBackup } from './backup.ts';
import { PaperChanges } from './change-papers.ts';
import { Exports } from './export.ts';
import { Imports, type Formats } from './imports.ts';
import { type FindByWords, Listing } from './listing.ts';
import { Organizer } from './organize.ts';
import type { FormatView, Standing, StorageView } from './reader-views.ts';
import { RightOfWay } from './right-of-way.ts';
import { readScope } from './scope.ts';
import { followStore, type Notebook } from './second-copy.ts';
import { Shelf } from './shelf.ts';
import { Snapshots } from './snapshots.ts';
import type { Store } from './store.ts';
import { forgetOldUndo } from './undo.ts';
import { type Draft, Writer } from './writer.ts';

const DAY = 24 * 3600 * 1000;
const TRASH_DAYS = 30;
/** The notebook's page for what the reader should be told. */
export const PROBLEM = 'problem';
const UPKEEP = 'upkeep';

const formats: Formats = { all: FORMATS, choose: chooseFormat, headLength: HEAD_LENGTH, decoder: () => new Decoder() };

export interface ReaderOptions {
  readonly store: Store;
  readonly notebook: Notebook;
  /** The papers that ship, by row. */
  readonly bundled: () => Promise<readonly Paper[]>;
  readonly find?: FindByWords;
  readonly now?: () => number;
  readonly way?: RightOfWay;
  /** Papers, collections, lenses or settings changed: open pages should look again. */
  readonly changed?: () => void;
}

/** Everything about the reader's own papers, over one store and its one queue of writes. */
export class Reader {
  readonly store: Store;
  readonly writer: Writer;
  readonly shelf: Shelf;
  readonly listing: Listing;
  readonly organizer: Organizer;
  readonly papers: PaperChanges;
  readonly snapshots: Snapshots;
  readonly imports: Imports;
  readonly exports: Exports;
  /** The papers that ship, by row. */
  readonly bundled: () => Promise<readonly Paper[]>;
  readonly #notebook: Notebook;
  readonly #way: RightOfWay;
  #following: Promise<void> | undefined;

  constructor({ store, notebook, bundled, find, now, way = new RightOfWay(), changed }: ReaderOptions) {
    const hear = (draft: Draft): void => {
      this.shelf.take(draft);
      if (!draft.isSeen) return;
      changed?.();
      void this.follow();
    };
    this.store = store;
    this.bundled = bundled;
    this.#notebook = notebook;
    this.#way = way;
    this.writer = new Writer(store, { changed: hear, ...(now !== undefined && { now }) });
    this.shelf = new Shelf(store);
    this.listing = new Listing(store, this.shelf, bundled, find);
    this.organizer = new Organizer(this.writer, this.shelf, bundled);
    this.papers = new PaperChanges(this.writer);
    this.snapshots = new Snapshots(this.writer);
    this.imports = new Imports(this.writer, this.shelf, formats, (why) => this.snapshots.take(why), way);
    this.exports = new Exports(this.writer, FORMATS, bundled);
  }

  async standing(): Promise<Standing> {
    const problem = await this.#notebook.get(PROBLEM).catch(() => undefined);
    const told = typeof problem === 'string' ? problem : null;
    try {
      const [{ lens }, { change }, papers, lenses] = await Promise.all([readScope(this.store), this.store.state(), this.store.count('record'), this.store.count('lens')]);
      return { lens: lens && { id: lens.id, name: lens.name }, lenses, problem: told, change, papers };
    } catch (failure) {
      return { lens: null, lenses: 0, problem: told ?? `Your own papers cannot be read now: ${failure instanceof Error ? failure.message : String(failure)}`, change: 0, papers: 0 };
    }
  }

  async dismissProblem(): Promise<null> {
    await this.#notebook.remove([PROBLEM]);
    return null;
  }

  formats(): readonly FormatView[] {
    return FORMATS.map(({ id, name, extensions, print }) => ({ id, name, extensions, canPrint: print !== undefined }));
  }

  backupFile = () => writeBackup(this.writer);
  readBackup = (source: number) => readBackup(this.writer, source);

  /** What is done by more than a few papers, or cannot be undone, has a snapshot before it. */
  async bulk<T>(ids: readonly number[], why: string, change: () => Promise<T>): Promise<T> {
    if (ids.length > 50) await this.snapshots.take(`before ${why}`);
    return change();
  }

  /** Keeps the second copy in step, one run at a time. A copy that cannot be written is made up at the next start. */
  follow(): Promise<void> {
    this.#following ??= new Promise((done) => setTimeout(done, 1_500))
      .then(() => this.#way.clear())
      .then(() => {
        this.#following = undefined;
        return followStore(this.store, this.#notebook);
      })
      .catch(() => undefined);
    return this.#following;
  }

  /** What is due: a copy that fell behind, jobs that wait, and once a day the trash, old undo, the daily snapshot and files that nobody took. */
  async upkeep(): Promise<void> {
    // Who keeps nothing here has nothing to look after, and nothing is written unasked.
    if ((await this.store.state()).nextId === 1) return;
    await this.follow();
    for (const job of await this.imports.open()) while (['reading', 'writing'].includes((await this.imports.continue(job)).stage)) await new Promise((done) => setTimeout(done));
    const now = this.writer.now();
    const last = await this.#notebook.get(UPKEEP);
    if (typeof last === 'number' && now - last < DAY) return;
    await this.snapshots.takeDaily();
    await this.papers.emptyTrash(now - TRASH_DAYS * DAY);
    await forgetOldUndo(this.writer);
    await this.snapshots.prune();
    const jobs = new Set((await this.store.range('job')).map(({ source }) => source));
    const left = (await this.store.range('source')).filter(({ id, when }) => !jobs.has(id) && now - when > DAY);
    if (left.length > 0) await this.writer.write((draft) => draft.add(...left.map(({ id }) => ({ delete: 'source', key: id }) as const)));
    await this.#notebook.write({ [UPKEEP]: now });
  }

  /** Bytes, about: texts as JSON, what is binary as it is. */
  async storage(): Promise<Omit<StorageView, 'used' | 'available'>> {
    const { records } = await this.shelf.all();
    const [abstracts, derived, snapshots, sources, undo, copy] = await Promise.all([
      this.store.range('abstract'), this.store.range('derived'), this.store.range('snapshot'), this.store.range('source'), this.store.range('undo'), this.#notebook.read('copy.').catch(() => new Map<string, unknown>()),
    ]);
    const parts = new Map(snapshots.flatMap((snapshot) => snapshot.parts.map(({ key, bytes }) => [key, bytes] as const)));
    return {
      papers: [...records.values()].filter(({ trashed }) => trashed === undefined).length,
      records: sizeOf([...records.values()]) + sum(abstracts.map(({ text }) => text.length)),
      index: sum(derived.map(({ bytes }) => bytes.byteLength)),
      snapshots: sum(parts.values()),
      other: sum(sources.map(({ file }) => file.size)) + sizeOf(undo) + sizeOf([...copy.values()]),
    };
  }
}

const sizeOf = (value: unknown): number => JSON.stringify(value).length;
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);
