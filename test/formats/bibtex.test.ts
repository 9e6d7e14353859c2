import { describe, expect, test } from 'vitest';
import { bibtex } from '../../src/formats/bibtex/bibtex.ts';
import type { Parsed } from '../../src/formats/format.ts';
import type { PaperRecord } from '../../src/paper/record.ts';
import { readAll, readRecords } from './records.ts';

const read = (text: string): PaperRecord[] => readRecords(bibtex, text);
const one = (fields: string, type = 'article'): PaperRecord => read(`@${type}{key,\n  title = {On Folds},\n${fields}\n}`)[0]!;
const parsed = (text: string): Parsed[] => readAll(bibtex, text);
const outline = (text: string): string[] => parsed(text).map((each) => `${each.line}: ${each.kind === 'record' ? each.record.title : each.reason}`);

describe('values', () => {
  test.each([
    ['braces', '{On Folds}'],
    ['quotes', '"On Folds"'],
    ['two braces', '{{On} {F}olds}'],
    ['braces in quotes', '"{O}n {"}Folds{"}"', 'On "Folds"'],
    ['a quote behind a backslash', '"Schr\\"odinger"', 'Schrödinger'],
    ['pieces joined', '"On " # {Fol} # "ds"'],
    ['a macro', 'on # " Folds"'],
    ['a number', '1984', '1984'],
    ['the month', 'jun # "~" # 12', 'June 12'],
    ['a name that no macro has', 'cvpr', 'cvpr'],
    ['line breaks', '{On\n     Folds}'],
    ['nested braces', '{{{{On}}} {{Folds}}}'],
    ['an escaped brace alone', '{On \\{ Folds}', 'On { Folds'],
  ])('%s', (_, value, title = 'On Folds') => {
    expect(read(`@string{ON = "On"}\n@STRING(x = {y})\n@misc{k, title = ${value}}`)[0]?.title).toBe(title);
    expect(read(`@string{ON = "On"} @misc(k, title = ${value}, year = 2000,\n)`)[0]).toMatchObject({ title, year: 2000 });
  });

  test.each([
    ['Schr{\\"o}dinger', 'Schrödinger'], ["Erd{\\H o}s and Poincar\\'e", 'Erdős and Poincaré'], ['{\\v{C}}ech \\v Z', 'Čech Ž'], ["na{\\\"\\i}ve caf{\\'{e}}", 'naïve café'], ['\\c{c}a \\c sa', 'ça şa'],
    ['Sm{\\o}rrebr\\o d {\\AA}', 'Smørrebrød Å'], ['{\\ss}\\ae{} {\\L}{\\"U}', 'ßæ ŁÜ'], ['\\~{n}\\`a\\^{\\i}\\={a}\\.z', 'ñàîāż'], ['Plug \\& Play 100\\% \\#1 a\\_b \\$5', 'Plug & Play 100% #1 a_b $5'],
    ['{\\textquotedblleft}Hi{\\textquotedblright} ``there\'\'', '“Hi” “there”'], ['1--2---3', '1–2—3'], ['a~b\\ c\\,d', 'a b c d'], ['$\\alpha$-Folds $x^2$', '$\\alpha$-Folds $x^2$'], ['a {$<$} b $\\sim$ c', 'a < b ~ c'],
    ['\\emph{Deep} {\\em Folds} \\textbf{now}', 'Deep Folds now'], ['\\textless{}b{\\textgreater} \\textbackslash{}x', '<b> \\x'], ['\\href{https://x.y}{Text} \\url{http://z}', 'Text http://z'], ['{\\noopsort{a}}Folds', 'Folds'],
    ['costs \\$5 or $5', 'costs $5 or $5'], ['\\unknown{x} stays', '\\unknown{x} stays'], ['\\ensuremath{\\beta}-\\Delta', 'β-Δ'], ['{\\textasciitilde}a\\textasciicircum b\\~{}', '~a^b~'], ['it’s “ok”', 'it’s “ok”'], ['\\textit{\\textbf{x}} y', 'x y'],
    ['a \\- b\\/c \\\\ d', 'a bc d'],
  ])('TeX %j', (tex, title) => expect(read(`@misc{k, title = {${tex}}}`)[0]?.title).toBe(title));

  test.each([
    ['Ada Crease and Bo B. Pleat', ['Ada Crease', 'Bo B. Pleat']],
    ['Crease, Ada and van den Plooi, Ana', ['Ada Crease', 'Ana van den Plooi']],
    ['von Fold, Jr., Ada', ['Ada von Fold Jr.']],
    ['{Barnes and Noble, Inc.} and {OpenAI}', ['Barnes and Noble, Inc.', 'OpenAI']],
    ['{\\"O}zg{\\"u}r, {\\.I}. and\nd\'Eau, L{\\\'e}o', ['İ. Özgür', "Léo d'Eau"]],
    ['Crease, A. AND Pleat, B.', ['A. Crease', 'B. Pleat']],
    ['family=Fold, given=Ada, prefix=von and Anders Andersson', ['Ada von Fold', 'Anders Andersson']],
    ['Sandra Anderson and Brand, Andy and ', ['Sandra Anderson', 'Andy Brand']],
    ['', []],
  ])('names %j', (field, authors) => expect(one(`author = {${field}}`).authors).toEqual(authors));

  test('"and others" is told', () => {
    expect(parsed('@misc{k, title = {A}, author = {Crease, Ada and others}}')).toMatchObject([{ record: { authors: ['Ada Crease'] }, notes: ['the file names the first authors only'] }]);
  });
});

describe('which paper it is', () => {
  test.each([
    ['eprint = {1711.10925v4}, archivePrefix = {arXiv}, primaryClass = {cs.CV}', { arxivId: '1711.10925' }],
    ['eprint = {arXiv:math/0202001}', { arxivId: 'math/0202001' }],
    ['eprint = {12345678}, eprinttype = {pubmed}', {}],
    ['journal = {arXiv preprint arXiv:1711.10925}', { arxivId: '1711.10925' }],
    ['journal = {CoRR}, volume = {abs/1711.10925}', { arxivId: '1711.10925' }],
    ['journal = {arXiv e-prints}, eid = {arXiv:1711.10925}, pages = {arXiv:1711.10925}', { arxivId: '1711.10925' }],
    ['number = {arXiv:1711.10925}, publisher = {arXiv}', { arxivId: '1711.10925' }],
    ['note = {arXiv: 1711.10925 [cs]}', { arxivId: '1711.10925', note: '' }],
    ['note = {Extends arXiv:1711.10925}', { note: 'Extends arXiv:1711.10925' }],
    ['arxivId = {1711.10925}', { arxivId: '1711.10925' }],
    ['howpublished = {\\url{https://arxiv.org/abs/1711.10925}}', { arxivId: '1711.10925', url: 'https://arxiv.org/abs/1711.10925' }],
    ['doi = {10.48550/arXiv.1711.10925}', { arxivId: '1711.10925' }],
    ['doi = {10.1000/A\\_b{$<$}1{$>$}}', { doi: '10.1000/a_b<1>' }],
    ['url = {https://doi.org/10.1000/182}', { doi: '10.1000/182', url: 'https://doi.org/10.1000/182' }],
    ['url = {http://a.org/~x/b_c--d?e=%20f#g}', { url: 'http://a.org/~x/b_c--d?e=%20f#g' }],
    ['url = {javascript:alert(1)}', {}],
  ])('%s', (fields, expected) => {
    const { arxivId, doi, url, note, venue } = one(fields);
    expect({ arxivId, doi, url, note, venue }).toEqual({ arxivId: undefined, doi: undefined, url: undefined, note: '', venue: undefined, ...expected });
  });

  test.each([
    ['journal = {Journal of Folds}', 'Journal of Folds'], ['journaltitle = "Folds \\& Creases"', 'Folds & Creases'], ['booktitle = {Proc. of {CVPR}}', 'Proc. of CVPR'], ['howpublished = {Blog post}', 'Blog post'],
  ])('venue of %s', (fields, venue) => expect(one(fields).venue).toBe(venue));

  test.each([['year = 2017', 2017], ['year = {2017a}', 2017], ['date = {2017-06-12}', 2017], ['year = "in press"', undefined], ['date = {2017-06/2018-01}', 2017], ['year = {17}', undefined]])('year of %s', (fields, year) => expect(one(fields).year).toBe(year));
});

describe('what belongs to the reader', () => {
  test('Zotero, Mendeley and JabRef', () => {
    expect(one('keywords = {Computer Science - Vision, folds; creases,folds}, annote = {First.\n\nSecond \\\\ line}, note = {Comment: 12 pages}, abstract = {One\n  two.\n\nThree.}')).toMatchObject({
      tags: ['Computer Science - Vision', 'folds', 'creases'], note: 'Comment: 12 pages\n\nFirst.\n\nSecond \nline', abstract: 'One two.\n\nThree.',
    });
    expect(one('mendeley-groups = {Thesis,Folds}, mendeley-tags = {a}, keywords = {b}, file = {:C$\\backslash$:/x.pdf:pdf}')).toMatchObject({ collections: ['Thesis', 'Folds'], tags: ['b', 'a'] });
    expect(one('groups = {Thesis, Folds}, readstatus = {read}, timestamp = {2021-05-01}, comment = {Mine}')).toMatchObject({ collections: ['Thesis', 'Folds'], isRead: true, added: Date.UTC(2021, 4, 1), note: 'Mine' });
    expect(one('date-added = {2012-05-01 12:00:00 +0200}').added).toBe(Date.UTC(2012, 4, 1, 10));
  });
});

describe('a file', () => {
  test('comments, preambles and text between entries are no entries', () => {
    const text = 'Written by x@example.org\n% a remark\n@comment{jabref-meta: databaseType:bibtex;}\n@preamble{ "\\newcommand{\\x}[1]{}" }\n@misc{a, title = {A}}trailing\n@Comment this line\n@misc{b, title = {B}}\n';
    expect(outline(text)).toEqual(['5: A', '6: @comment is not followed by a brace', '7: B']);
  });

  test('an entry takes over what it lacks from its volume, before or behind it, but not its identifiers', () => {
    const volume = '@proceedings{v, title = {Proc. of Folds}, year = 2020, doi = {10.1000/v}, url = {https://v.org}}';
    const paper = '@inproceedings{p, crossref = {V}, title = {On Folds}}';
    for (const text of [`${paper}\n${volume}`, `${volume}\n${paper}`]) {
      expect(read(text).find(({ title }) => title === 'On Folds')).toMatchObject({ venue: 'Proc. of Folds', year: 2020 });
      expect(read(text).find(({ title }) => title === 'On Folds')).not.toHaveProperty('doi');
    }
    expect(read('@xdata{x, author = {Ada Crease}, year = 1999}\n@misc{p, title = {A}, xdata = {x}}')).toMatchObject([{ title: 'A', year: 1999, authors: ['Ada Crease'] }]);
  });

  test('references in a circle end, and one to nothing is told', () => {
    expect(outline('@misc{a, title = {A}, crossref = {b}}@misc{b, title = {B}, crossref = {a}}')).toEqual(['1: B', '1: A']);
    expect(parsed('@misc{a, title = {A}, crossref = {nothing}}')).toMatchObject([{ kind: 'record', notes: ['"nothing", which it refers to, is not in the file'] }]);
  });

  test.each([
    ['an entry that is never closed', '@misc{a, title = {A {B {C\n}\n@misc{b, title = {B}}', ['1: it is not closed: the next entry begins in line 3', '3: B']],
    ['a missing closing brace', '@misc{a, title = {A}\n\n@misc{b, title = {B}}', ['1: A', '3: B']],
    ['a missing comma', '@misc{a, title = {A}\n year = 2000}', ['1: A']],
    ['a missing key', '@misc{title = {A}}', ['1: A']],
    ['a missing comma behind the key', '@misc{a\n title = {A}}', ['1: A']],
    ['an empty key', '@misc{, title = {A}}', ['1: A']],
    ['no title', '@misc{a, year = 2000}\n@misc{b, title = {B}}', ['1: it has no title and no arXiv id or DOI', '2: B']],
    ['no title but an id', '@misc{a, eprint = {1711.10925}}', ['1: arXiv:1711.10925']],
    ['an open quote', '@misc{a, title = "A}\n@misc{b, title = {B}}\n@misc{c, title = {C}}', ['1: it is not closed: the next entry begins in line 2', '2: B', '3: C']],
    ['a value without braces', '@misc{a, title = {A}, note = two words, year = 2000}', ['1: A']],
    ['a stray sign', '@misc{a, title = {A} ! }\n@misc{b, title = {B}}', ['1: "!" behind a value in line 1', '2: B']],
    ['the end in the middle', '@misc{b, title = {B}}\n@misc{a, title = {A', ['1: B', '2: it is not closed before the end of the file']],
    ['a comment that is never closed', '@comment{ x { y\n@misc{a, title = {A}}\n@misc{b, title = {B}}', ['1: nothing closes the @comment: what follows it is read', '2: A', '3: B']],
    ['one in a comment', '@comment{\n@misc{a, title = {A}}\n}\n@misc{b, title = {B}}', ['4: B']],
  ])('%s costs only itself', (_, text, expected) => expect(outline(text)).toEqual(expected));

  test('macros that double each other fill in no more than they may', () => {
    const bomb = Array.from({ length: 30 }, (_, at) => `@string{a${at + 1} = a${at} # a${at}}`).join('\n');
    const found = parsed(`@string{a0 = "lol lol "}\n${bomb}\n@misc{k, title = a30}\n@misc{b, title = {B}}`);
    expect(found.filter(({ kind }) => kind === 'record')).toHaveLength(2);
    expect(parsed(`@string{a = {${'x'.repeat(2_000)}}} @misc{b, title = {B}, abstract = a # a}`)).toMatchObject([{ reason: 'the abbreviation a is too long and is cut' }, { record: { abstract: 'x'.repeat(2_000) } }]);
    expect(found.some((each) => each.kind === 'problem' && /the abbreviation a\d+ is too long/.test(each.reason))).toBe(true);
  });
});
