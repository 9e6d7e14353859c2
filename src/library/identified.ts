import type { Mention } from '../paper/paper.ts';
import type { Keys } from './collection.ts';
import type { Identity } from './views.ts';

/** What the keys say of a mention; null where the collection has no such paper. */
export function identityOf(mention: Mention, { identify, summaries }: Keys): Identity | null {
  const found = identify(mention);
  const paper = found && summaries[found.row];
  if (found === undefined || paper === undefined) return null;
  return found.kind === 'same' ? { state: 'in collection', certainty: found.certainty, paper } : { state: 'other paper', paper };
}

/** The row of the mention where it is a paper of the collection. */
export function sameRow(mention: Mention, { identify }: Keys): number | undefined {
  const found = identify(mention);
  return found?.kind === 'same' ? found.row : undefined;
}
