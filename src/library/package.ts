import { openKeys } from '../paper/identity.ts';
import type { IdentityKeys } from '../paper/identity-keys.ts';
import { openLexicon } from '../paper/lexicon.ts';
import type { Paper } from '../paper/paper.ts';
import type { Part, WordIndex } from '../search/word-index.ts';
import { withAbstract, type Collection, type NearRow, type Rows } from './collection.ts';
import { lazy } from './lazy.ts';
import type { PaperSummary } from './views.ts';

/** Reads one file of the package; throws where it is not there. */
export type ReadFile = (file: string) => Promise<ArrayBuffer>;

/** The parts of a packaged collection, one file each, so that a badge reads the first alone. */
export const files = {
  keys: 'keys.json',
  abstracts: 'abstracts.json',
  titleIndex: 'search-titles.bin',
  abstractIndex: 'search-abstracts.bin',
  related: 'related.bin',
  neighbours: 'neighbours.json',
} as const;

/** Words of the language, beside the collection: what is no misspelling in titles that are not known at build time. */
export const LEXICON = 'lexicon.bin';

export interface PackedKeys {
  /** The titles are those of the summaries. */
  readonly identity: Omit<IdentityKeys, 'titles'>;
  readonly summaries: readonly PaperSummary[];
  /** Whether `related.bin` was computed with the word table that ships. */
  readonly withTable: boolean;
}

/** A collection small enough to be read as a whole. */
export interface PackagedCollection extends Collection {
  /** In full, by row. */
  all(): Promise<readonly Paper[]>;
}

export interface PackageOptions {
  readonly folder?: string;
  /** The content of the file of keys, where it need not be read. */
  readonly keys?: string | undefined;
}

/**
 * The collection packed in a folder; the word table is read from `model/` where it was packed with one. Search and
 * relatedness are imported when they are first asked for: a worker starts often, and mostly for a badge.
 */
export function openPackage(read: ReadFile, { folder = 'collection', keys: atHand }: PackageOptions = {}): PackagedCollection {
  // Files whose reading began before they were asked for, and those that were.
  const begun = new Map<string, Promise<ArrayBuffer>>();
  const asked = new Set<string>();
  const bytes = (file: string): Promise<ArrayBuffer> => {
    const early = begun.get(file);
    begun.delete(file);
    asked.add(file);
    return early ?? read(`${folder}/${file}`);
  };
  const text = async (file: string): Promise<string> => decode(await bytes(file));
  // Our own build wrote these files, so their shapes are known.
  const packedKeys = lazy(async () => JSON.parse(atHand ?? (await text(files.keys))) as PackedKeys);
  const rows = lazy(async (): Promise<Rows> => {
    const { identity, summaries } = await packedKeys();
    return {
      size: summaries.length,
      id: (row) => -1 - row,
      identify: openKeys({ ...identity, titles: summaries.map(({ title }) => title) }),
      summary: (row) => summaries[row],
      title: (row) => summaries[row]?.title ?? '',
      authors: (row) => summaries[row]?.authors ?? [],
      year: (row) => summaries[row]?.year,
      arxivId: (row) => summaries[row]?.arxivId,
    };
  });
  const abstracts = lazy(async () => JSON.parse(await text(files.abstracts)) as string[]);
  const engine = lazy(async () => {
    const [{ withTable }, buffer, { loadRelated }] = await Promise.all([packedKeys(), bytes(files.related), import('../related/store.ts')]);
    return loadRelated(buffer, withTable ? await (await import('./word-table.ts')).readTable(read) : undefined);
  });
  const neighbours = lazy(async () => JSON.parse(await text(files.neighbours)) as NearRow[][]);
  return {
    rows,
    async all() {
      const [{ summaries }, texts] = await Promise.all([packedKeys(), abstracts()]);
      return summaries.map((summary, row) => withAbstract(summary, texts[row] ?? ''));
    },
    async papers(wanted) {
      const [table, texts] = await Promise.all([rows(), abstracts()]);
      return wanted.flatMap((row) => {
        const paper = table.summary(row);
        return paper === undefined ? [] : [withAbstract(paper, texts[row] ?? '')];
      });
    },
    async find(key) {
      const row = (await packedKeys()).summaries.findIndex((paper) => paper.key === key);
      return row < 0 ? undefined : row;
    },
    titleIndex: lazy(() => openIndex(bytes(files.titleIndex), 'titles')),
    abstractIndex: lazy(() => openIndex(bytes(files.abstractIndex), 'abstracts')),
    nearest: async (mention, options) => (await engine()).nearest(mention, options),
    neighbours: async (row, { limit }) => ((await neighbours())[row] ?? []).slice(0, limit),
    expectSearch() {
      for (const file of [files.titleIndex, files.abstractIndex, files.abstracts, files.neighbours]) {
        if (asked.has(file) || begun.has(file)) continue;
        const early = read(`${folder}/${file}`);
        begun.set(file, early);
        // What fails is told to who asks for the file, and read again by the next.
        early.catch(() => undefined);
      }
    },
  };
}

async function openIndex(bytes: Promise<ArrayBuffer>, part: Part): Promise<WordIndex> {
  const [{ WordIndex }, packed] = await Promise.all([import('../search/word-index.ts'), bytes]);
  return WordIndex.open(packed, part);
}

function decode(buffer: ArrayBuffer): string {
  return new TextDecoder().decode(buffer);
}

/** Tells words of the language. Where it cannot be read every word is taken for one, so that no misspelt title is marked and no wrong one. */
export async function readLexicon(read: ReadFile, folder = 'collection'): Promise<(word: string) => boolean> {
  return read(`${folder}/${LEXICON}`).then(openLexicon, () => () => true);
}
