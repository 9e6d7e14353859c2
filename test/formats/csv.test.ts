import fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csv, tsv } from '../../src/formats/csv/csv.ts';
import { Rows } from '../../src/formats/csv/rows.ts';
import type { Parsed } from '../../src/formats/format.ts';
import { Lines } from '../../src/formats/lines.ts';
import { readAll, readRecords } from './records.ts';

const outline = (found: readonly Parsed[]): string[] => found.map((one) => `${one.line}: ${one.kind === 'record' ? one.record.title : one.reason}`);
const PLAIN = { title: 'A', abstract: '', authors: [], tags: [], note: '', isRead: false, collections: [] };

describe('tables', () => {
  test('of Zotero', () => {
    const head = '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","ISSN","DOI","Url","Abstract Note","Date","Date Added","Date Modified","Access Date","Pages","Notes","File Attachments","Manual Tags","Automatic Tags","Editor","Extra"';
    const row = '"ABCD1234","preprint","2020","van den Crease, Ada; Pleat, Bo B.","On ""Folds"", a Study","","","","10.48550/arXiv.2001.00001","http://arxiv.org/abs/2001.00001","We fold.\nIt holds.","2020-01-02","2021-05-01 10:00:00","","","","<p>First &amp; last</p><p>Second</p>","storage/x.pdf","mine; folds","Computer Science - Vision","","arXiv:2001.00001 [cs]"';
    expect(readRecords(csv, `\uFEFF${head}\r\n${row}\r\n`)).toEqual([
      {
        title: 'On "Folds", a Study', abstract: 'We fold. It holds.', authors: ['Ada van den Crease', 'Bo B. Pleat'], year: 2020, arxivId: '2001.00001', url: 'http://arxiv.org/abs/2001.00001',
        tags: ['mine', 'folds', 'Computer Science - Vision'], note: 'First & last\nSecond', isRead: false, added: Date.UTC(2021, 4, 1, 10), collections: [],
      },
    ]);
  });

  test.each([
    ['semicolons', 'Titel;Title;Year;DOI\nx;On Folds;2020;10.1000/1\n'],
    ['tabs', 'title\tyear\tdoi\nOn Folds\t2020\t10.1000/1'],
    ['Excel’s own line', 'sep=|\nTitle|Year|DOI\nOn Folds|2020|https://doi.org/10.1000/1'],
    ['other names', '"Article Title","Publication Year","DOI Link"\n"On Folds",2020,"https://doi.org/10.1000/1"'],
    ['no head', '10.1000/1,On Folds,2020\n'],
  ])('with %s', (_, text) => expect(readRecords(csv, text)).toMatchObject([{ title: 'On Folds', year: 2020, doi: '10.1000/1' }]));

  test.each([
    ['a stray quote', 'Title,Year\nA,2020\n"B,2021\nC,2022\n', ['2: A', '3: a quote is opened and not closed', '4: C']],
    ['a stray quote before quoted cells', 'Title,Year\n"A,1\n"B",2\n"C",3\n', ['2: a quote is opened and not closed', '3: B', '4: C']],
    ['a row too short, one too long', 'Year,Title\n2020\n2020,B,x,y\n', ['2: it has no title and no arXiv id or DOI', '3: B']],
    ['empty rows', 'Title\n\n,,\nB\n', ['4: B']],
    ['line breaks in cells', 'Title,Note\n"A\nB","x\n\ny"\nC,z', ['2: A B', '6: C']],
  ])('with %s', (_, text, expected) => expect(outline(readAll(csv, text))).toEqual(expected));

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', "'=1", "''-1", '＝1'])('%j is no formula in a spreadsheet, and comes back', (title) => {
    const file = [...csv.print!([{ ...PLAIN, title, note: title, tags: [title] }])].join('');
    for (const cell of papaparse.parse<string[]>(file).data[1]!) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    expect(readRecords(csv, file)).toMatchObject([{ title, note: title, tags: [title] }]);
    expect(readRecords(tsv, [...tsv.print!([{ ...PLAIN, title }])].join(''))).toMatchObject([{ title }]);
  });

  test('are cut into the cells that papaparse cuts', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'b'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (table) => {
        const text = papaparse.unparse(table, { newline: '\n' });
        const rows = new Rows(',');
        const lines = new Lines(1_000);
        const cut = [...lines.push(text), ...lines.end()].flatMap((line) => Array.from(rows.push(line))).concat(...rows.end());
        expect(cut.map(({ cells }) => cells)).toEqual(papaparse.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data);
      }),
      { numRuns: 2_000 },
    );
  });
});
