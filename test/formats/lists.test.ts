import { describe, expect, test } from 'vitest';
import type { Parsed } from '../../src/formats/format.ts';
import { list } from '../../src/formats/list.ts';
import { listing } from '../../src/formats/listing.ts';
import { markdown } from '../../src/formats/markdown.ts';
import type { PaperRecord } from '../../src/paper/record.ts';
import { readAll, readRecords } from './records.ts';

const outline = (found: readonly Parsed[]): string[] => found.map((one) => `${one.line}: ${one.kind === 'record' ? [one.record.title, one.record.arxivId, one.record.doi].filter(Boolean).join(' | ') : one.reason}`);

describe('a pasted list', () => {
  test.each([
    ['1711.10925', ['1: arXiv:1711.10925 | 1711.10925']],
    ['arXiv:1711.10925v4 [cs.CV]', ['1: arXiv:1711.10925 | 1711.10925']],
    ['1711.10925, 2001.00001;math/0202001 10.1000/1', ['1: arXiv:1711.10925 | 1711.10925', '1: arXiv:2001.00001 | 2001.00001', '1: arXiv:math/0202001 | math/0202001', '1: doi:10.1000/1 | 10.1000/1']],
    ['https://arxiv.org/pdf/1711.10925.pdf', ['1: arXiv:1711.10925 | 1711.10925']],
    ['https://huggingface.co/papers/1711.10925', ['1: arXiv:1711.10925 | 1711.10925']],
    ['https://doi.org/10.1000/182', ['1: doi:10.1000/182 | 10.1000/182']],
    ['- [Deep Image Prior](https://arxiv.org/abs/1711.10925)', ['1: Deep Image Prior | 1711.10925']],
    ['3. Deep Image Prior — https://arxiv.org/abs/1711.10925', ['1: Deep Image Prior | 1711.10925']],
    ['* **Deep Image Prior** (arXiv:1711.10925)', ['1: Deep Image Prior | 1711.10925']],
    ['[12] Deep Image Prior. doi:10.1000/182', ['1: Deep Image Prior. | 10.1000/182']],
    ['- [ ] Deep Image Prior', ['1: Deep Image Prior']],
    ['Attention Is All You Need', ['1: Attention Is All You Need']],
    ['https://example.org/page', ['1: it names no paper: no id, and nothing that could be a title']],
    ['!!', ['1: it names no paper: no id, and nothing that could be a title']],
    ['x'.repeat(400), ['1: it names no paper: no id, and nothing that could be a title']],
    ['\n1711.10925\n\nA Title\n', ['2: arXiv:1711.10925 | 1711.10925', '4: A Title']],
  ])('%j', (text, expected) => expect(outline(readAll(list, text))).toEqual(expected));
});

describe('a saved listing', () => {
  const abstract = (about: string): string => `We study ${about} at length, and find that it is neither as simple nor as hard as the literature would have it. `.repeat(3);
  const long = 'A title of more than eighty characters, longer than the one before it, as it may very well be so';
  const lines = ['Get papers by mail!', 'SubscribeFolding Maps', abstract('maps'), 'On Kites', abstract('kites'), 'Slow Rivers', abstract('rivers')];

  test('gives titles and abstracts', () => {
    expect(readRecords(listing, lines.join('\r\n'))).toMatchObject([
      { title: 'Folding Maps', abstract: abstract('maps').trim() },
      { title: 'On Kites', abstract: abstract('kites').trim() },
      { title: 'Slow Rivers', abstract: abstract('rivers').trim() },
    ]);
  });

  test.each([
    ['an abstract lost', lines.toSpliced(2, 1), ["3: an abstract of 8 characters: a title in an abstract's place?", '3: On Kites', '5: Slow Rivers']],
    ['a title lost', lines.toSpliced(3, 1), ['2: Folding Maps', "4: a title of 326 characters: an abstract in a title's place?", '5: Slow Rivers']],
    ['an empty line', lines.toSpliced(3, 0, ''), ['2: Folding Maps', '4: an empty title', '5: On Kites', '7: Slow Rivers']],
    ['no button', lines.with(1, 'Folding Maps').slice(1), ['1: none of the first 9 lines begins with "Subscribe"', '1: Folding Maps', '3: On Kites', '5: Slow Rivers']],
    ['titles without abstracts', ['SubscribeFolding Maps', 'On Kites', long, abstract('rivers')], ["2: an abstract of 8 characters: a title in an abstract's place?", "3: an abstract of 96 characters: a title in an abstract's place?", `3: ${long}`]],
    ['the end cut off', lines.slice(0, -1), ['2: Folding Maps', '4: On Kites', '6: the last title has no abstract']],
  ])('with %s costs only what is wrong', (_, text, expected) => expect(outline(readAll(listing, text.join('\n')))).toEqual(expected));
});

test('a Markdown list, in which no title can be anything but text', () => {
  const record: PaperRecord = { title: 'On [Folds]* <b>', abstract: 'x', authors: ['Ada Crease'], year: 2020, venue: 'CF_1', arxivId: '2001.00001', tags: ['a`b'], note: 'one\n# two', isRead: false, collections: [] };
  const other: PaperRecord = { ...record, title: 'Plain', authors: 'ABCDEFG'.split(''), arxivId: '2001.00002', url: 'https://x.org/a_b', tags: [], note: '' };
  expect([...markdown.print([record, other, { title: 'Bare', abstract: '', authors: [], tags: [], note: '', isRead: false, collections: [] }])].join('')).toBe(
    '- [On \\[Folds\\]\\* \\<b\\>](<https://arxiv.org/abs/2001.00001>) — Ada Crease. CF\\_1. 2020 `a\'b`\n  > one\n  > \\# two\n- [Plain](<https://x.org/a_b>) — A, B, C, D, E, F, et al.. CF\\_1. 2020\n- **Bare**\n',
  );
});
