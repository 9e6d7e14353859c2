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
