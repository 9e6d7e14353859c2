import { share } from './batch.ts';
import { gap, type Corpus } from './corpus.ts';
import type { Settings } from './settings.ts';

/** What is worth a vector: common words and pairs of neighbours that stand together more often than by chance. */
export interface Terms extends TextTerms {
  /** Stemmed words and joined pairs, in order of first appearance, words first. */
  readonly names: readonly string[];
  /** Papers that hold each. */
  readonly papersWith: Uint32Array;
}

/** The terms of every paper, in flat arrays. */
export interface TextTerms {
  /** Distinct terms of paper i are entries [starts[i], starts[i+1]) of the three arrays that follow. */
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  /** Times the term stands in the title and in the abstract, each at most 127. */
  readonly inTitle: Uint8Array;
  readonly inAbstract: Uint8Array;
}

/** Chooses words and pairs by the papers that hold them, and counts them in every text. */
export function selectTerms(corpus: Corpus, least: Pick<Settings, 'leastPapersOfWord' | 'leastPapersOfPair' | 'leastInformation'>): Terms {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const add = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  };
  const papersWithWord = countPapers(corpus);
  const ofWord = Int32Array.from(corpus.words, (word, number) => (papersWithWord[number]! >= least.leastPapersOfWord ? add(word) : gap));
  const ofPair = new Map<number, number>();
  for (const [pair, papers] of countPairs(corpus, ofWord)) {
    const [first, second] = partsOf(pair, corpus);
    const name = corpus.words[first]! + corpus.words[second]!;
    const expected = (papersWithWord[first]! * papersWithWord[second]!) / corpus.papers;
    const phrase = papers >= least.leastPapersOfPair && Math.log(papers / expected) > least.leastInformation;
    // "pre training" is "pretraining": a pair whose joined writing is a word is that word, however rare the pair.
    if (phrase || numbers.has(name)) ofPair.set(pair, add(name));
  }
  return countTerms(corpus, names, ofWord, ofPair);
}

function countPapers({ words, starts, tokens, papers }: Corpus): Uint32Array {
  const counts = new Uint32Array(words.length);
  const last = new Int32Array(words.length).fill(-1);
  for (let paper = 0; paper < papers; paper++) {
    for (let i = starts[2 * paper]!; i < starts[2 * paper + 2]!; i++) {
      const word = tokens[i]!;
      if (word === gap || last[word] === paper) continue;
      last[word] = paper;
      counts[word]! += 1;
    }
  }
  return counts;
}

const pairOf = (first: number, second: number, { words }: Corpus): number => first * words.length + second;
const partsOf = (pair: number, { words }: Corpus): [number, number] => [Math.floor(pair / words.length), pair % words.length];

/** Papers that hold each pair of kept neighbours, in ascending order of pair; pairs of one paper are left out. */
function countPairs(corpus: Corpus, ofWord: Int32Array): [pair: number, papers: number][] {
  const { starts, tokens, papers } = corpus;
  const held = new Float64Array(tokens.length);
  let end = 0;
  for (let paper = 0; paper < papers; paper++) {
    const from = end;
    for (let text = 2 * paper; text < 2 * paper + 2; text++) {
      for (let i = starts[text]! + 1; i < starts[text + 1]!; i++) {
        const first = tokens[i - 1]!;
        const second = tokens[i]!;
        if (first !== gap && second !== gap && ofWord[first] !== gap && ofWord[second] !== gap) held[end++] = pairOf(first, second, corpus);
      }
    }
    const own = held.subarray(from, end).sort();
    end = from;
    for (let i = 0; i < own.length; i++) if (i === 0 || own[i] !== own[i - 1]) held[end++] = own[i]!;
  }
  const all = held.subarray(0, end).sort();
  const counted: [number, number][] = [];
  for (let from = 0, to = 0; from < all.length; from = to) {
    while (to < all.length && all[to] === all[from]) to++;
    if (to - from > 1) counted.push([all[from]!, to - from]);
  }
  return counted;
}

function countTerms(corpus: Corpus, names: readonly string[], ofWord: Int32Array, ofPair: ReadonlyMap<number, number>): Terms {
  const { tokens, papers } = corpus;
  const starts = new Uint32Array(papers + 1);
  const terms = new Uint32Array(2 * tokens.length);
  const inTitle = new Uint8Array(2 * tokens.length);
  const inAbstract = new Uint8Array(2 * tokens.length);
  const papersWith = new Uint32Array(names.length);
  const lastPaper = new Int32Array(names.length).fill(-1);
  const entryOf = new Uint32Array(names.length);
  let end = 0;
  const count = (term: number, paper: number, where: Uint8Array): void => {
    if (lastPaper[term] !== paper) {
      lastPaper[term] = paper;
      papersWith[term]! += 1;
      entryOf[term] = end;
      terms[end++] = term;
    }
    const entry = entryOf[term]!;
    if (where[entry]! < 127) where[entry]! += 1;
  };
  for (let text = 0; text < 2 * papers; text++) {
    const paper = text >> 1;
    const where = text % 2 === 0 ? inTitle : inAbstract;
    let before = gap;
    for (let i = corpus.starts[text]!; i < corpus.starts[text + 1]!; i++) {
      const word = tokens[i]!;
      const term = word === gap ? gap : ofWord[word]!;
      if (term !== gap) count(term, paper, where);
      const pair = before === gap || word === gap ? undefined : ofPair.get(pairOf(before, word, corpus));
      if (pair !== undefined) count(pair, paper, where);
      before = word;
    }
    starts[paper + 1] = end;
  }
  const held = { terms: share(terms.subarray(0, end)), inTitle: share(inTitle.subarray(0, end)), inAbstract: share(inAbstract.subarray(0, end)) };
  return { names, papersWith, starts: share(starts), ...held };
}
