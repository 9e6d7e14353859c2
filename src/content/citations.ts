import type { Identity, Relation } from '../messages/views.ts';
import type { Bibliography } from '../sites/site.ts';
import type { Markable } from './badges.ts';
import type { Row } from './rows.ts';

/** A link of the text to an entry of the bibliography. It is marked as its entry is. */
export class Citation implements Markable {
  readonly title: Element;
  readonly row: Row;
  here = true;

  constructor(link: Element, row: Row) {
    this.title = link;
    this.row = row;
  }

  get anchor(): Element {
    return this.title;
  }

  get identity(): Identity | null | undefined {
    return this.row.identity;
  }

  get relation(): Relation | null | undefined {
    return this.row.relation;
  }
}

/** All citations of the page that lead to an entry. */
export class Citations {
  #known = new Map<Element, Citation>();

  get all(): Iterable<Citation> {
    return this.#known.values();
  }

  /** Compares the page with what is known; gives those that are gone. Yields wherever it may be interrupted. */
  *read(bibliography: Bibliography | undefined, document: Document, rows: readonly Row[]): Generator<undefined, readonly Citation[]> {
    const entries = new Map(rows.flatMap((row) => (row.reference?.id ? [[row.reference.id, row] as const] : [])));
    const now = new Map<Element, Citation>();
    let before: { readonly row: Row; readonly link: Element } | undefined;
    for (const [link, id] of entries.size > 0 ? (bibliography?.citations(document) ?? []) : []) {
      const row = entries.get(id);
      if (row) {
        // Author and year may each be a link to one entry: one mark behind the second.
        if (before?.row === row && before.link.parentElement === link.parentElement) now.delete(before.link);
        const known = this.#known.get(link);
        now.set(link, known?.row === row ? known : new Citation(link, row));
        before = { row, link };
      }
      yield;
    }
    const gone = [...this.all].filter((citation) => now.get(citation.title) !== citation);
    for (const citation of gone) citation.here = false;
    this.#known = now;
    return gone;
  }
}
