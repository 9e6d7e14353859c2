import { titleKey } from '../paper/title-key.ts';
import type { Letters } from './letters.ts';

/** Shorter titles say nothing in running text; they are found by their ids. In letters of a title key. */
const SHORTEST = 6;
/** Titles are told by so many of their first letters, where they have them. */
const TELLING = 14;
/** Bits of each filter that most beginnings of words do not pass. */
const FILTER_BITS = 18;
/** Titles keyed between two chances to pause. */
const STRETCH = 500;

/**
 * The titles of a collection, sorted, so that all that begin at one place of a text are found by one binary search,
 * however many there are.
 */
export class TitleIndex {
  readonly #keys: readonly string[];
  readonly #rows: readonly (readonly number[])[];
  /** For each key the longest other one that it begins with; -1 for none. */
  readonly #parents: Int32Array;
  readonly #short = new Uint8Array(1 << (FILTER_BITS - 3));
  readonly #long = new Uint8Array(1 << (FILTER_BITS - 3));

  private constructor(keys: readonly string[], byKey: ReadonlyMap<string, number[]>) {
    this.#keys = keys;
    this.#rows = keys.map((key) => byKey.get(key) ?? []);
    this.#parents = new Int32Array(keys.length);
  }

  /** Fills parents and filters; yields wherever it may be interrupted. */
  *#fill(): Generator<undefined, void> {
    const open: number[] = [];
    const units = new Uint16Array(TELLING);
    for (const [row, key] of this.#keys.entries()) {
      if (row % STRETCH === 0) yield;
      while (open.length > 0 && !key.startsWith(this.key(open.at(-1) ?? 0))) open.pop();
      this.#parents[row] = open.at(-1) ?? -1;
      open.push(row);
      const isLong = key.length >= TELLING;
      for (let at = 0; at < Math.min(TELLING, key.length); at++) units[at] = key.charCodeAt(at);
      const filter = isLong ? this.#long : this.#short;
      const bit = hashAt(units, 0, isLong ? TELLING : SHORTEST);
      filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  }

  /** @param titles by row; yields wherever it may be interrupted. */
  static *build(titles: readonly string[]): Generator<undefined, TitleIndex> {
    const byKey = new Map<string, number[]>();
    for (const [row, title] of titles.entries()) {
      if (row % STRETCH === 0) yield;
      const key = quickKey(title);
      if (key.length < SHORTEST) continue;
      const rows = byKey.get(key);
      if (rows === undefined) byKey.set(key, [row]);
      else rows.push(row);
    }
    // Sorted by first letters, a letter at a time.
    const byLetter = new Map<string, string[]>();
    for (const key of byKey.keys()) {
      const first = key.charAt(0);
      const keys = byLetter.get(first);
      if (keys === undefined) byLetter.set(first, [key]);
      else keys.push(key);
    }
    const sorted: string[] = [];
    for (const first of [...byLetter.keys()].sort(byUnits)) {
      yield;
      sorted.push(...(byLetter.get(first) ?? []).sort(byUnits));
    }
    const index = new TitleIndex(sorted, byKey);
    yield* index.#fill();
    return index;
  }

  key(found: number): string {
    return this.#keys[found] ?? '';
  }

  rows(found: number): readonly number[] {
    return this.#rows[found] ?? [];
  }

  /** The titles whose letters begin at `from` and end where a word ends, longest first. */
  *beginningAt({ units, count, starts }: Letters, from: number): Generator<number> {
    if (from + SHORTEST > count) return;
    if (!passes(this.#long, units, from, TELLING) && !passes(this.#short, units, from, SHORTEST)) return;
    let [low, high] = [0, this.#keys.length];
    let shared = 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const key = this.#keys[middle] ?? '';
      let at = 0;
      while (at < key.length && from + at < count && key.charCodeAt(at) === units[from + at]) at++;
      if (at === key.length || (from + at < count && key.charCodeAt(at) < (units[from + at] ?? 0))) {
        low = middle + 1;
        shared = at;
      } else high = middle;
    }
    // Every title that the text begins with is that before the place found, or one that it begins with.
    for (let found = low - 1; found >= 0; found = this.#parents[found] ?? -1) {
      const length = this.key(found).length;
      const end = from + length;
      if (length <= shared && (end === count || starts[end] === 1 || units[end] === LOW_LINE)) yield found;
    }
  }
}

const LOW_LINE = 0x5f;

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function passes(filter: Uint8Array, units: Uint16Array, from: number, length: number): boolean {
  const bit = hashAt(units, from, length);
  return ((filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
}

/** Of some letters: FNV-1a over their units, folded to the filter. */
function hashAt(units: Uint16Array, from: number, length: number): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = from; at < from + length; at++) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01_00_01_93);
  return (hash ^ (hash >>> 15)) & ((1 << FILTER_BITS) - 1);
}

/** {@link titleKey}; of a title of plain words without its long way. */
export function quickKey(title: string): string {
  return /^[A-Za-z ,:;()?!'"-]{1,300}$/.test(title) && !/^title ?:|--?>|<-|\(\)/i.test(title) ? title.toLowerCase().replaceAll(/[^a-z]+/g, '') : titleKey(title);
}
