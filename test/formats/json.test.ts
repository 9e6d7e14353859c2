import { describe, expect, test } from 'vitest';
import type { Parsed } from '../../src/formats/format.ts';
import { csl } from '../../src/formats/json/csl.ts';
import { json } from '../../src/formats/json/json.ts';
import { jsonl } from '../../src/formats/json/jsonl.ts';
import { readAll, readRecords } from './records.ts';

const outline = (found: readonly Parsed[]): string[] => found.map((one) => `${one.line}: ${one.kind === 'record' ? one.record.title : one.reason}`);
const one = (object: object): object | undefined => readRecords(jsonl, JSON.stringify(object))[0];

describe('objects', () => {
  test.each([
    [
      'arXiv’s dump',
      { id: '2001.00001', submitter: 'Ada Crease', authors: 'Ada Crease, Bo Pleat and Cy Oduya', title: 'On\n  Folds', comments: '12 pages', 'journal-ref': 'Folds 1 (2020)', doi: '10.1000/1', abstract: '  We fold.\nIt holds.\n', versions: [{ version: 'v1', created: 'Wed, 1 Jan 2020 00:00:01 GMT' }], update_date: '2023-01-01', authors_parsed: [] },
      { title: 'On Folds', authors: ['Ada Crease', 'Bo Pleat', 'Cy Oduya'], arxivId: '2001.00001', doi: '10.1000/1', venue: 'Folds 1 (2020)', abstract: 'We fold. It holds.', year: 2020 },
    ],
    ['Semantic Scholar', { paperId: 'abc', externalIds: { ArXiv: '2001.00001', DOI: '10.1000/1', CorpusId: 1 }, title: 'On Folds', abstract: null, venue: 'CF', year: 2020, authors: [{ authorId: '1', name: 'Ada Crease' }] }, { authors: ['Ada Crease'], arxivId: '2001.00001', doi: '10.1000/1', venue: 'CF', year: 2020, abstract: '' }],
    ['OpenAlex', { id: 'https://openalex.org/W1', doi: 'https://doi.org/10.1000/1', display_name: 'On Folds', publication_year: 2020, authorships: [{ author: { display_name: 'Ada Crease' } }] }, { title: 'On Folds', authors: ['Ada Crease'], doi: '10.1000/1', year: 2020 }],
    ['a data set', { id: '2001.00001', title: 'On Folds', abstract: 'We fold.', published: '2020-01-02T00:00:00Z', categories: 'cs.CV', tags: ['a', 'a', 'b'], url: 'https://arxiv.org/abs/2001.00001' }, { arxivId: '2001.00001', year: 2020, tags: ['a', 'b'] }],
    ['Zotero', { itemType: 'preprint', title: 'On Folds', creators: [{ creatorType: 'author', firstName: 'Ada', lastName: 'Crease' }, { creatorType: 'editor', firstName: 'E', lastName: 'D' }], date: '2020-01', extra: 'arXiv:2001.00001 [cs]\nMine', tags: [{ tag: 'a' }], dateAdded: '2021-05-01T10:00:00Z', archiveID: 'arXiv:2001.00001' }, { authors: ['Ada Crease'], arxivId: '2001.00001', note: 'Mine', tags: ['a'], added: Date.UTC(2021, 4, 1, 10) }],
    ['strange members', JSON.parse('{"title":"A","__proto__":{"isRead":true},"constructor":"x","authors":{"name":"Ada Crease"},"year":[2020],"tags":null}') as object, { title: 'A', isRead: false, authors: ['Ada Crease'], year: 2020, tags: [] }],
  ])('of %s', (_, object, expected) => expect(one(object)).toMatchObject(expected));

  test('of CSL processors', () => {
    const items = [
      { id: 'crease2020', type: 'paper-conference', title: 'On Folds', 'container-title': 'Proc. of CF', DOI: '10.1000/1', URL: 'https://x.org', abstract: 'We fold.', author: [{ family: 'Crease', given: 'Ada', 'non-dropping-particle': 'van den' }, { literal: 'The Fold Group' }], issued: { 'date-parts': [[2020, 1]] }, note: 'arXiv: 2001.00001 [cs]', keyword: 'a, b' },
      { id: 2, type: 'article', title: 'B', number: 'arXiv:2001.00002', issued: { 'date-parts': [['2021']] }, issuedx: 1 },
    ];
    for (const text of [JSON.stringify(items), JSON.stringify(items, null, '\t')]) {
      expect(readRecords(csl, text)).toMatchObject([
        { title: 'On Folds', venue: 'Proc. of CF', doi: '10.1000/1', arxivId: '2001.00001', authors: ['Ada van den Crease', 'The Fold Group'], year: 2020, note: '', tags: ['a', 'b'] },
        { title: 'B', arxivId: '2001.00002', year: 2021 },
      ]);
    }
  });
});

describe('a JSON file', () => {
  test.each([
    ['a list', '[{"title":"A"},\n {"title":"B"}]', ['1: A', '2: B']],
    ['a member', '{"version":1,"papers":[\n{"title":"A"},{"title":"B","references":[{"title":"no"}]}\n]}', ['2: A', '2: B']],
    ['one object', '{"title":"A","references":[{"title":"no"}]}', ['1: A']],
    ['objects one after the other', '{"title":"A"}{"title":"B"}\n{"title":\n"C"}', ['1: A', '1: B', '2: C']],
    ['ids and titles', '["1711.10925", "Some Title"]', ['1: arXiv:1711.10925', '1: Some Title']],
    ['an element that is not valid', '[{"title":"A"},\n{"title":nul},\n{"title":"C"}]', ['1: A', '2: it is not valid JSON', '3: C']],
    ['a quote lost, in lines', '[\n {\n  "title": "A,\n  "x": {\n   "y": 1\n  }\n },\n {\n  "title": "B"\n }\n]', ['2: a text is not closed in line 3', '8: B']],
    ['a quote lost, in one line', '[{"title":"A"},{"title":"B,"x":"1"},{"title":"C"},{"title":"D"}]', ['1: A', '1: a quote is missing', '1: C', '1: D']],
    ['texts that end as elements do', '[{"title":"A},{"},{"title":"B},{","x":1}]', ['1: A},{', '1: B},{']],
    ['too deep', `[{"title":"A","x":${'['.repeat(70)}${']'.repeat(70)}},{"title":"B"}]`, ['1: more than 64 levels deep', '1: B']],
    ['the end in the middle', '[{"title":"A"},{"title":"B"', ['1: A', '1: it is not closed before the end of the file']],
    ['nothing', '[]', []],
  ])('with %s', (_, text, expected) => expect(outline(readAll(json, text))).toEqual(expected));
});

test('a broken line costs only itself', () => {
  expect(outline(readAll(jsonl, '{"title":"A"}\n{"title":"B\n\n[1]\n{"no":"title"}\n{"title":"C"}'))).toEqual(['1: A', '2: it is not valid JSON', '4: it is no object', '5: it has no title and no arXiv id or DOI', '6: C']);
});
