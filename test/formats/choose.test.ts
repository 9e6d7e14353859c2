import { describe, expect, test } from 'vitest';
import { chooseFormat, formatById, FORMATS } from '../../src/formats/formats.ts';

const chosen = (head: string, fileName = ''): string => {
  const choice = chooseFormat(head, fileName);
  return 'format' in choice ? choice.format.id : choice.reason;
};

describe('the format of a file', () => {
  test.each([
    ['bibtex', '% Encoding: UTF-8\n\n@Article{a,\n  title = {A},\n}', 'library.bib'],
    ['bibtex', '@misc{a, title = {A}}', ''],
    ['bibtex', '\uFEFF@article(a, title = {A})', 'references.txt'],
    ['bibtex', '', 'empty.bib'],
    ['jsonl', '{"title":"A","id":"1711.10925"}\n{"title":"B"}\n', 'papers.jsonl'],
    ['jsonl', '{"title":"A","id":"1711.10925"}\n{"title":"B"}\n', 'papers.json'],
    ['jsonl', '{"title":"A"}\n{"title":"B', ''],
  ])('is %s: %j', (id, head, fileName) => expect(chosen(head, fileName)).toBe(head === '' ? 'The file is empty.' : id));

  test.each([
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n'],
    ['a ZIP archive', 'PK\u0003\u0004\u0014\0'],
    ['compressed', '\u001F\u008B\b\0'],
    ['a database', 'SQLite format 3\0\u0010'],
    ['RDF', '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF\n xmlns:rdf="x">'],
    ['a web page', '<!DOCTYPE html>\n<html lang="en">'],
    ['EndNote XML', '<?xml version="1.0"?><xml><records><record>'],
    ['the file is empty', ' \n'],
    ['no format that is known', '\u0000\u0001\u0002 binary'],
  ])('is none of ours, and is named: %s', (what, head) => expect(chosen(head).toLowerCase()).toContain(what.toLowerCase()));

  test('each is found by its id', () => {
    for (const format of FORMATS) expect(formatById(format.id)).toBe(format);
    expect(formatById('constructor')).toBeUndefined();
  });
});

test.each(FORMATS.filter(({ print }) => print !== undefined).map((format) => [format.id, format] as const))('%s is known again by its content alone', (id, format) => {
  const record = { title: 'On Folds', abstract: 'We fold.', authors: ['Ada Crease'], tags: [], note: '', isRead: false, collections: [] };
  expect(chosen([...format.print!([record, { ...record, arxivId: '2001.00001' }])].join(''))).toBe(id);
});

test.each([
  ['ris', 'TY  - JOUR\r\nTI  - A\r\nER  - ', ''],
  ['ris', '\n\nTY  - JOUR\nTI  - A', 'export.txt'],
  ['csl-json', '[\n  {\n    "id": "a",\n    "type": "article",\n    "author": []\n  }\n]', 'library.json'],
  ['json', '[{"title": "A"}]', 'library.json'],
  ['json', '{\n  "papers": [\n', ''],
  ['json', '["1711.10925"]', ''],
  ['csv', '\uFEFF"Key","Item Type","Publication Year","Author","Title"\n', ''],
  ['csv', 'Title;Year\nA;2020', 'x.csv'],
  ['tsv', 'title\tyear\nA\t2020', ''],
  ['atom', '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">', 'query.xml'],
  ['listing', `Mail!\nSubscribeOn Folds\n${'We fold. '.repeat(20)}\n`, 'page.txt'],
  ['list', '1711.10925\n2001.00001\n', ''],
  ['list', '- [Deep Image Prior](https://arxiv.org/abs/1711.10925)\n- [B](https://arxiv.org/abs/2001.00001)\n', 'reading.md'],
  ['list', 'Deep Image Prior\nOn Folds\n', ''],
])('%s: %j', (id, head, fileName) => expect(chosen(head, fileName)).toBe(id));
