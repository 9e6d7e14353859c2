import { readReference } from '../../src/references/read-reference.ts';
import type { Reference } from '../../src/references/reference.ts';
import { bibliography } from '../../src/sites/bibliography.ts';
import { parsePage } from '../sites/read-page.ts';

/** The references of a page, from its markup to what they name. */
export function readBibliography(html: string, address: string): Reference[] {
  return Array.from(bibliography.entries(parsePage(html, address)), (item) => bibliography.entry(item, new URL(address))).flatMap((entry) => (entry?.reference ? [readReference(entry.reference.cited)] : []));
}
