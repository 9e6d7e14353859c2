/** Everything beside corpus and seed that a table follows from. */
export interface Settings {
  /** Papers that must hold a word, or a pair of words, and the least mutual information of a pair in nats. */
  readonly leastPapersOfWord: number;
  readonly leastPapersOfPair: number;
  readonly leastInformation: number;
  readonly dimensions: number;
  /** Papers in a batch: each is told from all others in it. */
  readonly batch: number;
  readonly steps: number;
  readonly temperature: number;
  /** Of Adagrad at the first step; falls evenly to a tenth. */
  readonly rate: number;
  /** Words and pairs that ship, the most frequent ones. */
  readonly shipped: number;
}

export const settings: Settings = {
  leastPapersOfWord: 6,
  leastPapersOfPair: 40,
  leastInformation: 0.5,
  dimensions: 256,
  batch: 1024,
  steps: 1450,
  temperature: 0.15,
  rate: 0.02,
  shipped: 24_000,
};
