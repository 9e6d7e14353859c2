import { countWeight, type Bag } from './line.ts';

/**
 * Which documents hold a term, and how often: flat arrays ordered by term, then document. Documents added later wait in
 * a tail that is scanned as it is, and are sorted in once the tail has grown.
 */
export class Postings {
  /** Postings of term t are [starts[t], starts[t + 1]). */
  private starts: Uint32Array<ArrayBuffer>;
  private docs: Uint32Array<ArrayBuffer>;
  private counts: Uint8Array<ArrayBuffer>;
  /** Documents sorted in; those from here on stand in the tail. */
  private sorted: number;
  private tail: Bag[] = [];

  constructor(starts = new Uint32Array(1), docs = new Uint32Array(0), counts = new Uint8Array(0), sorted = 0) {
    this.starts = starts;
    this.docs = docs;
    this.counts = counts;
    this.sorted = sorted;
  }

  get size(): number {
    return this.sorted + this.tail.length;
  }

  add(bag: Bag): void {
    this.tail.push(bag);
  }

  /** Calls back once per term of each document from row `since` on. */
  eachSince(since: number, visit: (term: number, doc: number, weight: number) => void): void {
    if (since < this.sorted) {
      for (let term = 0; term + 1 < this.starts.length; term++) {
        this.eachOf(term, (doc, weight) => {
          if (doc >= since) visit(term, doc, weight);
        });
      }
    }
    this.eachInTail((term, doc, weight) => {
      if (doc >= since) visit(term, doc, weight);
    });
  }

  /** Calls back for each sorted document that holds the term. */
  eachOf(term: number, visit: (doc: number, weight: number) => void): void {
    const end = this.starts[term + 1] ?? 0;
    for (let at = this.starts[term] ?? end; at < end; at++) visit(this.docs[at] ?? 0, countWeight[this.counts[at] ?? 0] ?? 0);
  }

  /** scores[doc] += weight of the term × its weight in the document, for the terms asked. */
  addScores(scores: Float32Array, terms: ArrayLike<number>, weights: ArrayLike<number>): void {
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] ?? 0;
      const weight = weights[i] ?? 0;
      const end = this.starts[term + 1] ?? 0;
      for (let at = this.starts[term] ?? end; at < end; at++) {
        const doc = this.docs[at] ?? 0;
        scores[doc] = (scores[doc] ?? 0) + weight * (countWeight[this.counts[at] ?? 0] ?? 0);
      }
    }
    if (this.tail.length === 0) return;
    const asked = new Map<number, number>();
    for (let i = 0; i < terms.length; i++) asked.set(terms[i] ?? 0, weights[i] ?? 0);
    this.eachInTail((term, doc, weight) => {
      const ask = asked.get(term);
      if (ask !== undefined) scores[doc] = (scores[doc] ?? 0) + ask * weight;
    });
  }

  /** Sorts the tail in where it is long: linear in all postings. */
  settle(terms: number, always = false): void {
    if (this.tail.length === 0 || (!always && this.tail.length < 64 + this.sorted / 16)) return;
    const starts = new Uint32Array(terms + 1);
    this.eachSince(0, (term) => {
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    });
    for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
    const docs = new Uint32Array(starts[terms] ?? 0);
    const counts = new Uint8Array(docs.length);
    const next = starts.slice();
    const place = (term: number, doc: number, count: number): void => {
      const at = next[term] ?? 0;
      next[term] = at + 1;
      docs[at] = doc;
      counts[at] = count;
    };
    for (let term = 0; term + 1 < this.starts.length; term++) {
      for (let at = this.starts[term] ?? 0; at < (this.starts[term + 1] ?? 0); at++) place(term, this.docs[at] ?? 0, this.counts[at] ?? 0);
    }
    this.tail.forEach((bag, i) => bag.terms.forEach((term, k) => place(term, this.sorted + i, bag.counts[k] ?? 0)));
    this.sorted += this.tail.length;
    this.tail = [];
    [this.starts, this.docs, this.counts] = [starts, docs, counts];
  }

  /** What the constructor takes, the tail sorted in. */
  parts(terms: number): { starts: Uint32Array<ArrayBuffer>; docs: Uint32Array<ArrayBuffer>; counts: Uint8Array<ArrayBuffer> } {
    this.settle(terms, true);
    return { starts: this.starts, docs: this.docs, counts: this.counts };
  }

  private eachInTail(visit: (term: number, doc: number, weight: number) => void): void {
    this.tail.forEach((bag, i) => {
      for (let k = 0; k < bag.terms.length; k++) visit(bag.terms[k] ?? 0, this.sorted + i, countWeight[bag.counts[k] ?? 0] ?? 0);
    });
  }
}
