import { describe, expect, it } from 'vitest';
import { siteFor } from '../../src/sites/registry.ts';
import { parsePage, readPage } from './read-page.ts';

/** Title, arXiv id, and the tag of the badge's place. */
type Found = [title: string, arxivId: string | undefined, place: string | undefined];

function read(address: string, html: string): Found[] {
  return readPage(parsePage(html, address), address).map(({ mention, anchor }) => [mention.title, mention.arxivId, anchor?.localName]);
}

const LIST = 'https://arxiv.org/list/math/new';
const title = (text: string): string => `<div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${text}</div></div>`;
const abs = (id: string): string => `<a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a>`;
const table = (header: string, cell: string): string => `<table><tr><th>Model</th><th>${header}</th></tr><tr><td>GAN</td><td>${cell}</td></tr></table>`;
const metas = (pairs: Record<string, string>): string => Object.entries(pairs).map(([name, content]) => `<meta name="citation_${name}" content="${content}">`).join('');

describe('arXiv pages of odd shape', () => {
  it.each<[what: string, address: string, html: string, found: Found[]]>([
    [
      'notes and an empty day between items never shift an id',
      LIST,
      `<dl id="articles"><h3>Today</h3><p>No updates.</p><dt>${abs('1501.00001')}</dt><p>note</p><dd>${title('First')}</dd><dt>${abs('1501.00002')}</dt><dt>${abs('1501.00003')}</dt><dd>${title('Third')}</dd></dl>`,
      [['First', '1501.00001', 'div'], ['Third', '1501.00003', 'div']],
    ],
    ['an item without its own dt has no id', LIST, `<dl><dt>${abs('1501.00001')}</dt><dd>${title('First')}</dd><dd>${title('Stray')}</dd></dl>`, [['First', '1501.00001', 'div'], ['Stray', undefined, 'div']]],
    ['the id is in the attribute where the link leads nowhere', LIST, `<dl><dt><a title="Abstract" id="math/0510544">x</a></dt><dd>${title('Old')}</dd></dl>`, [['Old', 'math/0510544', 'div']]],
    ['absolute links with a version and a subject class', LIST, `<dl><dt><a href="https://arxiv.org/abs/math.GT/0202001v2" title="Abstract">x</a></dt><dd>${title('Old')}</dd></dl>`, [['Old', 'math/0202001', 'div']]],
    ['an item without a title', LIST, `<dl><dt>${abs('1501.00001')}</dt><dd>${title('')}</dd></dl>`, []],
    ['an abstract page without a heading', 'https://arxiv.org/abs/1501.00001v2', '<head><meta name="citation_title" content="A  title"><meta name="citation_arxiv_id" content="1501.00001"></head>', [['A title', '1501.00001', undefined]]],
    ['an abstract page that was not found', 'https://arxiv.org/abs/1501.00001', '<h1>Article not found</h1>', []],
    ['a search result without a link', 'https://arxiv.org/search/?query=x', '<ol><li class="arxiv-result"><p class="title is-5 mathjax">A title</p></li></ol>', [['A title', undefined, 'p']]],
    ['the heading of the search page', 'https://arxiv.org/search/?query=x', '<h1 class="title">Showing 1–50 of 100</h1>', []],
    ['a paper under another tag', 'https://arxiv.org/html/1501.00001', '<h1>Site</h1><div class="ltx_title_document">A title</div>', [['A title', '1501.00001', 'div']]],
    ['authors\' HTML that begins with its abstract', 'https://arxiv.org/html/cs/9901011', '<head><title>A title</title></head><h1>Abstract</h1><p>…</p><h1>1. Introduction</h1>', [['A title', 'cs/9901011', undefined]]],
    ['authors\' HTML whose title is a second heading', 'https://arxiv.org/html/cs/9901011', '<head><title>A Title</title></head><h1>Department</h1><h2>A title.</h2>', [['A title.', 'cs/9901011', 'h2']]],
    ['HTML with its title in the window only', 'https://ar5iv.labs.arxiv.org/html/1501.00001', '<head><title>[1501.00001] A title</title></head><h2>1 Introduction</h2>', [['A title', '1501.00001', undefined]]],
    ['HTML without any title', 'https://arxiv.org/html/1501.00001', '<head><title>Untitled Document</title></head><h2>1 Introduction</h2>', []],
    ['a PDF whose window bears its title', 'https://arxiv.org/pdf/1501.00001v2', '<head><title>A title of a paper</title></head><embed>', [['A title of a paper', '1501.00001', undefined]]],
    ['a PDF whose window bears its file name', 'https://arxiv.org/pdf/1501.00001v2', '<head><title>1501.00001v2.pdf</title></head><embed>', [['arXiv:1501.00001', '1501.00001', undefined]]],
    ['a PDF without a window title', 'https://arxiv.org/pdf/math/0202001', '<embed>', [['arXiv:math/0202001', 'math/0202001', undefined]]],
  ])('%s', (_what, address, html, found) => {
    expect(read(address, html)).toEqual(found);
  });
});

describe('Hugging Face pages of odd shape', () => {
  const DAILY = 'https://huggingface.co/papers';
  const PAPER = 'https://huggingface.co/papers/2305.18466';
  it.each<[what: string, address: string, html: string, found: Found[]]>([
    ['cards without article', DAILY, '<div><h4><a href="/papers/2305.18466">A title</a></h4><a href="/papers/2305.18466">12 authors</a></div>', [['A title', '2305.18466', 'h4']]],
    ['a heading beside other things in one link', DAILY, '<a href="/papers/2305.18466"><img><h3>A title</h3><p>Abstract</p></a>', [['A title', '2305.18466', 'h3']]],
    ['a second heading for the same paper in its card', DAILY, '<article><h3><a href="/papers/2305.18466">A title</a></h3><h4><a href="/papers/2305.18466">Discuss</a></h4></article>', [['A title', '2305.18466', 'h3']]],
    ['one paper in two cards', DAILY, '<article><h3><a href="/papers/2305.18466">A title</a></h3></article><article><h3><a href="/papers/2305.18466">A title</a></h3></article>', [['A title', '2305.18466', 'h3'], ['A title', '2305.18466', 'h3']]],
    ['links to other sections and sites', DAILY, '<h3><a href="/papers/trending">Trending</a></h3><h3><a href="https://example.com/papers/2305.18466">A title</a></h3><h3>No link</h3>', []],
    ['a paper whose address was changed before its content', PAPER, '<head><meta property="og:url" content="https://huggingface.co/papers/2408.90101"></head><main><h1>Another title</h1></main>', [['Another title', undefined, 'h1']]],
    ['a heading in the site\'s header', PAPER, '<header><h1>Hugging Face</h1></header><main><h1>A title</h1></main>', [['A title', '2305.18466', 'h1']]],
    ['no heading but in the header', PAPER, '<header><h1>A title</h1></header><main></main>', [['A title', '2305.18466', 'h1']]],
    ['a heading in a menu', PAPER, '<nav><h1>Menu</h1></nav><main><h1>A title</h1></main>', [['A title', '2305.18466', 'h1']]],
  ])('%s', (_what, address, html, found) => {
    expect(read(address, html)).toEqual(found);
  });
});

describe('Papers with Code pages of odd shape', () => {
  const LATEST = 'https://paperswithcode.com/latest';
  it.each<[what: string, address: string, html: string, found: Found[]]>([
    ['a title changed since its address was made', LATEST, table('Paper', '<a href="/paper/an-older-title">A newer title</a>'), [['A newer title', undefined, 'td']]],
    ['the name of a model', LATEST, table('Best model', '<a href="/paper/an-older-title">GAN</a>'), []],
    ['a button in the column of papers', LATEST, table('Paper', '<a href="/paper/an-older-title">Paper</a><a href="/paper/an-older-title#code">Code</a>'), []],
    ['a table without a header', LATEST, '<table><tr><td><a href="/paper/deep-image-prior">Deep Image Prior</a></td><td><a href="/paper/deep-image-prior">DIP</a></td></tr></table>', [['Deep Image Prior', undefined, 'td']]],
    ['the number that tells equal addresses apart', LATEST, '<li><a href="/paper/improved-techniques-for-training-1">Improved Techniques for Training GANs</a></li>', [['Improved Techniques for Training GANs', undefined, 'li']]],
    ['the name of a model that begins like its paper', LATEST, '<li><a href="/paper/bert-1">BERT, fine-tuned twice</a></li>', []],
    ['a title of one word', LATEST, '<li><a href="/paper/hypernetworks">HyperNetworks</a></li>', [['HyperNetworks', undefined, 'li']]],
    ['a title in the column of papers that begins like a button', LATEST, table('Paper', '<a href="/paper/an-older-title">Code as a Paper</a>'), [['Code as a Paper', undefined, 'td']]],
    ['a title inside a sentence', LATEST, '<p>See <a href="/paper/deep-image-prior">Deep Image Prior</a> for more.</p>', [['Deep Image Prior', undefined, 'a']]],
    ['a line with another link before', LATEST, '<p><a href="/author/x">X</a>: <a href="/paper/deep-image-prior">Deep Image Prior</a></p>', [['Deep Image Prior', undefined, 'a']]],
    ['a header over two columns', LATEST, '<table><tr><th colspan="2">Model</th><th>Paper</th></tr><tr><td>GAN</td><td><a href="/paper/an-older-title">GAN</a></td><td><a href="/paper/an-older-title">A newer title</a></td></tr></table>', [['A newer title', undefined, 'td']]],
    ['a cell with two links', LATEST, '<p><a href="/paper/deep-image-prior">Deep Image Prior</a> <a href="/author/x">X</a></p>', [['Deep Image Prior', undefined, 'a']]],
    ['links to parts of a paper\'s page and to other sites', LATEST, '<h2><a href="/paper/deep-image-prior#code">Deep Image Prior</a></h2><h2><a href="/paper/deep-image-prior/review">Deep Image Prior</a></h2><h2><a href="https://example.com/paper/deep-image-prior">Deep Image Prior</a></h2>', []],
    ['a row that links to its paper twice', LATEST, '<table><tr><td><a href="/paper/deep-image-prior">Deep Image Prior</a></td><td><a href="/paper/deep-image-prior">Deep Image Prior</a></td></tr></table>', [['Deep Image Prior', undefined, 'td']]],
    ['a paper without links to arXiv', 'https://paperswithcode.com/paper/x', '<main><h1>A title</h1></main>', [['A title', undefined, 'h1']]],
    ['a paper whose buttons disagree', 'https://paperswithcode.com/paper/x', '<h1>A title</h1><a href="https://arxiv.org/pdf/1701.07875">PDF</a><a href="https://arxiv.org/abs/1704.00028">Abstract</a>', [['A title', undefined, 'h1']]],
    ['an archived paper', 'https://web.archive.org/web/2024/https://paperswithcode.com/paper/x', '<h1>A title</h1><a href="/web/2024/https://arxiv.org/pdf/1701.07875v3.pdf">PDF</a>', [['A title', '1701.07875', 'h1']]],
    ['links that a script added to an archived page', 'https://web.archive.org/web/2024/https://paperswithcode.com/latest', '<h1><a href="/paper/x">A title</a></h1>', [['A title', undefined, 'h1']]],
  ])('%s', (_what, address, html, found) => {
    expect(read(address, html)).toEqual(found);
  });
});

describe('alphaXiv while it loads', () => {
  const ADDRESS = 'https://www.alphaxiv.org/abs/1609.09106v2';
  it.each<[what: string, html: string, found: Found[]]>([
    ['nothing yet', '<head><title>alphaXiv</title></head><div id="root"></div>', []],
    ['the window first', '<head><title>HyperNetworks | alphaXiv</title></head><div id="root"></div>', [['HyperNetworks', '1609.09106', undefined]]],
    ['then the heading', '<head><title>HyperNetworks | alphaXiv</title></head><h1>HyperNetworks</h1>', [['HyperNetworks', '1609.09106', 'h1']]],
    ['the only heading, whatever the window', '<head><title>alphaXiv</title></head><h1>HyperNetworks</h1>', [['HyperNetworks', '1609.09106', 'h1']]],
    ['several headings and none the window\'s', '<head><title>HyperNetworks | alphaXiv</title></head><h1>Comments</h1><h1>Related</h1>', [['HyperNetworks', '1609.09106', undefined]]],
    ['metadata of the paper before', '<head><title>HyperNetworks | alphaXiv</title><link rel="canonical" href="https://www.alphaxiv.org/abs/1701.07875"></head><h1>HyperNetworks</h1>', [['HyperNetworks', undefined, 'h1']]],
  ])('%s', (_what, html, found) => {
    expect(read(ADDRESS, html)).toEqual(found);
  });
});

describe('any page with citation metadata', () => {
  const ADDRESS = 'https://huggingface.co/papers/submit';

  it('gives what the metadata says, beside the heading that says it too', () => {
    const html = `<head>${metas({ title: 'On Trees', doi: 'https://doi.org/10.1000/ABC', author: 'Quill, Harriet', publication_date: '2021/02/07', pdf_url: 'https://arxiv.org/pdf/1902.02534', abstract: 'Trees.' })}</head><h1>Site</h1><h2>On trees</h2>`;
    const [entry] = readPage(parsePage(html, ADDRESS), ADDRESS);
    expect(entry?.mention).toEqual({ title: 'On Trees', doi: '10.1000/abc', arxivId: '1902.02534', authors: ['Harriet Quill'], year: 2021, abstract: 'Trees.' });
    expect(entry?.anchor?.localName).toBe('h2');
    expect(entry?.main).toBe(true);
  });

  it('has no badge place where no heading says it', () => {
    expect(read(ADDRESS, `<head>${metas({ title: 'On Trees' })}</head><h1>Site</h1>`)).toEqual([['On Trees', undefined, undefined]]);
  });

  it('finds nothing without it, and says that this is as it should be', () => {
    const document = parsePage('<h1>Submit a paper</h1>', ADDRESS);
    expect(readPage(document, ADDRESS)).toEqual([]);
    expect(siteFor(new URL(ADDRESS))?.site.empty?.(document, new URL(ADDRESS))).toBe(true);
  });
});

describe('abstracts, authors and years', () => {
  it('come with arXiv search results in full, without the links that fold them', () => {
    const address = 'https://arxiv.org/search/?query=x';
    const html = `<ol><li class="arxiv-result"><p class="list-title"><a href="https://arxiv.org/abs/hep-th/9809096">arXiv:hep-th/9809096</a></p><div class="tags"><a href="https://doi.org/10.1103/X.1">doi</a></div>
      <p class="title">A title</p><p class="authors"><span>Authors:</span> <a href="/search/?query=A">A. One</a>, <a href="/search/?query=B">B. Two</a> <a href="javascript:more()">et al.</a></p>
      <p class="abstract"><span>Abstract</span>: <span class="abstract-short">… short … <a>▽ More</a></span><span class="abstract-full">The whole <span class="search-hit">x</span>. <a>△ Less</a></span></p></li></ol>`;
    expect(readPage(parsePage(html, address), address).map(({ mention }) => mention)).toEqual([
      { title: 'A title', arxivId: 'hep-th/9809096', doi: '10.1103/x.1', abstract: 'The whole x.', authors: ['A. One', 'B. Two'], year: 1998 },
    ]);
  });

  it('come with an arXiv abstract page, the heading before the metadata', () => {
    const address = 'https://arxiv.org/abs/0704.0001v2';
    const html = `<head><meta name="citation_title" content="Schr\\&quot;odinger"><meta name="citation_doi" content="10.1000/1"></head>
      <h1>Physics</h1><h1 class="title"><span class="descriptor">Title:</span>Schrödinger</h1><div class="authors"><a href="/search/?query=A">A. One</a></div>
      <blockquote class="abstract"><span class="descriptor">Abstract:</span>Waves<br>and cats.</blockquote>`;
    expect(readPage(parsePage(html, address), address).map(({ mention }) => mention)).toEqual([
      { title: 'Schrödinger', arxivId: '0704.0001', doi: '10.1000/1', abstract: 'Waves and cats.', authors: ['A. One'], year: 2007 },
    ]);
  });

  it('come with a Hugging Face paper, the abstract and not what a machine made of it', () => {
    const address = 'https://huggingface.co/papers/2305.18466';
    const html = '<main><h1>A title</h1><div><h2>Abstract</h2><div><p>Short.</p></div><p>The abstract itself, in full.</p></div><div><p>A comment that is much longer than any of the two, and no abstract.</p></div></main>';
    expect(readPage(parsePage(html, address), address)[0]?.mention).toEqual({ title: 'A title', arxivId: '2305.18466', abstract: 'The abstract itself, in full.', year: 2023 });
  });
});
