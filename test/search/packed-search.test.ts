import fc from 'fast-check';
import MiniSearch, { type Options } from 'minisearch';
import { describe, expect, test } from 'vitest';
import { packIndex, PackedIndexError, PackedSearch } from '../../src/search/packed-search.ts';
import { packEntry } from '../../src/search/packed-terms.ts';
import { papers } from './bundled-search.ts';

interface Doc {
  readonly row: number;
  readonly title: string;
  readonly abstract: string;
}

const options: Options<Doc> = { idField: 'row', fields: ['title', 'abstract'], searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: 0.25 } };

function bothOf(docs: readonly Doc[]): { plain: MiniSearch<Doc>; packed: PackedSearch<Doc>; bytes: Uint8Array } {
  const plain = new MiniSearch(options);
  plain.addAll(docs);
  const bytes = packIndex(plain.toJSON());
  return { plain, bytes, packed: PackedSearch.open(bytes.slice().buffer, options) };
}

/** Ids, scores and matched terms; which of two equal scores comes first is left open. */
function answer(index: MiniSearch<Doc>, query: string): unknown {
  return index
    .search(query)
    .map(({ id, score, match }) => ({ id: Number(id), score: score.toFixed(9), match: Object.entries(match).sort(([a], [b]) => (a < b ? -1 : 1)) }))
    .sort((a, b) => a.id - b.id);
}

describe('a packed index answers as MiniSearch itself', () => {
  const { plain, packed } = bothOf(papers.map(({ title, abstract }, row) => ({ row, title, abstract })));

  test.each(['gan', 'wasserstein gan', 'generatve adverserial', 'styleg', 'a', 'xylophone', 'image generation with transformers', 'z', 'constructor'])('%j over the collection', (query) => {
    expect(answer(packed, query)).toEqual(answer(plain, query));
  });

  test('over any documents', () => {
    const words = fc.array(fc.constantFrom('river', 'rivers', 'lake', 'rive', 'ﬁre', 'Éclair', '__proto__', 'constructor', '湖'), { maxLength: 12 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { maxLength: 8 }), words, (texts, query) => {
        const { plain, packed } = bothOf(texts.map(([title, abstract], row) => ({ row, title, abstract })));
        expect(answer(packed, query)).toEqual(answer(plain, query));
      }),
    );
  });
});

describe('bytes that are no packed index are refused', () => {
  const { bytes } = bothOf([{ row: 0, title: 'A river', abstract: 'and a lake' }]);
  const changed = (change: (bytes: Uint8Array) => Uint8Array): ArrayBuffer => new Uint8Array(change(bytes.slice())).buffer;

  test.each([
    ['empty', changed(() => new Uint8Array())],
    ['cut off in the numbers', changed((all) => all.subarray(0, -4))],
    ['cut off in the head', changed((all) => all.subarray(0, 40))],
    ['cut off within a number', changed((all) => all.subarray(0, -1))],
    ['JSON', changed(() => new TextEncoder().encode('{"documentCount":1}x'))],
    ['of another version', changed((all) => new TextEncoder().encode(new TextDecoder().decode(all).replace('"version":1', '"version":9')))],
  ])('%s', (_, buffer) => {
    expect(() => PackedSearch.open(buffer, options)).toThrow(PackedIndexError);
  });
});

test('what does not fit an entry is refused, not folded into another', () => {
  expect(packEntry(2 ** 20 - 1, 7, 511)).toBe(2 ** 32 - 1);
  expect(packEntry(0, 0, 1000)).toBe(511);
  expect(() => packEntry(2 ** 20, 0, 1)).toThrow(RangeError);
  expect(() => packEntry(0, 8, 1)).toThrow(RangeError);
});
