import { describe, expect, test } from 'vitest';
import { familyName, shareAuthor } from '../../src/paper/authors.ts';
import { linksOf } from '../../src/paper/links.ts';
import { paperKey } from '../../src/paper/paper-key.ts';

test.each([
  [{ title: 'Folds', arxivId: '2001.00001v2', doi: '10.1000/1' }, 'arxiv:2001.00001'],
  [{ title: 'Folds', doi: 'https://doi.org/10.1000/ABC' }, 'doi:10.1000/abc'],
  [{ title: 'Folds', doi: '10.48550/arXiv.2001.00001' }, 'arxiv:2001.00001'],
  [{ title: 'Wet Folds.' }, 'title:wetfolds'],
  [{ title: 'Wet Folds', arxivId: 'none', doi: '' }, 'title:wetfolds'],
  [{ title: '?!' }, 'title:?!'],
])('key of %j', (mention, key) => expect(paperKey(mention)).toBe(key));

describe('links', () => {
  test('with an arXiv id', () => {
    expect(linksOf({ title: 'Folds', arxivId: 'hep-th/9809096v1' }).map(({ url }) => url)).toEqual([
      'https://arxiv.org/abs/hep-th/9809096', 'https://arxiv.org/pdf/hep-th/9809096', 'https://arxiv.org/html/hep-th/9809096', 'https://huggingface.co/papers/hep-th/9809096',
    ]);
  });

  test('without one, a search for the title', () => {
    expect(linksOf({ title: 'Folds & <Creases>:\n 100% Schr\\"odinger?', doi: '10.1000/a#b?c%d' })).toEqual([
      { label: 'DOI', url: 'https://doi.org/10.1000/a%23b%3Fc%25d' },
      { label: 'Search arXiv', url: 'https://arxiv.org/search/?query=Folds+%26+%3CCreases%3E%3A+100%25+Schr%C3%B6dinger%3F&searchtype=title' },
    ]);
  });

  test.each(['javascript:alert(1)', '//evil.example/1711.10925', '2001.00001/../../evil', '10.1000/x'])('no page chooses the host: %s', (hostile) => {
    for (const { url } of linksOf({ title: hostile, arxivId: hostile, doi: hostile })) expect(['arxiv.org', 'doi.org']).toContain(new URL(url).hostname);
    for (const { url } of linksOf({ title: hostile, arxivId: hostile, doi: hostile })) expect(url).toMatch(/^https:/);
  });

  test('a lone surrogate is no fault', () => expect(() => linksOf({ title: 'Folds \uD800' })).not.toThrow());
});

test.each([
  ['Ada Crease', 'crease'],
  ['Crease, Ada', 'crease'],
  ['Crease A', 'crease'],
  ['Crease AB', 'crease'],
  ['A. B. Crease', 'crease'],
  ['Ada Crease Jr.', 'crease'],
  ['Jürgen Knick', 'knick'],
  ['J\\"urgen F\\"altel', 'faltel'],
  ['Ana van den Plooi', 'plooi'],
  ['折紙', '折紙'],
  ['et al.', ''],
  ['and others', ''],
  ['', ''],
])('family name of %j', (name, family) => expect(familyName(name)).toBe(family));

test.each<[string[], string[], boolean | undefined]>([
  [['crease', 'pleat'], ['Bo Pleat'], true],
  [['crease', 'pleat'], ['Dee Tuck'], false],
  [['crease', 'pleat'], ['Crease Ada', 'Pleat Bo'], true],
  [['crease', 'pleat'], ['Crease Tuck'], false],
  [[], ['Dee Tuck'], undefined],
  [['crease'], ['et al.'], undefined],
])('%j and %j share an author: %s', (families, names, shared) => expect(shareAuthor(families, names)).toBe(shared));
