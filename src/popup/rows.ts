import type { Certainty, MarkedText, Mention } from '../paper/paper.ts';
import { LIMITS } from '../messages/contract.ts';
import type { Closeness, Identity, Neighbour, PageEntry, PageReport, PaperSummary, Relation, SearchHit, SearchReply } from '../messages/views.ts';
import { coverageOf } from '../ui/coverage.ts';
import { excerpt } from '../ui/excerpt.ts';
import { plain } from '../ui/marked.tsx';
import type { Target } from './popup-state.ts';

/** One option of the list. */
export interface Row {
  /** Stays the same while the page or the query does. */
  readonly id: string;
  readonly title: MarkedText;
  readonly authors: readonly string[];
  readonly year: number | undefined;
  readonly arxivId: string | undefined;
  readonly identity: Identity | null;
  readonly relation: Relation | null;
  readonly closeness: Closeness | null;
  readonly terms: readonly string[];
  readonly excerpt: MarkedText | null;
  /** The whole abstract; null where it has yet to be asked for. */
  readonly abstract: MarkedText | null;
  /** What is asked about when the abstract is not here. */
  readonly mention: Mention | null;
  readonly target: Target;
}

export interface Group {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly Row[];
}

const ORDER: readonly Closeness[] = ['strongly related', 'related', 'loosely related'];

export const isMine = (row: Row): boolean => row.identity?.state === 'in collection';
const rank = (row: Row): number => (row.relation ? ORDER.indexOf(row.relation.closeness) : ORDER.length);

/** A page's titles: the collection's own first, then the closest; the others apart. Then the same of its references. */
export function pageGroups(report: PageReport): { readonly groups: readonly Group[]; readonly rest: Group } {
  const rows = report.entries.map((entry) => entryRow(entry, report.url));
  const mine = rows.filter(isMine);
  const close = rows.filter((row) => !isMine(row) && (row.relation ?? row.identity));
  const rest = rows.filter((row) => !row.relation && !row.identity);
  close.sort((a, b) => rank(a) - rank(b) || (b.relation?.count ?? 0) - (a.relation?.count ?? 0));
  const groups = [
    { id: 'mine', label: 'In your collection', rows: mine },
    { id: 'close', label: 'Close to your collection', rows: close },
  ];
  const { mine: cited, closest } = coverageOf((report.references ?? []).map((entry) => entryRow(entry, report.url)));
  groups.push({ id: 'cited', label: 'References in your collection', rows: [...cited] }, { id: 'closest', label: 'Closest other references', rows: [...closest] });
  return { groups: groups.filter((group) => group.rows.length > 0), rest: { id: 'rest', label: 'Other titles on this page', rows: rest } };
}

/** The papers a query found, and below them those that are close to the best one. */
export function searchGroups(reply: SearchReply): readonly Group[] {
  const groups: Group[] = [];
  const { named, hits } = reply;
  const rows = hits.map((hit, at) => hitRow(hit, at === 0 ? named : null));
  if (named) groups.push({ id: 'named', label: 'In your collection', rows: rows.splice(0, 1) });
  if (rows.length > 0) groups.push({ id: 'hits', label: named ? 'Also matching' : 'Matching', rows });
  if (reply.similar && reply.similar.neighbours.length > 0) {
    groups.push({ id: 'similar', label: `Similar to “${reply.similar.to.title}”`, rows: reply.similar.neighbours.map(similarRow) });
  }
  return groups;
}

function entryRow(entry: PageEntry, page: string): Row {
  const { identity, relation } = entry;
  const at = { page, index: entry.index };
  const mention = mentionOf(entry);
  return {
    id: `entry ${entry.index}`,
    title: plain(entry.title),
    authors: entry.authors ?? [],
    year: entry.year,
    arxivId: entry.arxivId ?? (identity?.state === 'in collection' ? identity.paper.arxivId : undefined),
    identity,
    relation,
    closeness: null,
    terms: relation?.terms ?? [],
    excerpt: null,
    abstract: null,
    mention,
    target: identity?.state === 'in collection' ? { kind: 'paper', key: identity.paper.key, certainty: identity.certainty, entry: at } : { kind: 'entry', mention, entry: at },
  };
}

function hitRow(hit: SearchHit, certainty: Certainty | null): Row {
  const identity: Identity | null = certainty && { state: 'in collection', certainty, paper: hit.paper };
  const target: Target = { kind: 'paper', key: hit.paper.key, ...(certainty ? { certainty } : {}) };
  return { ...paperRow(hit.paper, 'hit'), title: hit.title, identity, excerpt: hit.excerpt, abstract: hit.abstract, target };
}

const similarRow = (near: Neighbour): Row => ({
  ...paperRow(near.paper, 'similar'),
  closeness: near.closeness,
  terms: near.terms,
  excerpt: excerpt(near.abstract),
  abstract: near.abstract,
});

function paperRow(paper: PaperSummary, kind: string): Row {
  return {
    id: `${kind} ${paper.key}`,
    title: plain(paper.title),
    authors: paper.authors,
    year: paper.year,
    arxivId: paper.arxivId,
    identity: null,
    relation: null,
    closeness: null,
    terms: [],
    excerpt: null,
    abstract: null,
    mention: null,
    target: { kind: 'paper', key: paper.key },
  };
}

/** What the worker is asked about an entry: its own fields, within the sizes the worker takes. */
export function mentionOf({ title, isCut, arxivId, doi, abstract, authors, year }: PageEntry): Mention {
  return {
    title: title.slice(0, LIMITS.title),
    ...(isCut === undefined ? {} : { isCut }),
    ...(arxivId === undefined ? {} : { arxivId }),
    ...(doi === undefined ? {} : { doi }),
    ...(abstract === undefined ? {} : { abstract: abstract.slice(0, LIMITS.abstract) }),
    ...(authors === undefined ? {} : { authors: authors.slice(0, LIMITS.authors).map((author) => author.slice(0, LIMITS.name)) }),
    ...(year === undefined ? {} : { year }),
  };
}
