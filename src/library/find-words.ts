import { search, widthFor } from '../search/search.ts';
import type { Collection } from './collection.ts';

/** All papers of some collections that words find, by the ids that lists use, the best with the greatest score. The words are read as in the popup. */
export async function findByWords(words: string, collections: readonly Collection[]): Promise<Map<number, number>> {
  const found = await Promise.all(
    collections.map(async (collection) => {
      const [titles, abstracts] = await Promise.all([collection.titleIndex(), collection.abstractIndex()]);
      const rows = await collection.rows();
      const texts = {
        title: (row: number) => rows.title(row),
        authors: (row: number) => rows.authors(row),
        year: (row: number) => rows.year(row),
        arxivId: (row: number) => rows.arxivId(row),
        abstracts: async (asked: readonly number[]) => (await collection.papers(asked)).map(({ abstract }) => abstract),
      };
      return { rows, matches: await search(words, [titles, abstracts], texts, 0) };
    }),
  );
  const width = widthFor(found.map(({ matches }) => matches));
  const scores = new Map<number, number>();
  for (const { rows, matches } of found) {
    matches.scores.forEach((score, row) => {
      if (score > 0 && matches.widthOf(row) <= width && rows.summary(row) !== undefined) scores.set(rows.id(row), score);
    });
  }
  return scores;
}
