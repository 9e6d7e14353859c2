import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmpty, parseQuery } from '../../src/search/query.ts';

const words = (text: string): string[] => parseQuery(text).terms.map((term) => term.word + (term.optional ? '?' : ''));

describe('plain words', () => {
  test.each([
    ['deep image prior', ['deep', 'image', 'prior']],
    ['  Deep   Image\nPrior ', ['deep', 'image', 'prior']],
    ['what is the question', ['what?', 'is?', 'the?', 'question']],
    ['text-to-image', ['text', 'to?', 'image']],
    ['pre-training', ['pre', 'training']],
    ['A: B, C', ['a?', 'b', 'c']],
    ['coauthor:x', ['coauthor', 'x']],
    ['http://x.y', ['http', 'x', 'y']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('fields', () => {
  test.each([
    ['author:goodfellow', [['goodfellow']]],
    ['author:"Ian Goodfellow"', [['ian', 'goodfellow']]],
    ['author:“Ian Goodfellow”', [['ian', 'goodfellow']]],
    ['author:"Ian Good', [['ian', 'good']]],
    ['author: ledig', [['ledig']]],
    ['AUTHOR:Goodfellow,Ian author:Xu', [['goodfellow', 'ian'], ['xu']]],
    ['author:', []],
    ['author:""', []],
    ['author: year:2017', []],
  ])('author: %j', (text, expected) => {
    expect(parseQuery(text).authors).toEqual(expected);
    expect(words(text)).toEqual([]);
  });

  test.each([
    ['2017', 2017, 2017],
    ['2016-2019', 2016, 2019],
    ['2016–2019', 2016, 2019],
    ['2016..2019', 2016, 2019],
    ['"2016 - 2019"', 2016, 2019],
    ['2016-', 2016, 9999],
    ['-2019', 0, 2019],
    ['2016-20', 2016, 2099],
    ['>=2020', 2020, 9999],
    ['≥2020', 2020, 9999],
    ['>2020', 2021, 9999],
    ['<2020', 0, 2019],
    ['<=2020', 0, 2020],
    ['201', 2010, 2019],
    ['2', 2000, 2999],
  ])('year:%s', (value, from, to) => {
    expect(parseQuery(`year:${value}`).years).toEqual([{ from, to }]);
  });

  test.each(['year:', 'year:soon', 'year:20177', 'year:>=20', 'year:-', 'year:2016-2019-2020'])('%s counts as not typed', (text) => {
    expect(isEmpty(parseQuery(text))).toBe(true);
  });

  test.each([
    ['arxiv:1711.10925', ['1711.10925']],
    ['arXiv: 1711.10925v2', ['1711.10925']],
    ['arxiv:math/0202001', ['math/0202001']],
    ['arxiv:17', ['17']],
    ['arxiv:', []],
  ])('%s', (text, expected) => {
    expect(parseQuery(text).arxivIds).toEqual(expected);
  });
});

describe('phrases', () => {
  test.each([
    ['"show and tell"', [{ words: ['show', 'and', 'tell'], open: false }]],
    ['“show and tell”', [{ words: ['show', 'and', 'tell'], open: false }]],
    ['"show and te', [{ words: ['show', 'and', 'te'], open: true }]],
    ['""', []],
    ['"', []],
  ])('%j', (text, expected) => {
    expect(parseQuery(text).phrases).toEqual(expected);
  });

  test('stand beside words and fields', () => {
    const query = parseQuery('gan "inception score" author:xu year:2018 arxiv:18 note');
    expect(query).toMatchObject({ phrases: [{ words: ['inception', 'score'] }], authors: [['xu']], years: [{ from: 2018, to: 2018 }], arxivIds: ['18'] });
    expect(query.terms.map((term) => term.word)).toEqual(['gan', 'note']);
  });
});

test('any text is a query', () => {
  const part = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('author:', 'year:', 'arxiv:', '"', ' ', '>=', '2017', '-'));
  fc.assert(fc.property(fc.array(part, { maxLength: 20 }), (parts) => void parseQuery(parts.join(''))));
});
