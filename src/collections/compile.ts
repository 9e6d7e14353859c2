import { paperKey } from '../paper/paper-key.ts';
import type { Paper } from '../paper/paper.ts';
import { parseIdentities, type IdentityRow } from './identities.ts';
import { parseListing, type ListingEntry } from './listing.ts';

/**
 * Joins a saved listing and its table of identities to papers, in the listing's order.
 *
 * @throws SourceError with the line where either file is not as it should be.
 */
export function compileCollection(listing: string, identities: string): Paper[] {
  const entries = parseListing(listing);
  const rows = parseIdentities(identities, entries);
  return entries.map((entry, place) => joined(entry, rows[place] ?? { authors: [] }));
}

function joined({ title, abstract }: ListingEntry, row: IdentityRow): Paper {
  return { key: paperKey({ title, ...row }), title, abstract, ...row };
}
