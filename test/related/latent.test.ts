import { describe, expect, it } from 'vitest';
import { buildRelated } from '../../src/related/engine.ts';
import { mixFor } from '../../src/related/mix.ts';
import type { Text } from '../../src/related/related.ts';
import { learnLatent, type TermMatrix } from '../../src/related/singular.ts';
import { loadRelated, storeRelated } from '../../src/related/store.ts';
import { scanned } from '../../src/related/scan.ts';

function finish<T>(steps: Generator<void, T>): { value: T; pauses: number } {
  for (let pauses = 0; ; pauses++) {
    const { done, value } = steps.next();
    if (done === true) return { value, pauses };
  }
}

/** Rows of words: `cells[doc][term]`. */
function matrixOf(cells: readonly (readonly number[])[]): TermMatrix {
  return {
    terms: cells[0]?.length ?? 0,
    documents: cells.length,
    eachOf: (term, visit) => cells.forEach((row, doc) => (row[term] ?? 0) !== 0 && visit(doc, row[term] ?? 0)),
  };
}

describe('singular vectors', () => {
  it('are those of a matrix whose own are known', () => {
    // Two topics that share no word: 3 documents of words 0 and 1, 2 documents of words 2 and 3.
    const rows = finish(learnLatent(matrixOf([[3, 4, 0, 0], [3, 4, 0, 0], [3, 4, 0, 0], [0, 0, 1, 1], [0, 0, 1, 1]]))).value;
    const vector = (k: number): number[] => [0, 1, 2, 3].map((term) => Math.abs(rows[term * scanned + k] ?? 0));
    [0.6, 0.8, 0, 0].forEach((value, term) => expect(vector(0)[term]).toBeCloseTo(value, 4));
    [0, 0, Math.SQRT1_2, Math.SQRT1_2].forEach((value, term) => expect(vector(1)[term]).toBeCloseTo(value, 4));
    // The matrix has rank two: there is nothing else to learn.
    expect([2, 3, 4].flatMap(vector).every((value) => value < 1e-3)).toBe(true);
  });

  it('are the same each time', () => {
    const matrix = matrixOf(Array.from({ length: 90 }, (_, doc) => Array.from({ length: 120 }, (_, term) => (doc * term) % 7 === 1 ? 1 + (term % 3) : 0)));
    expect(finish(learnLatent(matrix)).value).toEqual(finish(learnLatent(matrix)).value);
  });
});

const topics = 20;
const wordsOfTopic = 10;

const words = (topic: number, numbers: readonly number[]): string => numbers.map((number) => `topic${topic}word${number}x `).join('').repeat(8);

/** Papers of twenty topics, each with five of its topic's ten words, drawn with no pattern, and one of its own. */
const papers = (count: number): Text[] =>
  Array.from({ length: count }, (_, at) => {
    const drawn = Array.from({ length: 5 }, (_, k) => (Math.imul(5 * at + k + 1, 0x9e_37_79_b1) >>> 7) % wordsOfTopic);
    return { title: `own${at}title`, abstract: words(at % topics, drawn) };
  });

describe('a model learned from the collection', () => {
  it('brings together papers of one topic that share no word', () => {
    const engine = buildRelated(papers(600));
    const question = { title: 'Asked', abstract: words(3, [0, 1, 2, 3]) };
    const near = engine.add({ title: 'Found', abstract: words(3, [5, 6, 7, 8]) });
    const far = engine.add({ title: 'Lost', abstract: words(4, [5, 6, 7, 8]) });
    expect(engine.scores(question)[near]).toBe(0);
    expect(finish(engine.adapt()).pauses).toBeGreaterThan(5);
    const scores = engine.scores(question);
    expect(scores[near]).toBeGreaterThan(0.1);
    expect(Math.abs(scores[far] ?? 0)).toBeLessThan(0.03);
  });

  it('is stored, and takes in papers added later', () => {
    const engine = buildRelated(papers(520));
    finish(engine.adapt());
    const loaded = loadRelated(storeRelated(engine));
    const late = { title: 'Late', abstract: words(7, [5, 6, 7, 8]) };
    const row = loaded.add(late);
    engine.add(late);
    const scores = loaded.scores({ title: 'Asked', abstract: words(7, [0, 1, 2, 3]) });
    expect(scores).toEqual(engine.scores({ title: 'Asked', abstract: words(7, [0, 1, 2, 3]) }));
    expect(scores[row]).toBeGreaterThan(0.1);
  });

  it('is not learned from few papers, nor again from hardly more', () => {
    const engine = buildRelated(papers(499));
    expect(finish(engine.adapt()).pauses).toBe(0);
    for (const text of papers(40)) engine.add(text);
    expect(finish(engine.adapt()).pauses).toBeGreaterThan(0);
    for (const text of papers(40)) engine.add(text);
    expect(finish(engine.adapt()).pauses).toBe(0);
  });
});

describe('the mix of a score', () => {
  it('follows how well the table knows the field, without a jump', () => {
    const at = (coverage: number): number => mixFor(true, true, coverage).meaning;
    expect([at(1), at(0.95), at(0.5)]).toEqual([0.8, 0.8, expect.closeTo(0.2)]);
    for (let coverage = 0.7; coverage < 1; coverage += 0.01) {
      expect(at(coverage + 0.01)).toBeGreaterThanOrEqual(at(coverage));
      expect(at(coverage + 0.01) - at(coverage)).toBeLessThan(0.1);
      expect(mixFor(true, true, coverage + 0.01).latent).toBeLessThanOrEqual(mixFor(true, true, coverage).latent);
    }
  });

  it('asks more of a title than of an abstract, and of strongly related than of related', () => {
    for (const [hasTable, hasLatent] of [[true, true], [true, false], [false, true], [false, false]] as const) {
      for (const coverage of [0, 0.84, 1]) {
        const mix = mixFor(hasTable, hasLatent, coverage);
        expect(mix.points(false).strongly).toBeGreaterThan(mix.points(false).related);
        expect(mix.points(true).strongly).toBeGreaterThan(mix.points(true).related);
        expect(mix.points(true).related).toBeGreaterThan(mix.points(false).related);
      }
    }
  });
});
