import { openKeys } from '../paper/identity.ts';
import { buildKeys, type IdentityKeys } from '../paper/identity-keys.ts';
import type { Paper } from '../paper/paper.ts';
import { buildRelated } from '../related/engine.ts';
import { loadRelated, storeRelated } from '../related/store.ts';
import { openTable, tableFiles, type WordTable } from '../related/table.ts';
import { packSearch } from '../search/search.ts';
import { WordIndex } from '../search/word-index.ts';
import { summaryOf, withAbstract, type Collection, type NearRow } from './collection.ts';
import { lazy } from './lazy.ts';
import type { PaperSummary } from './views.ts';

/** Reads one file of the package; throws where it is not there. */
export type ReadFile = (file: string) => Promise<ArrayBuffer>;

/** The parts of a packaged collection, one file each, so that a badge reads the first alone. */
const files = {
  keys: 'keys.json',
  abstracts: 'abstracts.json',
  titleIndex: 'search-titles.bin',
  abstractIndex: 'search-abstracts.bin',
  related: 'related.bin',
  neighbours: 'neighbours.json',
} as const;

interface PackedKeys {
  readonly identity: IdentityKeys;
  readonly summaries: readonly PaperSummary[];
  /** Whether `related.bin` was computed with the word table that ships. */
  readonly withTable: boolean;
}

/** As many are kept of each paper as any view shows. */
export const mostNeighbours = 8;

/**
 * Everything computed once, at build time: file names and contents for {@link openPackage}. `lexicon` gives words of the
 * language, so that a title with one word for another is not taken for a misspelt one.
 */
export function packCollection(papers: readonly Paper[], table?: WordTable, lexicon: Iterable<string> = []): Map<string, string | Uint8Array> {
  const engine = buildRelated(papers, table);
  const neighbours = papers.map((_, row) => engine.nearestTo(row, { limit: mostNeighbours }).map(({ doc, closeness, terms }): NearRow => ({ doc, closeness, terms })));
  return new Map<string, string | Uint8Array>([
    ...packSearchable(papers, table !== undefined, lexicon),
    [files.related, new Uint8Array(storeRelated(engine))],
    [files.neighbours, JSON.stringify(neighbours)],
  ]);
}

/** The files that identity and search read, without those of relatedness. */
export function packSearchable(papers: readonly Paper[], withTable = false, lexicon: Iterable<string> = []): Map<string, string | Uint8Array> {
  const index = packSearch(papers);
  const keys: PackedKeys = { identity: buildKeys(papers, lexicon), summaries: papers.map(summaryOf), withTable };
  return new Map<string, string | Uint8Array>([
    [files.keys, JSON.stringify(keys)],
    [files.abstracts, JSON.stringify(papers.map(({ abstract }) => abstract))],
    [files.titleIndex, index.titles],
    [files.abstractIndex, index.abstracts],
  ]);
}

/** The collection packed in a folder; the word table is read from `model/` where it was packed with one. */
export function openPackage(read: ReadFile, folder = 'collection'): Collection {
  const bytes = (file: string): Promise<ArrayBuffer> => read(`${folder}/${file}`);
  const text = async (file: string): Promise<string> => decode(await bytes(file));
  // Our own build wrote these files, so their shapes are known.
  const packedKeys = lazy(async () => JSON.parse(await text(files.keys)) as PackedKeys);
  const keys = lazy(async () => {
    const { identity, summaries } = await packedKeys();
    return { identify: openKeys(identity), summaries };
  });
  return {
    keys,
    papers: lazy(async () => {
      const [{ summaries }, abstracts] = await Promise.all([keys(), text(files.abstracts).then((json) => JSON.parse(json) as string[])]);
      return summaries.map((summary, row) => withAbstract(summary, abstracts[row] ?? ''));
    }),
    titleIndex: lazy(async () => WordIndex.open(await bytes(files.titleIndex), 'titles')),
    abstractIndex: lazy(async () => WordIndex.open(await bytes(files.abstractIndex), 'abstracts')),
    related: lazy(async () => {
      const [{ withTable }, buffer] = await Promise.all([packedKeys(), bytes(files.related)]);
      return loadRelated(buffer, withTable ? await readTable(read) : undefined);
    }),
    neighbours: lazy(async () => JSON.parse(await text(files.neighbours)) as NearRow[][]),
  };
}

/** The word table that ships beside the collections. */
export async function readTable(read: ReadFile, folder = 'model'): Promise<WordTable> {
  const [table, scale, vocab, df, meta] = await Promise.all([
    read(`${folder}/${tableFiles.table}`),
    read(`${folder}/${tableFiles.scale}`),
    read(`${folder}/${tableFiles.vocab}`),
    read(`${folder}/${tableFiles.df}`),
    read(`${folder}/${tableFiles.meta}`),
  ]);
  return openTable({ table, scale, vocab, df, meta: decode(meta) });
}

function decode(buffer: ArrayBuffer): string {
  return new TextDecoder().decode(buffer);
}
