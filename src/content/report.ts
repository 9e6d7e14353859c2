import type { LensState, PageEntry, PageReport } from '../messages/views.ts';
import type { PageKind } from '../sites/site.ts';
import type { Row } from './rows.ts';

/** Milliseconds of quiet after which a page without titles is believed to be done: what is missing is said within a second. */
const DONE = 600;

export interface PageState {
  readonly url: URL;
  readonly site: string | null;
  readonly kind: PageKind | undefined;
  /** The page itself says that it has no entries. */
  readonly empty: boolean;
  readonly rows: readonly Row[];
  /** Rows are waiting for answers. */
  readonly asking: boolean;
  /** What went wrong with asking, in words. */
  readonly failure: string | null;
  /** Milliseconds since the page last changed or was read. */
  readonly quiet: number;
  readonly lens: LensState;
  readonly marked: number;
  readonly unread: number;
  /** Milliseconds. */
  readonly spent: number;
}

/** What was found on the page, for the popup. */
export function report({ url, site, kind, empty, rows, asking, failure, quiet, lens, marked, unread, spent }: PageState): PageReport {
  const entries = rows.filter(({ reference }) => !reference);
  const references = rows.filter(({ reference }) => reference);
  const missing = site !== null && entries.length === 0 && !empty;
  const busy = asking || quiet === 0 || (missing && quiet < DONE);
  return {
    url: url.href,
    site,
    busy,
    problem: missing && !busy ? `0 titles found on a ${kind === 'listing' ? 'listing' : 'paper'} page` : failure,
    entries: entries.map(viewed),
    ...(references.length > 0 && { references: references.map(viewed) }),
    lens,
    marked,
    unread,
    spent: Math.round(spent),
  };
}

const viewed = ({ index, known, mention, identity = null, relation = null }: Row): PageEntry => ({ index, ...(known ?? mention), identity, relation });
