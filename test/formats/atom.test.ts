import { describe, expect, test } from 'vitest';
import { atom } from '../../src/formats/atom/atom.ts';
import type { Parsed } from '../../src/formats/format.ts';
import { readAll, readRecords } from './records.ts';

const outline = (found: readonly Parsed[]): string[] => found.map((one) => `${one.line}: ${one.kind === 'record' ? one.record.title : one.reason}`);
const feed = (...entries: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>ArXiv Query</title><entryless/>\n${entries.join('\n')}\n</feed>`;

describe('Atom', () => {
  test('of arXiv', () => {
    const entry = `<entry>
    <id>http://arxiv.org/abs/2001.00001v2</id>
    <updated>2021-03-04T00:00:00Z</updated>
    <published>2020-01-02T00:00:00Z</published>
    <title>On Folds &amp; Creases:
  a &lt;Study&gt; of $\\alpha$</title>
    <summary>  We fold.
It holds.
</summary>
    <author>
      <name>Ada van den Crease</name>
      <arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Fold Institute</arxiv:affiliation>
    </author>
    <author><name>Bo Pleat</name></author>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/1</arxiv:doi>
    <link title="doi" href="http://dx.doi.org/10.1000/1" rel="related"/>
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">12 pages</arxiv:comment>
    <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">Folds 1 (2020) 1-8</arxiv:journal_ref>
    <link href="http://arxiv.org/abs/2001.00001v2" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/2001.00001v2" rel="related" type="application/pdf"/>
    <category term="cs.CV" scheme="http://arxiv.org/schemas/atom"/>
  </entry>`;
    expect(readRecords(atom, feed(entry))).toEqual([
      {
        title: 'On Folds & Creases: a <Study> of $\\alpha$', abstract: 'We fold. It holds.', authors: ['Ada van den Crease', 'Bo Pleat'], year: 2020, arxivId: '2001.00001', doi: '10.1000/1', venue: 'Folds 1 (2020) 1-8',
        url: 'http://arxiv.org/abs/2001.00001v2', tags: [], note: '', isRead: false, collections: [],
      },
    ]);
  });

  test.each([
    ['named and numbered entities', '<title>&lt;b&gt; &amp;amp; &quot;&apos;&#233;&#x1F600;</title>', '<b> &amp; "\'é😀'],
    ['unknown entities', '<title>&nbsp;&unknown; a & b &#0; &;</title>', '&nbsp;&unknown; a & b \uFFFD &;'],
    ['sections', '<title>a <![CDATA[<b> & ]] ]]> c</title>', 'a <b> & ]] c'],
    ['comments and instructions', '<title>a<!-- <title>x</title> --><?php > ?>b</title>', 'ab'],
    ['elements inside', '<title type="xhtml"><div>On <b>Folds</b></div></title>', 'On Folds'],
    ['a title inside another element', '<source><title>Other</title></source><title>On Folds</title>', 'On Folds'],
    ['signs in attributes', '<title a="x > y" b=\'</title>\'>On Folds</title>', 'On Folds'],
  ])('with %s', (_, text, title) => expect(readRecords(atom, feed(`<entry>${text}</entry>`))).toMatchObject([{ title }]));

  test.each([
    ['an entry that is not closed', '<entry><title>A</title>\n<entry><title>B</title></entry>', ['3: it is not closed: the next entry begins in line 4', '4: B']],
    ['no title', '<entry><summary>A</summary></entry><entry><title>B</title></entry>', ['3: it has no title and no arXiv id or DOI', '3: B']],
    ['a title that is not closed', '<entry><title>A</entry><entry><title>B</title></entry>', ['3: it has no title and no arXiv id or DOI', '3: B']],
    ['a section that is not closed', '<entry><title><![CDATA[A</title></entry>\n<entry><title>B</title></entry>', ['3: it is not closed: the next entry begins in line 4', '4: B']],
    ['tags that do not match', '<entry><author><name>x</author></name><title>A</title></entry>', ['3: A']],
  ])('%s costs only itself', (_, text, expected) => expect(outline(readAll(atom, feed(text)))).toEqual(expected));

  test('what a document type declares is not used, however it grows', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;> ]"><!ENTITY c SYSTEM "file:///etc/passwd">]>${feed('<entry><title>&b;&c;</title></entry>')}`;
    expect(outline(readAll(atom, bomb))).toEqual(['3: &b;&c;']);
  });
});
