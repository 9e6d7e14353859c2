import type { Mention } from '../paper/paper.ts';
import type { Rows } from './collection.ts';
import type { Identity, PaperSummary } from './views.ts';

/** What collections say of a mention, the first that has it; null where none has such a paper. */
export function identityOf(mention: Mention, collections: readonly Rows[]): Identity | null {
  let other: Identity | null = null;
  for (const rows of collections) {
    const found = rows.identify(mention);
    const paper = found && rows.summary(found.row);
    if (found === undefined || paper === undefined) continue;
    if (found.kind === 'same') return { state: 'in collection', certainty: found.certainty, paper };
    other ??= { state: 'other paper', paper };
  }
  return other;
}

/** The row of the mention where it is a paper of the collection. */
export function sameRow(mention: Mention, { identify }: Rows): number | undefined {
  const found = identify(mention);
  return found?.kind === 'same' ? found.row : undefined;
}

/** Whether one of the collections has the paper too. */
export function isKnown(paper: PaperSummary, collections: readonly Rows[]): boolean {
  return collections.some((rows) => sameRow(paper, rows) !== undefined);
}
