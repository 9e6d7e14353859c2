import { InputError, readLines } from './jsonl.ts';

/** Query id → paper id → grade. */
export type Judgements = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Reads TREC judgements: `query 0 paper grade`, parted by tabs or blanks.
 * @throws InputError with the line for anything else.
 */
export async function readJudgements(file: string): Promise<Judgements> {
  const judgements = new Map<string, Map<string, number>>();
  for await (const { text, place } of readLines(file)) {
    const [query, , paper, written, ...rest] = text.trim().split(/\s+/);
    const grade = Number(written);
    if (query === undefined || paper === undefined || !Number.isFinite(grade) || rest.length > 0) {
      throw new InputError(`${place}: expected "query 0 paper grade"`);
    }
    const grades = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, grades.set(paper, grade));
  }
  return judgements;
}
