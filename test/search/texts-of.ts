import type { Paper } from '../../src/paper/paper.ts';
import type { Texts } from '../../src/search/texts.ts';

/** Papers at hand, as search reads them. */
export function textsOf(papers: readonly Paper[]): Texts {
  return {
    title: (row) => papers[row]?.title ?? '',
    authors: (row) => papers[row]?.authors ?? [],
    year: (row) => papers[row]?.year,
    arxivId: (row) => papers[row]?.arxivId,
    abstracts: (rows) => Promise.resolve(rows.map((row) => papers[row]?.abstract ?? '')),
  };
}
