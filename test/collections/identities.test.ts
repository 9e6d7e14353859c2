import { describe, expect, test } from 'vitest';
import { parseIdentities } from '../../src/collections/identities.ts';
import { SourceError } from '../../src/collections/listing.ts';

const listing = ['Folding Maps', 'On Kites', 'Slow Rivers'].map((title, at) => ({ title, abstract: '', line: 3 + 2 * at }));
const head = 'index\ttitle\tarxiv_id\tyear\tauthors\tconfidence';
const rows = ['0\tFolding Maps\t1901.00017\t2019\tAda Osei; Bo Lind\thigh', '1\tOn Kites\tmath/0202001\t2002\t\tmedium', '2\tSlow Rivers\t\t2023\tCy Oduya\t'];
const table = (...lines: string[]): string => [head, ...lines].join('\n');
const withRow = (at: number, row: string): string => table(...rows.with(at, row));

describe('the table of identities', () => {
  test('gives each paper its id, year and authors, and no id where none was seen', () => {
    expect(parseIdentities(`${table(...rows)}\n`, listing)).toEqual([
      { arxivId: '1901.00017', year: 2019, authors: ['Ada Osei', 'Bo Lind'] },
      { arxivId: 'math/0202001', year: 2002, authors: [] },
      { year: 2023, authors: ['Cy Oduya'] },
    ]);
  });

  test.each([
    ['another head', [head.replace('year', 'date'), ...rows].join('\n'), 1],
    ['a row too few', table(...rows.slice(0, 2)), 4],
    ['a row too many', table(...rows, rows[2]!), 5],
    ['rows out of order', table(rows[1]!, rows[0]!, rows[2]!), 2],
    ['another title', withRow(1, '1\tOn Kite\tmath/0202001\t2002\t\tmedium'), 3],
    ['a cell missing', withRow(0, '0\tFolding Maps\t1901.00017\t2019\t'), 2],
    ['a version in an id', withRow(0, '0\tFolding Maps\t1901.00017v2\t2019\t\thigh'), 2],
    ['no arXiv id in its place', withRow(0, '0\tFolding Maps\t10.1000/182\t2019\t\thigh'), 2],
    ['a month that is none', withRow(0, '0\tFolding Maps\t1913.00017\t2019\t\thigh'), 2],
    ['an id of another year', withRow(0, '0\tFolding Maps\t1901.00017\t2018\t\thigh'), 2],
    ['one id twice', withRow(2, '2\tSlow Rivers\t1901.00017\t2019\t\thigh'), 4],
    ['a year that is none', withRow(2, '2\tSlow Rivers\t\t203\t\t'), 4],
    ['an id nobody vouches for', withRow(0, '0\tFolding Maps\t1901.00017\t2019\t\t'), 2],
    ['confidence in no id', withRow(2, '2\tSlow Rivers\t\t2023\t\thigh'), 4],
    ['an empty author', withRow(0, '0\tFolding Maps\t1901.00017\t2019\tAda Osei; \thigh'), 2],
    ['an author twice', withRow(0, '0\tFolding Maps\t1901.00017\t2019\tAda Osei; Ada Osei\thigh'), 2],
  ])('is refused with %s, and the line is named', (_, text, line) => {
    expect(() => parseIdentities(text, listing)).toThrow(SourceError);
    expect(() => parseIdentities(text, listing)).toThrow(new RegExp(`^identities, line ${line}: `));
  });
});
