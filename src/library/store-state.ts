import type { Change, ChangedPage, StoreState } from './store.ts';
import type { Id, StoredRecord } from './stored.ts';

/** The state after a commit; the same for every store. */
export function stateAfter(state: StoreState, changes: readonly Change[]): StoreState {
  const touchesPapers = changes.some((change) => ('put' in change ? change.put === 'record' : 'delete' in change ? change.delete === 'record' : change.clear === 'record'));
  const ids = changes.flatMap((change) => ('put' in change && change.put !== 'settings' && change.put !== 'derived' && change.put !== 'part' ? [idOf(change.row)] : []));
  return { ...state, change: state.change + (touchesPapers ? 1 : 0), nextId: ids.reduce((next, id) => Math.max(next, id + 1), state.nextId) };
}

/** Cuts what changed into a page that holds whole commits only. */
export function pageOf(records: readonly StoredRecord[], gone: readonly { readonly id: Id; readonly change: number }[], upTo: number, limit: number): ChangedPage {
  const ordered = [...records].sort((a, b) => a.changed - b.changed || a.id - b.id);
  const last = ordered[limit - 1]?.changed;
  if (last === undefined) return { records: ordered, gone: gone.map(({ id }) => id), upTo, complete: true };
  return {
    records: ordered.filter(({ changed }) => changed <= last),
    gone: gone.flatMap(({ id, change }) => (change <= last ? [id] : [])),
    upTo: last,
    complete: last === upTo,
  };
}

function idOf(row: object): Id {
  if ('id' in row && typeof row.id === 'number') return row.id;
  return 'token' in row && typeof row.token === 'number' ? row.token : 0;
}
