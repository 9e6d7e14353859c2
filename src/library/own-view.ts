import { printBibtex } from '../formats/bibtex/print.ts';
import { printCitation } from '../formats/citation.ts';
import { linksOf } from '../paper/links.ts';
import { summaryOf } from './collection.ts';
import { paperOf } from './record.ts';
import type { StoredRecord } from './stored.ts';
import type { Neighbour, PaperView } from './views.ts';

/** A paper of the reader's in full. */
export function viewOwn(record: StoredRecord, abstract: string, similar: readonly Neighbour[]): PaperView {
  const paper = paperOf(record, abstract);
  const links = linksOf(paper);
  return { paper: summaryOf(paper), abstract, links, citation: { bibtex: printBibtex(paper), text: printCitation(paper), link: links[0]?.url ?? record.url ?? '' }, similar };
}
