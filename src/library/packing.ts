import { buildKeys } from '../paper/identity-keys.ts';
import type { Paper } from '../paper/paper.ts';
import { buildRelated } from '../related/engine.ts';
import { storeRelated } from '../related/store.ts';
import type { WordTable } from '../related/table.ts';
import { packSearch } from '../search/search.ts';
import { summaryOf, type NearRow } from './collection.ts';
import { mostNeighbours } from './neighbours.ts';
import { files, type PackedKeys } from './package.ts';

/**
 * Everything computed once, at build time: file names and contents for {@link openPackage}. `lexicon` gives words of the
 * language, so that a title with one word for another is not taken for a misspelt one.
 */
export function packCollection(papers: readonly Paper[], table?: WordTable, lexicon: Iterable<string> = []): Map<string, string | Uint8Array> {
  const engine = buildRelated(papers, table);
  const neighbours = papers.map((_, row) => engine.nearestTo(row, { limit: mostNeighbours }).map(({ doc, score, closeness, terms }): NearRow => ({ doc, score: Number(score.toFixed(3)), closeness, terms })));
  return new Map<string, string | Uint8Array>([
    ...packSearchable(papers, table !== undefined, lexicon),
    [files.related, new Uint8Array(storeRelated(engine))],
    [files.neighbours, JSON.stringify(neighbours)],
  ]);
}

/** The files that identity and search read, without those of relatedness. */
export function packSearchable(papers: readonly Paper[], withTable = false, lexicon: Iterable<string> = []): Map<string, string | Uint8Array> {
  const index = packSearch(papers);
  const { titles: _, ...identity } = buildKeys(papers, lexicon);
  const keys: PackedKeys = { identity, summaries: papers.map(summaryOf), withTable };
  return new Map<string, string | Uint8Array>([
    [files.keys, JSON.stringify(keys)],
    [files.abstracts, JSON.stringify(papers.map(({ abstract }) => abstract))],
    [files.titleIndex, index.titles],
    [files.abstractIndex, index.abstracts],
  ]);
}
