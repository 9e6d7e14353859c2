import { shareAuthor } from './authors.ts';
import { beginningProbe } from './cut-title.ts';
import { type IdentityKeys, PROBES } from './identity-keys.ts';
import { isNearTitle, nearQueries } from './near-title.ts';
import type { Certainty, Mention } from './paper.ts';
import { type PaperIds, paperIds } from './paper-key.ts';
import { ProbeTable } from './probe-table.ts';
import { keyOfWords } from './title-key.ts';
import { titleWords } from './title-words.ts';

/** A mention is a paper of the collection, or has the title of one while its ids or authors say that it is another. */
export type Identification = { readonly kind: 'same'; readonly certainty: Certainty; readonly row: number } | { readonly kind: 'other paper'; readonly row: number };

/** Undefined where the collection has no such paper. Constant time in the size of the collection; never throws. */
export type Identify = (mention: Mention) => Identification | undefined;

/** Titles this short are used again by others ("Deep learning"): there, years far apart count too. In words. */
const GENERIC_TITLE = 4;
/** A preprint and its journal version may be this many years apart. */
const YEARS_APART = 3;

/** What identity needs of the papers of a collection, by row. */
export interface KnownPapers {
  title(row: number): string;
  /** Empty where not known, as the next. */
  arxivId(row: number): string;
  doi(row: number): string;
  /** 0 where not known. */
  year(row: number): number;
  /** Folded family names. */
  families(row: number): readonly string[];
  /** Rows that may stand under one of the texts of `probesOf`; each is checked. */
  under(text: string, limit?: number): readonly number[];
  /** Whether a folded word is known to be one, and no misspelling. */
  isWord(word: string): boolean;
}

/** Opens packaged keys for look-up. @throws where they are damaged. */
export function openKeys(keys: IdentityKeys): Identify {
  const table = ProbeTable.fromPrinted(keys.probes);
  let known: Set<string> | undefined;
  return identifyIn({
    title: (row) => keys.titles[row] ?? '',
    arxivId: (row) => keys.arxivIds[row] ?? '',
    doi: (row) => keys.dois[row] ?? '',
    year: (row) => keys.years[row] ?? 0,
    families: (row) => (keys.families[row] ?? '').split(' ').filter((name) => name !== ''),
    under: (text, limit) => table.rows(text, limit),
    isWord: (word) => (known ??= new Set(keys.words.split(' '))).has(word),
  });
}

export function identifyIn(papers: KnownPapers): Identify {
  return (mention) => {
    const ids = paperIds(mention);
    const byId = rowOfId(ids);
    if (byId !== undefined) return { kind: 'same', certainty: 'same id', row: byId };
    const title = titleWords(mention.title);
    const key = keyOfWords(title.words);
    if (key === '') return undefined;
    if (mention.isCut === true) return ofCutTitle(key, ids, mention);
    const sameTitle = papers.under(PROBES.title(key)).filter((row) => keyOfWords(wordsOf(row).words) === key);
    const [first] = sameTitle;
    if (first !== undefined) {
      const same = sameTitle.find((row) => !isOther(row, ids, mention, title.words.length));
      return same === undefined ? { kind: 'other paper', row: first } : { kind: 'same', certainty: 'same title', row: same };
    }
    // An arXiv id that the collection lacks is surer than a likeness of titles.
    if (ids.arxivId !== undefined) return undefined;
    const candidates = new Set(nearQueries(title).flatMap((text) => papers.under(text)));
    for (const row of candidates) {
      if (!contradicts(row, ids, mention) && isNearTitle(wordsOf(row), title, (word) => papers.isWord(word), sharesAuthor(row, mention))) return { kind: 'same', certainty: 'nearly the same title', row };
    }
    return undefined;
  };

  function rowOfId({ arxivId, doi }: PaperIds): number | undefined {
    const byArxiv = arxivId === undefined ? undefined : papers.under(PROBES.arxiv(arxivId)).find((row) => papers.arxivId(row) === arxivId);
    return byArxiv ?? (doi === undefined ? undefined : papers.under(PROBES.doi(doi)).find((row) => papers.doi(row) === doi));
  }

  /** A beginning alone proves nothing: the one title that begins so must share an author, and neither year nor DOI may speak against it. */
  function ofCutTitle(key: string, ids: PaperIds, mention: Mention): Identification | undefined {
    const probe = beginningProbe(key);
    if (probe === undefined || ids.arxivId !== undefined) return undefined;
    const rows = papers.under(probe, 1000).filter((row) => keyOfWords(wordsOf(row).words).startsWith(key));
    const titles = new Set(rows.map((row) => keyOfWords(wordsOf(row).words)));
    const [row] = rows;
    const isSure = row !== undefined && titles.size === 1 && sharesAuthor(row, mention) === true && !contradicts(row, ids, mention);
    return isSure ? { kind: 'same', certainty: 'partial title', row } : undefined;
  }

  function wordsOf(row: number): ReturnType<typeof titleWords> {
    return titleWords(papers.title(row));
  }

  /** Of two papers with one title, whether they are two: by their ids, else by their authors, else, for a title anyone could choose, by their years. */
  function isOther(row: number, ids: PaperIds, mention: Mention, words: number): boolean {
    if (differ(ids.arxivId, papers.arxivId(row))) return true;
    const shared = sharesAuthor(row, mention);
    if (shared !== undefined) return !shared;
    return differ(ids.doi, papers.doi(row)) || (words <= GENERIC_TITLE && yearsApart(row, mention) > YEARS_APART);
  }

  function contradicts(row: number, ids: PaperIds, mention: Mention): boolean {
    return differ(ids.doi, papers.doi(row)) || sharesAuthor(row, mention) === false || yearsApart(row, mention) > YEARS_APART;
  }

  /** Undefined where either side does not name its authors. */
  function sharesAuthor(row: number, { authors = [] }: Mention): boolean | undefined {
    return shareAuthor(papers.families(row), authors.slice(0, 200));
  }

  function yearsApart(row: number, { year = 0 }: Mention): number {
    const ours = papers.year(row);
    return ours > 0 && year > 0 ? Math.abs(ours - year) : 0;
  }
}

/** Both known and not the same. */
function differ(theirs: string | undefined, ours = ''): boolean {
  return theirs !== undefined && ours !== '' && theirs !== ours;
}
