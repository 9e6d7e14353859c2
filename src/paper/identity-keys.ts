import { familyNames } from './authors.ts';
import { confusableWords, wordsIn } from './confusable-words.ts';
import { beginningProbe } from './cut-title.ts';
import { nearProbes } from './near-title.ts';
import type { Paper } from './paper.ts';
import { type PaperIds, paperIds } from './paper-key.ts';
import { printProbes } from './probe-table.ts';
import { keyOfWords } from './title-key.ts';
import { type TitleWords, titleWords } from './title-words.ts';

/** Everything identity needs of a collection, as plain JSON: one column per fact, one row per paper. */
export interface IdentityKeys {
  readonly titles: readonly string[];
  /** Empty where not known, as the next three. */
  readonly arxivIds: readonly string[];
  readonly dois: readonly string[];
  /** 0 where not known. */
  readonly years: readonly number[];
  /** Folded family names, parted by blanks. */
  readonly families: readonly string[];
  /** Printed {@link ProbeTable} over all {@link PROBES}. */
  readonly probes: string;
  /** Words that are no misspelling of a title's word, parted by blanks. */
  readonly words: string;
}

/** The texts under which a row is found, besides those of {@link nearProbes} and {@link beginningProbe}. */
export const PROBES = {
  arxiv: (id: string) => `a:${id}`,
  doi: (doi: string) => `d:${doi}`,
  title: (key: string) => `t:${key}`,
} as const;

/**
 * Builds the keys of a collection (at most 2²⁰ papers). Equal ids or titles within it do no harm.
 * `lexicon` adds words of the language to those of the papers' own texts: the more real words are known, the surer it
 * is that a misspelt title is no other paper.
 */
export function buildKeys(papers: readonly Paper[], lexicon: Iterable<string> = []): IdentityKeys {
  const ids = papers.map(paperIds);
  const parsed = papers.map(({ title }) => titleWords(title));
  const probes = parsed.flatMap((title, row) => textsOf(title, ids[row] ?? {}).map((text) => [text, row] as const));
  return {
    titles: papers.map(({ title }) => title),
    arxivIds: ids.map(({ arxivId = '' }) => arxivId),
    dois: ids.map(({ doi = '' }) => doi),
    years: papers.map(({ year = 0 }) => year),
    families: papers.map(({ authors }) => familyNames(authors).join(' ')),
    probes: printProbes(probes),
    words: confusableWords(parsed.flatMap(({ words }) => words.map(({ folded }) => folded)), realWords(papers, lexicon)).join(' '),
  };
}

/** The texts under which one paper is found. */
export function probesOf(paper: Pick<Paper, 'title' | 'arxivId' | 'doi'>): string[] {
  return textsOf(titleWords(paper.title), paperIds(paper));
}

function textsOf(title: TitleWords, { arxivId, doi }: PaperIds): string[] {
  const key = keyOfWords(title.words);
  const beginning = beginningProbe(key);
  return [
    ...(arxivId === undefined ? [] : [PROBES.arxiv(arxivId)]),
    ...(doi === undefined ? [] : [PROBES.doi(doi)]),
    ...(key === '' ? [] : [PROBES.title(key), ...nearProbes(title)]),
    ...(beginning === undefined ? [] : [beginning]),
  ];
}

function* realWords(papers: readonly Paper[], lexicon: Iterable<string>): Generator<string> {
  yield* wordsIn(papers);
  yield* lexicon;
}
