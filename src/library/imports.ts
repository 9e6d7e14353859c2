import type { Format, Parsed } from '../formats/format.ts';
import { countEntries, EntryJudge, FileEntries, type TextDecoding } from './import-reading.ts';
import { planPapers } from './plan-papers.ts';
import type { JobView, PreviewKind, PreviewPage, PreviewRow } from './reader-views.ts';
import { count } from './save-to.ts';
import type { RightOfWay } from './right-of-way.ts';
import type { Shelf } from './shelf.ts';
import type { Change } from './store.ts';
import type { Id, StagedBlock, StagedEntry, StoredJob } from './stored.ts';
import { takeBack } from './undo.ts';
import type { Writer } from './writer.ts';

/** The formats that files are read in. */
export interface Formats {
  readonly all: readonly Format[];
  /** By the beginning of a file and its name; else why not, for people. */
  choose(head: string, fileName: string): { readonly format: Format } | { readonly reason: string };
  readonly headLength: number;
  decoder(): TextDecoding;
}

interface Reading {
  readonly entries: FileEntries;
  readonly judge: EntryJudge;
  /** Entries taken from the file so far. */
  taken: number;
  /** The next of them, read while those before are being committed. */
  coming?: Promise<Next> | undefined;
}

interface Next {
  readonly parsed: readonly Parsed[];
  /** Bytes of the file read for all entries up to these. */
  readonly read: number;
}

const NONE = { new: 0, merged: 0, same: 0, problems: 0 };
/** Entries that are staged or written together; fewer while somebody asks, who else would wait for all of them. */
export const BLOCK = 250;
const FEW = 32;
const isOpen = ({ stage }: StoredJob): boolean => stage === 'reading' || stage === 'writing';

/**
 * Imports, step by step. What a step wrote and how far the job is are one commit, so that a job goes on where it was
 * whatever died meanwhile: the file is read again and the entries that are staged already are passed over.
 */
export class Imports {
  readonly #writer: Writer;
  readonly #shelf: Shelf;
  readonly #formats: Formats;
  readonly #beforeWriting: (why: string) => Promise<unknown>;
  readonly #way: RightOfWay;
  readonly #reading = new Map<Id, Reading>();
  /** The staged entries that come next, read while those before them are being committed. */
  #ahead: { readonly job: Id; readonly block: Promise<StagedBlock | undefined> } | undefined;
  #working: Promise<unknown> = Promise.resolve();
  #previewed: { readonly of: string; readonly rows: readonly PreviewRow[] } | undefined;

  /** @param beforeWriting takes a snapshot before papers are written. */
  constructor(writer: Writer, shelf: Shelf, formats: Formats, beforeWriting: (why: string) => Promise<unknown>, way: RightOfWay) {
    this.#writer = writer;
    this.#shelf = shelf;
    this.#formats = formats;
    this.#beforeWriting = beforeWriting;
    this.#way = way;
  }

  start(source: Id, format: string, collection: Id | null): Promise<JobView> {
    return this.#writer.write(async (draft) => {
      const [file] = await this.#writer.store.get('source', [source]);
      if (file === undefined) throw new Error('the file is not there any more: choose it again');
      const job: StoredJob = { id: draft.id(), stage: 'reading', source, fileName: file.name, size: file.file.size, format, collection, started: draft.now, cursor: 0, read: 0, counts: NONE, undo: null };
      draft.add({ put: 'job', row: job });
      return this.#view(job);
    });
  }

  async jobs(): Promise<readonly JobView[]> {
    return (await this.#writer.store.range('job')).map((job) => this.#view(job)).reverse();
  }

  /** Jobs that wait for somebody to go on with them. */
  async open(): Promise<readonly Id[]> {
    return (await this.#writer.store.range('job')).filter(isOpen).map(({ id }) => id);
  }

  /** Goes on with a job for about `ms`, block by block, others getting their turn between. One job at a time. */
  continue(id: Id, ms = 1_000): Promise<JobView> {
    const work = this.#working.then(() => this.#goOn(id, ms));
    this.#working = work.catch(() => undefined);
    return work;
  }

  async commit(id: Id): Promise<JobView> {
    const { stage, fileName } = await this.#job(id);
    if (stage === 'preview') await this.#beforeWriting(`before the import of ${fileName}`);
    return this.#change(id, (job) => (job.stage === 'preview' ? { ...job, stage: 'writing', cursor: 0, counts: { ...NONE, problems: job.counts.problems }, undo: id } : job));
  }

  cancel(id: Id): Promise<JobView> {
    this.#reading.delete(id);
    return this.#writer.write(async (draft) => {
      const job = await this.#job(id);
      if (!isOpen(job) && job.stage !== 'preview') return this.#view(job);
      if (job.undo !== null) {
        await takeBack(this.#writer, draft, await this.#writer.store.range('undo', { from: [job.undo, 0], to: [job.undo, Infinity] }));
        draft.add({ clear: 'undo', from: [job.undo, 0], to: [job.undo, Infinity] });
      }
      const ended: StoredJob = { ...job, stage: 'cancelled', undo: null };
      draft.add(...endOf(ended));
      return this.#view(ended);
    });
  }

  dismiss(id: Id): Promise<null> {
    return this.#writer.write(async (draft) => {
      const job = await this.#job(id);
      if (isOpen(job) || job.stage === 'preview') throw new Error('this import has not ended: cancel it first');
      draft.add({ delete: 'job', key: id }, { clear: 'staged', from: [id, 0], to: [id, Infinity] });
      return null;
    });
  }

  async preview(id: Id, kind: PreviewKind, from: number, limit: number): Promise<PreviewPage> {
    const { stage, cursor } = await this.#job(id);
    const of = `${id} ${stage} ${cursor}`;
    if (this.#previewed?.of !== of) this.#previewed = { of, rows: (await this.#entries(id)).map(previewRow) };
    const rows = this.#previewed.rows.filter((row) => row.kind === kind);
    return { rows: rows.slice(from, from + limit), total: rows.length };
  }

  /** The skipped entries, for the reader to keep: line, reason and the entry's beginning. */
  async problemsText(id: Id): Promise<string> {
    const problems = (await this.#entries(id)).flatMap((entry) => (entry.kind === 'problem' ? [entry] : []));
    const { fileName } = await this.#job(id);
    return [`${fileName}: ${problems.length} entries could not be read`, ...problems.map(({ line, reason, entry }) => `\nline ${line}: ${reason}\n${entry}`)].join('\n') + '\n';
  }

  async #goOn(id: Id, ms: number): Promise<JobView> {
    const end = performance.now() + ms;
    for (;;) {
      this.#way.work();
      const job = await this.#job(id);
      if (!isOpen(job)) return this.#view(job);
      try {
        await (job.stage === 'reading' ? this.#readBlock(job) : this.#writeBlock(job));
      } catch (problem) {
        // What was read and not staged would be lost: the file is read again.
        this.#reading.delete(id);
        throw problem;
      }
      if (performance.now() >= end) return this.#view(await this.#job(id));
      await new Promise((done) => setTimeout(done));
    }
  }

  async #readBlock(job: StoredJob): Promise<void> {
    const reading = this.#reading.get(job.id) ?? (await this.#open(job));
    if (reading === undefined) return;
    this.#reading.set(job.id, reading);
    const { parsed, read } = await (reading.coming ?? this.#next(reading));
    // Passed over: staged before the worker died.
    const fresh = parsed.slice(Math.max(0, job.cursor - reading.taken));
    reading.taken += parsed.length;
    reading.coming = undefined;
    if (parsed.length > 0 && fresh.length === 0) return;
    const entries = await reading.judge.judge(fresh, job.cursor);
    const isEnd = parsed.length === 0;
    if (isEnd) this.#reading.delete(job.id);
    reading.coming = isEnd ? undefined : this.#next(reading);
    await this.#change(
      job.id,
      (now) => {
        // Somebody else went on with this job, or it was cancelled: what is staged is his.
        if (now.cursor !== job.cursor || now.stage !== 'reading') {
          this.#reading.delete(job.id);
          return now;
        }
        return { ...now, stage: isEnd ? 'preview' : 'reading', cursor: now.cursor + entries.length, read, counts: countEntries(now.counts, entries) };
      },
      entries.length === 0 ? [] : [{ put: 'staged', row: { job: job.id, n: job.cursor, entries } }],
    );
  }

  #next({ entries }: Reading): Promise<Next> {
    const until = performance.now() + 300;
    const next = entries.next(this.#way.isAsked ? FEW : BLOCK, () => performance.now() > until).then((parsed) => ({ parsed, read: entries.read }));
    // Whoever takes them hears of a failure.
    next.catch(() => undefined);
    return next;
  }

  async #open(job: StoredJob): Promise<Reading | undefined> {
    const [source] = await this.#writer.store.get('source', [job.source]);
    if (source === undefined) return this.#fail(job, 'The file is not there any more: choose it again.');
    const { file } = source;
    let format = this.#formats.all.find(({ id }) => id === job.format);
    if (format === undefined) {
      const decoder = this.#formats.decoder();
      const head = decoder.push(new Uint8Array(await file.slice(0, this.#formats.headLength).arrayBuffer())) + (file.size <= this.#formats.headLength ? decoder.end() : '');
      const choice = this.#formats.choose(head, job.fileName);
      if ('reason' in choice) return this.#fail(job, choice.reason);
      format = choice.format;
      const { id } = format;
      await this.#change(job.id, (now) => ({ ...now, format: id }));
    }
    const judge = new EntryJudge(this.#writer.store, this.#shelf, job.collection);
    if (job.cursor > 0) judge.remember(await this.#entries(job.id));
    return { entries: new FileEntries(file, format.parser(), this.#formats.decoder()), judge, taken: 0 };
  }

  async #fail(job: StoredJob, problem: string): Promise<undefined> {
    await this.#change(job.id, (now) => ({ ...now, stage: 'failed', problem }), endOf({ ...job, stage: 'failed', problem }).slice(1));
  }

  async #writeBlock({ id }: StoredJob): Promise<void> {
    await this.#writer.write(async (draft) => {
      const job = await this.#job(id);
      if (job.stage !== 'writing') return;
      const block = await this.#staged(id, job.cursor);
      if (block === undefined) {
        draft.add(...endOf({ ...job, stage: 'done' }, job.counts.problems === 0 ? [] : await this.#problems(id)));
        return;
      }
      const left = block.entries.slice(job.cursor - block.n);
      const entries = this.#way.isAsked ? left.slice(0, FEW) : left;
      const papers = entries.flatMap((entry) => (entry.kind === 'problem' ? [] : [entry.paper]));
      const counts = await planPapers(this.#writer, draft, this.#shelf, papers, job.collection === null ? [] : [job.collection]);
      const written = { new: job.counts.new + counts.new, merged: job.counts.merged + counts.merged, same: job.counts.same + counts.same, problems: job.counts.problems };
      if (job.undo !== null) draft.undoable(`Imported ${count(written.new + written.merged)} from ${job.fileName}`, { token: job.undo, part: job.cursor });
      const cursor = job.cursor + entries.length;
      draft.add({ put: 'job', row: { ...job, cursor, counts: written } });
      if (entries.length === left.length) void this.#staged(id, cursor).catch(() => undefined);
    });
  }

  /** The staged block that holds an entry; undefined behind the last. It is kept, so that a part of it can be written at a time. */
  async #staged(job: Id, n: number): Promise<StagedBlock | undefined> {
    const kept = this.#ahead?.job === job ? await this.#ahead.block.catch(() => undefined) : undefined;
    if (kept !== undefined && kept.n <= n && n < kept.n + kept.entries.length) return kept;
    const block = this.#readStaged(job, n);
    this.#ahead = { job, block };
    return block;
  }

  async #readStaged(job: Id, n: number): Promise<StagedBlock | undefined> {
    const [block] = await this.#writer.store.get('staged', [[job, n]]);
    if (block !== undefined) return block;
    const before = await this.#writer.store.range('staged', { from: [job, n - BLOCK], to: [job, n] });
    return before.find((some) => n < some.n + some.entries.length);
  }

  async #problems(id: Id): Promise<readonly StagedEntry[]> {
    return (await this.#entries(id)).filter(({ kind }) => kind === 'problem');
  }

  async #entries(id: Id): Promise<readonly StagedEntry[]> {
    return (await this.#writer.store.range('staged', { from: [id, 0], to: [id, Infinity] })).flatMap(({ entries }) => entries);
  }

  async #job(id: Id): Promise<StoredJob> {
    const [job] = await this.#writer.store.get('job', [id]);
    if (job === undefined) throw new Error('this import is not there any more');
    return job;
  }

  /** Changes a job; what comes with it is written only where the job was changed. */
  #change(id: Id, change: (job: StoredJob) => StoredJob, more: readonly Change[] = []): Promise<JobView> {
    return this.#writer.write(async (draft) => {
      const job = await this.#job(id);
      const next = change(job);
      if (next !== job) draft.add({ put: 'job', row: next }, ...more);
      return this.#view(next);
    });
  }

  #view({ id, stage, fileName, format, size, read, cursor, counts, collection, started, undo, problem }: StoredJob): JobView {
    return { id, stage, fileName, format: this.#formats.all.find((known) => known.id === format)?.name ?? '', size, read, cursor, counts, collection, started, undo, problem: problem ?? null };
  }
}

/** What ends a job: its file and staged papers go; of the entries only the problems stay, to be saved as a file. */
function endOf(job: StoredJob, problems: readonly StagedEntry[] = []): Change[] {
  return [
    { put: 'job', row: job },
    { delete: 'source', key: job.source },
    { clear: 'staged', from: [job.id, 0], to: [job.id, Infinity] },
    ...(problems.length === 0 ? [] : [{ put: 'staged', row: { job: job.id, n: 0, entries: problems } } as const]),
  ];
}

function previewRow(entry: StagedEntry): PreviewRow {
  const { n, line, kind } = entry;
  if (entry.kind === 'problem') return { n, line, kind, text: entry.entry, authors: [], notes: [entry.reason], fills: [] };
  const { paper, notes, meets, fills = [], repeats } = entry;
  const said = repeats === undefined ? notes : [...notes, `the same paper as entry ${repeats + 1} of this file`];
  return { n, line, kind, text: paper.title, authors: paper.authors, ...(paper.year !== undefined && { year: paper.year }), notes: said, ...(meets !== undefined && { meets }), fills };
}
