import type { Paper } from '../paper/paper.ts';
import { fits } from './shelf.ts';
import type { Store } from './store.ts';
import { BUNDLED, DEFAULTS, type LensScope, type StoredLens, type StoredRecord } from './stored.ts';

/** What "in your collection" and "related" mean now: the collections that are on, through the lens that is set. */
export interface Scope {
  /** Null: "All". */
  readonly lens: StoredLens | null;
  /** Every paper of the reader's and every one that ships counts. */
  readonly isAll: boolean;
  /** Whether any paper that ships counts. */
  readonly withBundled: boolean;
  has(record: StoredRecord): boolean;
  hasBundled(paper: Pick<Paper, 'key' | 'year'>): boolean;
}

/** Reads the scope: a few small rows, each time anew, for other windows may have changed it. */
export async function readScope(store: Store): Promise<Scope> {
  const [[stored], collections] = await Promise.all([store.get('settings', ['settings']), store.range('collection')]);
  const settings = { ...DEFAULTS, ...stored };
  const [found] = settings.lens === null ? [] : await store.get('lens', [settings.lens]);
  const lens = found ?? null;
  const off = new Set(collections.filter(({ isOn }) => !isOn).map(({ id }) => id));
  // A lens on the collection that ships asks for it, off or not.
  const asksForBundled = lens?.scope.kind === 'collection' && lens.scope.collection === BUNDLED;
  const withBundled = settings.bundledIsOn || asksForBundled;
  return {
    lens,
    isAll: lens === null && off.size === 0 && settings.bundledIsOn,
    withBundled,
    has: (record) => {
      if (record.trashed !== undefined) return false;
      if (lens !== null) return isInScope(record, lens.scope);
      // In no collection it is in none that is off.
      return record.collections.length === 0 || record.collections.some((id) => !off.has(id));
    },
    hasBundled: (paper) => withBundled && (lens === null || bundledIsInScope(paper, lens.scope)),
  };
}

export function isInScope(record: StoredRecord, scope: LensScope): boolean {
  if (scope.kind === 'collection') return record.collections.includes(scope.collection);
  if (scope.kind === 'tag') return record.tags.includes(scope.tag);
  return scope.kind === 'filter' ? fits(record, scope.filter) : scope.papers.includes(record.id);
}

/** Whether a paper that ships is within a lens. */
export function bundledIsInScope({ key, year }: Pick<Paper, 'key' | 'year'>, scope: LensScope): boolean {
  if (scope.kind === 'collection') return scope.collection === BUNDLED;
  if (scope.kind === 'set') return scope.bundled.includes(key);
  if (scope.kind === 'tag') return false;
  const { collection, tag, from, to, isRead, source, words } = scope.filter;
  return (collection === undefined || collection === BUNDLED) && tag === undefined && isRead !== true && source === undefined && words === undefined && (from === undefined || (year ?? -Infinity) >= from) && (to === undefined || (year ?? Infinity) <= to);
}
