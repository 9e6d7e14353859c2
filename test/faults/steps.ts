import type { Change } from '../../src/library/store.ts';

/** What a commit is a step of, told by what it writes; null for what no fault is planted at. */
export function stepOf(changes: readonly Change[]): string | null {
  const puts = changes.flatMap((change) => ('put' in change ? [change] : []));
  const put = (table: string) => puts.find((change) => change.put === table);
  const job = puts.find((change) => change.put === 'job')?.row;
  if (job !== undefined && 'stage' in job) {
    if (job.stage === 'reading') return put('staged') ? 'entries staged' : job.format === '' || job.cursor === 0 ? 'import started' : null;
    if (job.stage === 'writing') return put('record') ? 'papers written' : 'writing begun';
    return { preview: 'preview ready', done: 'import ended', cancelled: 'import cancelled', failed: 'import failed' }[job.stage];
  }
  if (changes.some((change) => 'clear' in change && change.clear === 'collection')) return 'snapshot restored';
  if (put('snapshot')) return 'snapshot taken';
  const undo = puts.find((change) => change.put === 'undo')?.row;
  if (undo === undefined || !('what' in undo)) return null;
  const [first = ''] = undo.what.split(/[\s:]/);
  return { Saved: 'papers saved', Deleted: 'papers deleted', Undone: 'undone', Merged: 'papers merged', Changed: 'tags changed' }[first] ?? null;
}

export interface Point {
  readonly step: string;
  readonly when: 'before' | 'after';
  /** Which commit of this step, from 1. */
  readonly nth: number;
}
