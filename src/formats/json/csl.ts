import type { PaperRecord } from '../../paper/record.ts';
import { splitName } from '../family.ts';
import type { Format } from '../format.ts';
import { isConference } from '../venue.ts';
import { JsonParser } from './json.ts';

/** CSL-JSON, the records of citation processors, as Zotero, Mendeley and Pandoc write it (https://docs.citationstyles.org). */
export const csl: Format = {
  id: 'csl-json',
  name: 'CSL-JSON',
  extensions: ['json'],
  likeness(head) {
    const start = head.slice(0, 20_000);
    return /^[\uFEFF\s]*\[\s*\{/.test(start) && /"type"\s*:\s*"[a-z-]+"/.test(start) && /"(?:issued|container-title|author|DOI|citation-key)"\s*:/.test(start) ? 0.9 : 0;
  },
  parser: () => new JsonParser(),
  *print(records: Iterable<PaperRecord>): Generator<string, void> {
    let number = 0;
    for (const record of records) yield `${number++ === 0 ? '[\n' : ',\n'}${JSON.stringify(toItem(record, number))}`;
    yield number === 0 ? '[]\n' : '\n]\n';
  },
};

/** What CSL has no name for stands in `custom`, which it keeps for that. */
function toItem(record: PaperRecord, number: number): object {
  const { title, abstract, authors, year, arxivId, doi, venue, url, tags, note, isRead, added, collections } = record;
  return {
    id: `paper-${number}`,
    type: venue === undefined ? 'article' : isConference(venue) ? 'paper-conference' : 'article-journal',
    title,
    ...(authors.length > 0 && { author: authors.map(toName) }),
    ...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
    'container-title': venue,
    DOI: doi,
    URL: url,
    ...(arxivId !== undefined && { number: `arXiv:${arxivId}` }),
    abstract,
    ...(tags.length > 0 && { keyword: tags.join(', ') }),
    note,
    custom: { tags, isRead, ...(added !== undefined && { added: new Date(added).toISOString() }), collections },
  };
}

function toName(name: string): object {
  const { given, family } = splitName(name);
  return given === '' || name.includes(',') ? { literal: name } : { family, given };
}
