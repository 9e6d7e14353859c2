import type { Entry } from './entry.ts';

/** What a paper takes over from the volume it is in. Never its identifiers or its address: they are the volume's. */
const INHERITED = ['booktitle', 'journal', 'journaltitle', 'year', 'date', 'editor', 'keywords', 'archiveprefix', 'eprinttype'];
/** Longer values are not passed on, so that a short file cannot grow without end. In UTF-16 units. */
const LONGEST = 1_000;
/** Chains are followed this far; circles end here too. */
const DEEPEST = 8;

/** The part of an entry that others may take over. */
interface Source {
  readonly fields: ReadonlyMap<string, string>;
  readonly parents: readonly string[];
}

/** Keeps of each entry what others may take over, by key. */
export class Volumes {
  readonly #sources = new Map<string, Source>();

  add(entry: Entry): void {
    if (entry.key === '' || this.#sources.has(key(entry.key))) return;
    const fields = new Map<string, string>();
    for (const name of [...INHERITED, ...(entry.type === 'xdata' ? ['title', 'author', 'abstract'] : [])]) {
      const value = entry.fields.get(name);
      if (value !== undefined && value.length <= LONGEST) fields.set(name, value);
    }
    const title = entry.fields.get('booktitle') ?? entry.fields.get('title');
    if (title !== undefined && title.length <= LONGEST && entry.type !== 'xdata') fields.set('booktitle', title);
    this.#sources.set(key(entry.key), { fields, parents: parentsOf(entry) });
  }

  /** Whether all that the entry takes over from has been added. */
  isKnown(entry: Entry): boolean {
    return [...this.#chain(entry)].every(([, source]) => source !== undefined);
  }

  /** The entry with the fields it lacks taken over; notes where a volume is not in the file. */
  fill(entry: Entry): Entry {
    const fields = new Map(entry.fields);
    const notes = [...entry.notes];
    for (const [name, source] of this.#chain(entry)) {
      if (source === undefined) notes.push(`"${name.slice(0, 80)}", which it refers to, is not in the file`);
      for (const [field, value] of source?.fields ?? []) {
        // A paper in a journal has no book title, and one with a year no other date.
        const isSaid = fields.has(field) || (/^(?:year|date)$/.test(field) && (fields.has('year') || fields.has('date'))) || (/^(?:booktitle|journal)/.test(field) && hasVenue(fields));
        if (!isSaid) fields.set(field, value);
      }
    }
    return { ...entry, fields, notes };
  }

  /** The volumes of an entry, theirs, and so on; each once. */
  *#chain(entry: Entry): Generator<readonly [string, Source | undefined], void> {
    const seen = new Set([key(entry.key)]);
    let names = parentsOf(entry);
    for (let depth = 0; depth < DEEPEST && names.length > 0; depth++) {
      const next: string[] = [];
      for (const name of names) {
        if (seen.has(key(name))) continue;
        seen.add(key(name));
        const source = this.#sources.get(key(name));
        yield [name, source];
        next.push(...(source?.parents ?? []));
      }
      names = next.slice(0, DEEPEST);
    }
  }
}

/** Keys that an entry refers to by crossref or xdata. */
export function parentsOf({ fields }: Pick<Entry, 'fields'>): string[] {
  return [fields.get('crossref') ?? '', ...(fields.get('xdata') ?? '').slice(0, LONGEST).split(',')]
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, DEEPEST);
}

function hasVenue(fields: ReadonlyMap<string, string>): boolean {
  return fields.has('journal') || fields.has('journaltitle') || fields.has('booktitle');
}

/** BibTeX compares keys without case. */
function key(text: string): string {
  return text.toLowerCase();
}
