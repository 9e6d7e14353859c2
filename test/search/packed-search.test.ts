import fc from 'fast-check';
import MiniSearch, { type Options } from 'minisearch';
import { describe, expect, test } from 'vitest';
import { PackedError } from '../../src/packing/sections.ts';
import { IndexBuilder, packIndex, PackedSearch, type Counted } from '../../src/search/packed-search.ts';
import { packEntry } from '../../src/search/packed-terms.ts';
import { papers } from './bundled-search.ts';

interface Doc {
  readonly row: number;
  readonly title: string;
  readonly abstract: string;
}

const tokenize = (text: string): string[] => text.split(/[\s\p{P}]+/u).filter((word) => word !== '');
const options: Options<Doc> = { idField: 'row', fields: ['title', 'abstract'], tokenize, processTerm: (term) => term, searchOptions: { boost: { title: 3 } } };

function* counted({ title, abstract }: Doc): Generator<Counted> {
  for (const [field, text] of [title, abstract].entries()) {
    const counts = new Map<string, number>();
    for (const term of tokenize(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) yield { term, field, count };
  }
}

function plainOf(docs: readonly Doc[]): MiniSearch<Doc> {
  const plain = new MiniSearch(options);
  plain.addAll(docs);
  return plain;
}

function packedOf(docs: readonly Doc[]): PackedSearch<Doc> {
  const builder = new IndexBuilder(2);
  for (const doc of docs) builder.add(counted(doc));
  return new PackedSearch(builder.pack().buffer, options);
}

const likenesses = [{}, { prefix: true }, { fuzzy: 1 }, { fuzzy: 2 }, { prefix: true, fuzzy: 2 }, { fields: ['title'] }];

/** Rows, scores and how many terms each was found by, and the terms; for every likeness. */
function ourAnswers(index: PackedSearch<Doc>, term: string): unknown {
  return likenesses.map((likeness) => {
    const tally = index.scores(term, likeness);
    const rows: [number, string, number][] = [];
    tally.each((row, score, terms) => rows.push([row, score.toFixed(6), terms]));
    return { rows: rows.sort(([a], [b]) => a - b), terms: [...tally.terms].sort() };
  });
}

function plainAnswers(index: MiniSearch<Doc>, term: string): unknown {
  return likenesses.map((likeness) => {
    const results = index.search(term, { tokenize: (word) => [word], ...likeness });
    return {
      rows: results.map(({ id, score, terms }) => [Number(id), score.toFixed(6), terms.length] as const).sort(([a], [b]) => a - b),
      terms: [...new Set(results.flatMap(({ terms }) => terms))].sort(),
    };
  });
}

const word = fc.constantFrom('river', 'rivers', 'lake', 'rive', 'rver', 'irver', 'lakeside', 'ﬁre', 'Éclair', '__proto__', 'constructor', '湖', 'a', 'toString');
const text = fc.array(word, { maxLength: 12 }).map((list) => list.join(' '));
const someDocs = fc.array(fc.tuple(text, text), { maxLength: 8 }).map((texts) => texts.map(([title, abstract], row): Doc => ({ row, title, abstract })));

describe('a packed index answers as MiniSearch itself', () => {
  const docs = papers.map(({ title, abstract }, row) => ({ row, title: title.toLowerCase(), abstract: abstract.toLowerCase() }));
  const [plain, packed] = [plainOf(docs), packedOf(docs)];

  test.each(['gan', 'wasserstein', 'generatve', 'adverserial', 'styleg', 'a', 'xylophone', 'z', 'constructor', 'of'])('%j over the collection', (query) => {
    expect(ourAnswers(packed, query)).toEqual(plainAnswers(plain, query));
  });

  test('over any documents', () => {
    fc.assert(
      fc.property(someDocs, word, (docs, query) => {
        expect(ourAnswers(packedOf(docs), query)).toEqual(plainAnswers(plainOf(docs), query));
      }),
    );
  });
});

describe('an index that grew answers as one built anew', () => {
  test('after documents were added and removed, and packed again', () => {
    fc.assert(
      fc.property(someDocs, someDocs, fc.array(fc.nat(15), { maxLength: 4 }), word, (first, more, removed, query) => {
        const all = [...first, ...more.map((doc, at) => ({ ...doc, row: first.length + at }))];
        const grown = packedOf(first);
        for (const doc of more) grown.append(counted(doc));
        for (const row of removed) grown.drop(row);
        const plain = plainOf(all.filter(({ row }) => !removed.includes(row)));
        expect(ourAnswers(grown, query)).toEqual(plainAnswers(plain, query));
        const again = new PackedSearch<Doc>(packIndex(grown.parts()).buffer, options);
        expect(again.rows).toBe(all.length);
        // What was removed before stays removed, and removed once.
        for (const row of removed) again.drop(row);
        expect(ourAnswers(again, query)).toEqual(plainAnswers(plain, query));
      }),
    );
  });
});

describe('bytes that are no packed index are refused', () => {
  const builder = new IndexBuilder(2);
  builder.add(counted({ row: 0, title: 'A river', abstract: 'and a lake' }));
  const bytes = builder.pack();
  const changed = (change: (bytes: Uint8Array) => Uint8Array): ArrayBuffer => new Uint8Array(change(bytes.slice())).buffer;

  test.each([
    ['empty', changed(() => new Uint8Array())],
    ['cut off in the numbers', changed((all) => all.subarray(0, -8))],
    ['cut off in the head', changed((all) => all.subarray(0, 16))],
    ['cut off within a number', changed((all) => all.subarray(0, -1))],
    ['JSON', changed(() => new TextEncoder().encode('{"documentCount":1}xxxxx'))],
    ['of another version', changed((all) => all.fill(9, 4, 5))],
    ['with one bit turned', changed((all) => all.fill((all.at(-20) ?? 0) ^ 1, -20, -19))],
  ])('%s', (_, buffer) => {
    expect(() => new PackedSearch(buffer, options)).toThrow(PackedError);
  });
});

test('what does not fit an entry is refused, not folded into another', () => {
  expect(packEntry(2 ** 20 - 1, 7, 511)).toBe(2 ** 32 - 1);
  expect(packEntry(0, 0, 1000)).toBe(511);
  expect(() => packEntry(2 ** 20, 0, 1)).toThrow(RangeError);
  expect(() => packEntry(0, 8, 1)).toThrow(RangeError);
});
