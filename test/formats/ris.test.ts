import { describe, expect, test } from 'vitest';
import type { Parsed } from '../../src/formats/format.ts';
import { ris } from '../../src/formats/ris.ts';
import { readAll, readRecords } from './records.ts';

const outline = (found: readonly Parsed[]): string[] => found.map((one) => `${one.line}: ${one.kind === 'record' ? [one.record.title, ...one.notes].join(' / ') : one.reason}`);

describe('RIS', () => {
  test('of Zotero', () => {
    const text = [
      'TY  - UNPB', 'TI  - On Folds', 'AU  - van den Crease, Ada', 'AU  - Pleat, Bo B.', 'AB  - We fold.', 'It holds.', 'DA  - 2020/01/02/', 'PY  - 2020', 'DO  - 10.48550/arXiv.2001.00001', 'DP  - arXiv.org',
      'PB  - arXiv', 'UR  - http://arxiv.org/abs/2001.00001', 'Y2  - 2024/03/04/10:11:12', 'L1  - http://arxiv.org/pdf/2001.00001v1', 'KW  - Computer Science - Vision', 'KW  - folds', 'N1  - Comment: 12 pages', 'ER  - ', '',
    ].join('\r\n');
    expect(readRecords(ris, text)).toEqual([
      {
        title: 'On Folds', abstract: 'We fold. It holds.', authors: ['Ada van den Crease', 'Bo B. Pleat'], year: 2020, arxivId: '2001.00001', url: 'http://arxiv.org/abs/2001.00001', tags: ['Computer Science - Vision', 'folds'],
        note: 'Comment: 12 pages', isRead: false, collections: [],
      },
    ]);
  });

  test('of publishers', () => {
    const ieee = 'TY  - CONF\nTI  - On Folds\nT2  - 2020 IEEE Conference on Folding (CF)\nSP  - 1\nEP  - 8\nAU  - A. Crease\nAU  - B. Pleat\nPY  - 2020\nDO  - 10.1109/CF.2020.1\nJO  - 2020 IEEE Conference on Folding (CF)\nVL  - \nJA  - 2020 CF\nY1  - 3-7 Jan. 2020\nAB  - We fold.\nER  - \n';
    const springer = '\uFEFFTY  - CHAP\nAU  - Crease, Ada\nED  - Editor, Ed\nPY  - 2020\nDA  - 2020//\nTI  - On Folds\nBT  - Folding 2020\nUR  - https://doi.org/10.1007/1_2\nDO  - 10.1007/1_2\nID  - Crease2020\nER  -';
    expect(readRecords(ris, ieee)).toMatchObject([{ title: 'On Folds', venue: '2020 IEEE Conference on Folding (CF)', authors: ['A. Crease', 'B. Pleat'], year: 2020, doi: '10.1109/cf.2020.1' }]);
    expect(readRecords(ris, springer)).toMatchObject([{ title: 'On Folds', venue: 'Folding 2020', authors: ['Ada Crease'], year: 2020, doi: '10.1007/1_2' }]);
  });

  test('of EndNote: a name that ends in a comma is one name', () => {
    expect(readRecords(ris, 'TY  - JOUR\nA1  - Department of Folds, Unit 2,\nA1  - Crease, Ada, Jr.\nT1  - On Folds\nJF  - Folds\nY1  - 2020///\nN2  - We fold.\nKW  - a\nb\nER  - ')).toMatchObject([
      { title: 'On Folds', authors: ['Department of Folds, Unit 2', 'Ada Crease Jr.'], venue: 'Folds', abstract: 'We fold.', tags: ['a', 'b'], year: 2020 },
    ]);
  });

  test.each([
    ['no ER', 'TY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B', ['1: A / its ER line is missing before line 3', '3: B / its ER line is missing before the end of the file']],
    ['no TY', 'TI  - A\nER  - \nTY  - JOUR\nTI  - B\nER  - ', ['1: A / its TY line is missing', '3: B']],
    ['no title', 'TY  - JOUR\nAU  - A\nER  - \nTY  - JOUR\nTI  - B\nER  - ', ['1: it has no title and no arXiv id or DOI', '4: B']],
    ['text between entries', 'Provider: X\n\nTY  - JOUR\nTI  - B\nER  - ', ['1: a line outside of any entry', '3: B']],
    ['a line that only looks like a tag', 'TY  - JOUR\nTI  - A\nAB  - x\nAI-based folds\nER  - ', ['1: A']],
  ])('%s costs only itself', (_, text, expected) => expect(outline(readAll(ris, text))).toEqual(expected));

  test('no line of a note can end the entry', () => {
    const [record] = readRecords(ris, 'TY  - JOUR\nTI  - A\nER  - ');
    const file = [...ris.print!([{ ...record!, note: 'one\nER  - \nTY  - JOUR\n\nTI  - B' }])].join('');
    expect(readRecords(ris, file)).toMatchObject([{ note: 'one\nER  - \nTY  - JOUR\n\nTI  - B' }]);
  });
});
