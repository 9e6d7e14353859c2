import { basename, join } from 'node:path';
import type { WordTable } from '../related/table.ts';
import { measure, type Measures } from './metrics.ts';
import { readPapers, readQueries, type Mode } from './papers.ts';
import { prepareEngine } from './prepare-engine.ts';
import { readJudgements } from './qrels.ts';
import { rank } from './rank.ts';

/** What a table reaches on one set of papers asked in one way. */
export interface Figure {
  readonly set: string;
  readonly mode: Mode;
  /** One per query that has a relevant paper. */
  readonly measured: readonly Measures[];
}

/**
 * Measures a table on a folder that holds papers.jsonl, queries.jsonl and qrels.tsv, by abstract and by title alone.
 * @throws InputError for what is missing or broken.
 */
export async function measureFolder(folder: string, table: WordTable | undefined): Promise<Figure[]> {
  const papers = await readPapers(join(folder, 'papers.jsonl'));
  const judgements = await readJudgements(join(folder, 'qrels.tsv'));
  const engine = prepareEngine(papers.texts, table);
  const figures: Figure[] = [];
  for (const mode of ['abstract', 'title'] as const) {
    const queries = await readQueries(join(folder, 'queries.jsonl'), papers, mode);
    const measured = queries.map(({ id, row, text }) => {
      const ranked = rank(engine.scores(text), papers.ids.keys(), row);
      return measure(ranked.map((entry) => papers.ids[entry.row] ?? ''), judgements.get(id) ?? new Map());
    });
    figures.push({ set: basename(folder), mode, measured: measured.filter((one) => one !== undefined) });
  }
  return figures;
}
