/** The interface of relatedness: pure, runs in Node and in the worker. */

export interface Text {
  readonly title: string;
  /** Absent or empty: judged by the title alone, with its own thresholds. */
  readonly abstract?: string | undefined;
}

/** Below "related" a pair is no badge; lists may still show it as "loosely related". */
export type Closeness = 'strongly related' | 'related' | 'loosely related';

export interface Neighbour {
  /** Row of the document, as it was added. */
  readonly doc: number;
  /** Comparable between queries; greater is closer. Never shown as a number. */
  readonly score: number;
  readonly closeness: Closeness;
  /** The terms and phrases that contributed most, most important first, as written in the texts. At least two, or the closeness is "loosely related". */
  readonly terms: readonly string[];
}

export interface NearestOptions {
  readonly limit: number;
  /** Rows never returned: the paper itself and its duplicates. */
  readonly exclude?: ReadonlySet<number>;
  /** Only neighbours at least this close; default: every document with a score above zero. */
  readonly atLeast?: Closeness;
  /** Where none is as close as that, the nearest one is returned all the same: lists are sorted by it. */
  readonly orNearest?: boolean;
}

export interface RelatedEngine {
  readonly size: number;
  /** Nearest first; ties in row order. */
  nearest(query: Text, options: NearestOptions): Neighbour[];
  /** The same for a document of the collection, which is never its own neighbour. */
  nearestTo(doc: number, options: NearestOptions): Neighbour[];
}
