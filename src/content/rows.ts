import type { Identity, Loose, Relation } from '../messages/views.ts';
import type { Mention } from '../paper/paper.ts';
import type { Citable, Entry, Site } from '../sites/site.ts';
import { cut } from './cut.ts';

/** One paper title on the page, and what is known of it. */
export interface Row {
  /** Number on this page, never given twice. */
  readonly index: number;
  readonly title: Element;
  readonly anchor: Element | null;
  readonly main: boolean;
  /** Set on entries of a bibliography. */
  readonly reference?: Citable;
  /** Within the contract's limits. */
  readonly mention: Mention;
  /** Rows with the same key have the same answers. */
  readonly key: string;
  /** Distance from the top of the page when read, in pixels. */
  readonly top: number;
  /** What the title element said, and at which address, when it was last read. */
  text: string;
  url: string;
  /** False once the title has left the page or names another paper: late answers are dropped. */
  here: boolean;
  /** What an entry of a bibliography turned out to name. */
  known?: Mention;
  /** Undefined until answered. */
  identity: Identity | null | undefined;
  relation: Relation | null | undefined;
  /** What is nearest where there is no relation; asked for only where entries are sorted. */
  loose: Loose | null | undefined;
}

export interface Changes {
  /** New to the page, or back on it; those of a replaced element keep their answers. */
  readonly fresh: readonly Row[];
  readonly gone: readonly Row[];
  /** Still the same paper, but set differently: its line may end elsewhere. */
  readonly moved: readonly Row[];
}

export interface Reading {
  readonly site: Site | undefined;
  readonly document: Document;
  readonly url: URL;
  /** False soon after a soft navigation, when the address may be ahead of the words. */
  readonly settled: boolean;
}

/** All titles of the page. Each element is read once, and again only when its words or the address changed. */
export class Rows {
  #known = new WeakMap<Element, Row>();
  #ordered: readonly Row[] = [];
  #moved: Row[] = [];
  #next = 0;
  #unread = 0;

  /** In page order. */
  get all(): readonly Row[] {
    return this.#ordered;
  }

  /** Title elements of the last reading that named no paper. */
  get unread(): number {
    return this.#unread;
  }

  /** Compares the page with what is known. Yields wherever it may be interrupted; no row comes or goes before it ends. */
  *read(reading: Reading): Generator<undefined, Changes> {
    const { site, document, url } = reading;
    const now = new Map<Element, Row>();
    this.#moved = [];
    let unread = 0;
    for (const title of site?.titles(document, url) ?? []) {
      const row = site && !now.has(title) ? this.#row(title, site, reading) : undefined;
      if (row) now.set(title, row);
      else if (!now.has(title)) unread++;
      yield;
    }
    for (const item of site?.bibliography?.entries(document) ?? []) {
      const row = site?.bibliography && !now.has(item) ? this.#row(item, site.bibliography, reading) : undefined;
      if (row) now.set(item, row);
      yield;
    }
    this.#unread = unread;
    return this.#commit([...now.values()]);
  }

  /** The known row where it still holds, else a new one; undefined where the element names no paper (yet). */
  #row(title: Element, site: Pick<Site, 'entry'>, { url, settled }: Reading): Row | undefined {
    const text = title.textContent;
    const known = this.#known.get(title);
    if (known?.text === text && known.url === url.href && known.anchor?.isConnected !== false) return known;
    const entry = site.entry(title, url);
    if (!entry) return undefined;
    const row = this.#make(title, entry, text, url);
    if (known?.key === row.key && known.anchor === row.anchor) {
      if (known.text !== text) this.#moved.push(known);
      known.text = text;
      known.url = url.href;
      return known;
    }
    // The same words under a new address: the page has not caught up, and a new id must not mark an old title.
    return known?.text === text && !settled ? undefined : row;
  }

  #make(title: Element, { mention, main, anchor: place, reference }: Entry, text: string, url: URL): Row {
    const short = cut(mention);
    const anchor = reference && place && isInline(place) ? reference.item : place;
    const { isCut, arxivId, doi, abstract, authors, year } = short;
    return {
      index: this.#next++,
      title,
      anchor,
      main,
      ...(reference && { reference }),
      mention: short,
      key: JSON.stringify([short.title, isCut, arxivId, doi, abstract?.length, authors?.length, year, reference?.cited]),
      top: title.getBoundingClientRect().top + scrollY,
      text,
      url: url.href,
      here: false,
      identity: undefined,
      relation: undefined,
      loose: undefined,
    };
  }

  #commit(read: readonly Row[]): Changes {
    const still = new Set(read);
    const gone = this.#ordered.filter((row) => !still.has(row));
    const answered = new Map(gone.map((row) => [row.key, row]));
    for (const row of gone) row.here = false;
    const fresh = read.filter((row) => !row.here);
    for (const row of fresh) {
      row.here = true;
      const before = answered.get(row.key);
      if (before?.known) row.known ??= before.known;
      row.identity ??= before?.identity;
      row.relation ??= before?.relation;
      row.loose ??= before?.loose;
      this.#known.set(row.title, row);
    }
    this.#ordered = read;
    return { fresh, gone, moved: this.#moved };
  }
}

/** Where the line goes on behind a title, a badge would lie on what follows. */
const isInline = (element: Element): boolean => getComputedStyle(element).display === 'inline';
