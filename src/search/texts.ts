/** What search reads of the papers themselves, by row. Abstracts may lie elsewhere and are read for few rows only. */
export interface Texts {
  title(row: number): string;
  authors(row: number): readonly string[];
  year(row: number): number | undefined;
  arxivId(row: number): string | undefined;
  /** In the order of the rows; empty where there is none. */
  abstracts(rows: readonly number[]): Promise<readonly string[]>;
}
