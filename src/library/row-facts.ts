import { Strings } from '../packing/strings.ts';

/** What is kept of a paper beside its row: enough to identify it, to show it and to rank it, without its abstract. */
export interface Facts {
  /** Of its record in the store. */
  readonly id: number;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year?: number;
  readonly arxivId?: string;
  readonly doi?: string;
  /** Differs where anything that is indexed differs, the abstract too. */
  readonly print: number;
}

/** Facts of many papers, one column per fact. */
export interface FactColumns {
  readonly ids: Uint32Array<ArrayBuffer>;
  readonly titles: Strings;
  /** Parted by line feeds. */
  readonly authors: Strings;
  readonly arxivIds: Strings;
  readonly dois: Strings;
  /** 0 where not known. */
  readonly years: Uint16Array<ArrayBuffer>;
  readonly prints: Uint32Array<ArrayBuffer>;
}

export function columnsOf(facts: readonly Facts[]): FactColumns {
  return {
    ids: Uint32Array.from(facts, ({ id }) => id),
    titles: Strings.of(facts.map(({ title }) => title)),
    authors: Strings.of(facts.map(({ authors }) => authors.map((name) => name.replaceAll('\n', ' ')).join('\n'))),
    arxivIds: Strings.of(facts.map(({ arxivId = '' }) => arxivId)),
    dois: Strings.of(facts.map(({ doi = '' }) => doi)),
    years: Uint16Array.from(facts, ({ year = 0 }) => year),
    prints: Uint32Array.from(facts, ({ print }) => print),
  };
}

/** One list and another behind it. */
export function joinColumns(a: FactColumns, b: FactColumns): FactColumns {
  return {
    ids: Uint32Array.from([...a.ids, ...b.ids]),
    titles: a.titles.with(b.titles),
    authors: a.authors.with(b.authors),
    arxivIds: a.arxivIds.with(b.arxivIds),
    dois: a.dois.with(b.dois),
    years: Uint16Array.from([...a.years, ...b.years]),
    prints: Uint32Array.from([...a.prints, ...b.prints]),
  };
}

export function factsAt({ ids, titles, authors, arxivIds, dois, years, prints }: FactColumns, row: number): Facts {
  const [names, arxivId, doi, year] = [authors.at(row), arxivIds.at(row), dois.at(row), years[row] ?? 0];
  return {
    id: ids[row] ?? 0,
    title: titles.at(row),
    authors: names === '' ? [] : names.split('\n'),
    ...(year > 0 && { year }),
    ...(arxivId !== '' && { arxivId }),
    ...(doi !== '' && { doi }),
    print: prints[row] ?? 0,
  };
}
