import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArxivId } from '../../src/paper/arxiv-id.ts';
import { hostileText } from './hostile-text.ts';

describe('identifiers', () => {
  test.each([
    ['1711.10925', '1711.10925', undefined],
    ['0704.0001', '0704.0001', undefined],
    ['1412.9999v2', '1412.9999', 2],
    ['1501.00001v12', '1501.00001', 12],
    ['arXiv:1711.10925v4', '1711.10925', 4],
    ['ARXIV: 1711.10925', '1711.10925', undefined],
    ['arXiv preprint arXiv:1306.0638', '1306.0638', undefined],
    ['arXiv:1711.10925v4 [cs.CV]', '1711.10925', 4],
    ['1711.10925v1.pdf', '1711.10925', 1],
    ['(arXiv:1711.10925).', undefined, undefined],
    ['arXiv:1711.10925.', '1711.10925', undefined],
    ['math/0202001', 'math/0202001', undefined],
    ['math.GT/0202001v3', 'math/0202001', 3],
    ['MATH.gt/0202001', 'math/0202001', undefined],
    ['cs.AI/0101001', 'cs/0101001', undefined],
    ['cond-mat.str-el/0101001', 'cond-mat/0101001', undefined],
    ['hep-th/9809096', 'hep-th/9809096', undefined],
    ['Quant-PH/0703001v1', 'quant-ph/0703001', 1],
  ])('%s', (text, id, version) => {
    const expected = id === undefined ? undefined : version === undefined ? { id } : { id, version };
    expect(parseArxivId(text)).toEqual(expected);
  });

  test.each([
    ['', '1711', '1711.109', '1713.10925', '1700.10925', '0703.0001', '1412.10925', '1501.1234', '1711.109255', '1711.10925v0', '1711.10925x', 'x1711.10925', '1711.00000'],
    ['math/0213001', 'math/0704001', 'hep-th/9013001', 'hep-th/9105', 'nothing/0202001', 'abs/0202001', 'math/02020011', 'two 1711.10925 words'],
  ].flat())('none in %j', (text) => expect(parseArxivId(text)).toBeUndefined());
});

const two = (n: number): string => String(n).padStart(2, '0');

test('a printed identifier reads back, with any prefix, version and suffix', () => {
  const year = fc.integer({ min: 8, max: 40 });
  const month = fc.integer({ min: 1, max: 12 });
  const fresh = fc.tuple(year, month, fc.integer({ min: 1, max: 9999 })).map(([y, m, n]) => `${two(y)}${two(m)}.${String(n).padStart(y < 15 ? 4 : 5, '0')}`);
  const old = fc.tuple(fc.constantFrom('math', 'hep-th', 'cs', 'cond-mat', 'q-alg'), fc.integer({ min: 92, max: 99 }), month, fc.integer({ min: 1, max: 999 })).map(([a, y, m, n]) => `${a}/${y}${two(m)}${String(n).padStart(3, '0')}`);
  const version = fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined });
  fc.assert(
    fc.property(fc.oneof(fresh, old), version, fc.constantFrom('', 'arXiv:', 'arXiv: '), fc.constantFrom('', '.pdf', ' [cs.LG]', ','), (id, v, before, after) => {
      const expected = v === undefined ? { id } : { id, version: v };
      expect(parseArxivId(`${before}${id}${v === undefined ? '' : `v${v}`}${after}`)).toEqual(expected);
    }),
  );
});

test('no text throws', () => {
  fc.assert(fc.property(hostileText(), (text) => void parseArxivId(text)));
  expect(parseArxivId(`arXiv:${' '.repeat(100_000)}1711.10925`)).toBeUndefined();
});
