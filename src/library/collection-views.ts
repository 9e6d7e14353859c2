import type { NearestOptions } from '../related/related.ts';
import type { Collection, Rows } from './collection.ts';

/** Which rows of a collection count; undefined where all do. */
export type RowsIn = (rows: Rows) => Promise<((row: number) => boolean) | undefined>;

/** A collection of which only some rows count. Its indexes are the same; what does not count is no answer. */
export function within(collection: Collection, rowsIn: RowsIn): Collection {
  const outside = async (options: NearestOptions): Promise<NearestOptions> => {
    const rows = await collection.rows();
    const isIn = await rowsIn(rows);
    if (isIn === undefined) return options;
    const exclude = new Set(options.exclude);
    for (let row = 0; row < rows.size; row++) if (!isIn(row)) exclude.add(row);
    return { ...options, exclude };
  };
  return {
    async rows(mentions) {
      const rows = await collection.rows(mentions);
      const isIn = await rowsIn(rows);
      if (isIn === undefined) return rows;
      return {
        size: rows.size,
        id: (row) => rows.id(row),
        identify: (mention) => {
          const found = rows.identify(mention);
          return found !== undefined && isIn(found.row) ? found : undefined;
        },
        summary: (row) => (isIn(row) ? rows.summary(row) : undefined),
        isIn,
        title: (row) => rows.title(row),
        authors: (row) => rows.authors(row),
        year: (row) => rows.year(row),
        arxivId: (row) => rows.arxivId(row),
      };
    },
    papers: (rows) => collection.papers(rows),
    find: (key) => collection.find(key),
    titleIndex: () => collection.titleIndex(),
    abstractIndex: () => collection.abstractIndex(),
    nearest: async (text, options) => collection.nearest(text, await outside(options)),
    neighbours: async (row, options) => collection.neighbours(row, await outside(options)),
    expectSearch: () => collection.expectSearch?.(),
  };
}

/** A collection that has nothing where it cannot be read: others still answer. */
export function forgiving(collection: Collection, empty: Collection): Collection {
  return {
    rows: (mentions) => collection.rows(mentions).catch(() => empty.rows()),
    papers: (rows) => collection.papers(rows).catch(() => empty.papers(rows)),
    find: (key) => collection.find(key).catch(() => undefined),
    titleIndex: () => collection.titleIndex().catch(() => empty.titleIndex()),
    abstractIndex: () => collection.abstractIndex().catch(() => empty.abstractIndex()),
    nearest: (text, options) => collection.nearest(text, options).catch(() => []),
    neighbours: (row, options) => collection.neighbours(row, options).catch(() => []),
    expectSearch: () => collection.expectSearch?.(),
  };
}
