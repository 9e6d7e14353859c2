import type { Change, Store, StoreState } from './store.ts';
import { stateAfter } from './store-state.ts';
import type { Id, PaperFilter, StoredRecord } from './stored.ts';

/**
 * The reader's papers in memory, without abstracts, for lists and lenses; what a badge needs is never read through it.
 * Read when first asked for; afterwards only what changed is read.
 */
export class Shelf {
  readonly #store: Store;
  #records = new Map<Id, StoredRecord>();
  /** Ids by lookup text. */
  readonly #byText = new Map<string, Set<Id>>();
  #change = -1;
  #catchingUp: Promise<void> | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** All papers by id, those in the trash too, as of now; and the change they show. */
  async all(): Promise<{ readonly records: ReadonlyMap<Id, StoredRecord>; readonly change: number }> {
    this.#catchingUp ??= this.#catchUp().finally(() => (this.#catchingUp = undefined));
    await this.#catchingUp;
    return { records: this.#records, change: this.#change };
  }

  /** As the store's look-up, for thousands of texts. */
  async lookup(texts: readonly string[]): Promise<readonly (readonly StoredRecord[])[]> {
    const { records } = await this.all();
    return texts.map((text) => [...(this.#byText.get(text) ?? [])].flatMap((id) => records.get(id) ?? []));
  }

  /** Takes in what was just committed, where it was planned on all that is shown here; anything else is read when next asked. */
  take({ state, changes }: { readonly state: StoreState; readonly changes: readonly Change[] }): void {
    if (this.#catchingUp !== undefined || this.#change !== state.change || changes.some((change) => 'clear' in change && change.clear === 'record')) return;
    const { change: changed } = stateAfter(state, changes);
    for (const change of changes) {
      if ('put' in change && change.put === 'record') this.#keep({ ...change.row, changed });
      else if ('delete' in change && change.delete === 'record') this.#forget(Number(change.key));
    }
    this.#change = changed;
  }

  #keep(record: StoredRecord): void {
    this.#forget(record.id);
    this.#records.set(record.id, record);
    for (const text of record.lookup) {
      const ids = this.#byText.get(text);
      if (ids === undefined) this.#byText.set(text, new Set([record.id]));
      else ids.add(record.id);
    }
  }

  #forget(id: Id): void {
    for (const text of this.#records.get(id)?.lookup ?? []) this.#byText.get(text)?.delete(id);
    this.#records.delete(id);
  }

  async #catchUp(): Promise<void> {
    for (let complete = false; !complete; ) {
      const page = this.#change < 0 ? undefined : await this.#store.changedSince(this.#change, together);
      if (page === undefined) return this.#readAll();
      for (const id of page.gone) this.#forget(id);
      for (const record of page.records) this.#keep(record);
      this.#change = page.upTo;
      complete = page.complete;
    }
  }

  async #readAll(): Promise<void> {
    // What changes while it is read is told by the next question.
    const { change } = await this.#store.state();
    this.#records = new Map();
    this.#byText.clear();
    for (let from = 0; ; ) {
      const page = await this.#store.range('record', { from, limit: together });
      for (const record of page) this.#keep(record);
      const last = page.at(-1);
      if (last === undefined || page.length < together) break;
      from = last.id + 1;
    }
    this.#change = change;
  }
}

/** Whether a paper fits a filter; one in the trash is judged as any. */
export function fits(record: StoredRecord, { collection, tag, from, to, isRead, source, words }: PaperFilter): boolean {
  if (collection !== undefined && !record.collections.includes(collection)) return false;
  if (tag !== undefined && !record.tags.includes(tag)) return false;
  if (from !== undefined && (record.year ?? -Infinity) < from) return false;
  if (to !== undefined && (record.year ?? Infinity) > to) return false;
  if (isRead !== undefined && record.isRead !== isRead) return false;
  if (source !== undefined && sourceOf(record) !== source) return false;
  return words === undefined || hasWords(record, words);
}

/** The host that a paper was saved from, or of its address; empty where not known. */
export function sourceOf({ seenAt, url }: Pick<StoredRecord, 'seenAt' | 'url'>): string {
  const address = seenAt ?? url ?? '';
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
}

/** Whether each word stands somewhere in a paper's title, authors, venue, ids, tags or note, whatever its case and accents. */
export function hasWords({ title, authors, venue = '', tags, note, arxivId = '', doi = '' }: Pick<StoredRecord, 'title' | 'authors' | 'venue' | 'tags' | 'note' | 'arxivId' | 'doi'>, words: string): boolean {
  const text = plain([title, ...authors, venue, ...tags, note, arxivId, doi].join('\n'));
  return plain(words).split(/\s+/).every((word) => text.includes(word));
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const together = 2_000;
