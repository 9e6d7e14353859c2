import { describe, expect, it } from 'vitest';
import { WORKER_RULES } from '../../src/messages/rules.ts';
import { bibliography } from '../../src/sites/bibliography.ts';
import { siteFor } from '../../src/sites/registry.ts';
import { parsePage } from './read-page.ts';

const ADDRESS = 'https://arxiv.org/html/2611.00001v1';
const pageOf = (body: string): Document => parsePage(`<!doctype html><article>${body}</article>`, ADDRESS);
const list = (items: string): string => `<section class="ltx_bibliography"><h2 class="ltx_title ltx_title_bibliography">References</h2><ul class="ltx_biblist">${items}</ul></section>`;
const item = '<li id="bib.bib1" class="ltx_bibitem">';
const link = '<a href="#bib.bib1" class="ltx_ref">1</a>';

function entryOf(inner: string, open = item) {
  const [element] = bibliography.entries(pageOf(list(`${open}${inner}</li>`)));
  return element && bibliography.entry(element, new URL(ADDRESS));
}

describe('an entry of a bibliography', () => {
  it('is carried as its lines, what is set apart in them, its links and its label', () => {
    const entry = entryOf(`<span class="ltx_tag ltx_tag_bibitem">Sample and Instance [2014]</span>
      <span class="ltx_bibblock">A. Sample.
      </span><span class="ltx_bibblock">Waves at <math alttext="\\nu"><mi>ν</mi></math>.</span>
      <span class="ltx_bibblock">In <span class="ltx_text ltx_font_italic"> Proc. of
       Coasts</span> <b>3</b>, <a href="/abs/1412.6980">arXiv</a>.</span><span class="ltx_bibblock ltx_bib_cited">Cited by: <a href="https://arxiv.org/abs/1701.07875">§1</a>.</span>`);
    expect(entry?.reference?.cited).toEqual({
      blocks: [
        { text: 'A. Sample.', runs: [] },
        { text: 'Waves at $\\nu$.', runs: [] },
        { text: 'In Proc. of Coasts 3, arXiv.', runs: [{ kind: 'italic', start: 3, end: 18 }, { kind: 'bold', start: 19, end: 20 }, { kind: 'link', start: 22, end: 27 }] },
      ],
      label: 'Sample and Instance [2014]',
      links: ['https://arxiv.org/abs/1412.6980'],
    });
    expect(entry?.reference?.id).toBe('bib.bib1');
    expect(entry?.anchor?.textContent).toContain('Waves');
    expect(entry?.main).toBe(false);
  });

  it('says what its page calls the title and the authors', () => {
    const entry = entryOf('<span class="ltx_bibblock"><span class="ltx_bib_title">Waves</span>.</span><span class="ltx_bibblock"><span class="ltx_bib_author">A. Sample</span>, 2014.</span>');
    expect(entry?.reference?.cited).toMatchObject({ title: 'Waves', authors: 'A. Sample' });
    expect(entry?.anchor?.textContent).toBe('Waves.');
  });

  it('is one line where it has no blocks, and none where it says nothing', () => {
    expect(entryOf('<span class="ltx_tag">[1]</span> A. Sample, Waves.')?.reference?.cited.blocks).toEqual([{ text: 'A. Sample, Waves.', runs: [] }]);
    expect(entryOf('<span class="ltx_tag">[1]</span> ')).toBeUndefined();
  });

  it('reads the same once it has a badge', () => {
    const [element] = bibliography.entries(pageOf(list(`${item}<span class="ltx_bibblock">A.</span><span class="ltx_bibblock">Waves.</span></li>`)));
    const read = (): unknown => element && bibliography.entry(element, new URL(ADDRESS))?.reference?.cited;
    const before = read();
    const badge = element?.ownerDocument.createElement('paperkin-badge');
    badge?.append('In your collection');
    element?.querySelectorAll('.ltx_bibblock')[1]?.append(badge ?? '');
    expect(element?.textContent).toContain('In your collection');
    expect(read()).toEqual(before);
  });

  it('is never more than the worker takes, whatever a page writes', () => {
    const long = `${'<i>w</i> '.repeat(200)}${'wave '.repeat(2000)}${'<a href="https://arxiv.org/abs/1412.6980?'.concat('q'.repeat(2000), '">x</a>').repeat(60)}`;
    const entry = entryOf(`<span class="ltx_tag">${'long label '.repeat(100)}</span>${`<span class="ltx_bibblock"><span class="ltx_bib_title">${'t '.repeat(2000)}</span><span class="ltx_bib_author">${'𝒜 '.repeat(2000)}</span>${long}</span>`.repeat(40)}`);
    const payload = { entries: [entry?.reference?.cited] };
    expect(WORKER_RULES.references.check(payload, 'references')).toEqual(payload);
  });
});

describe('citations', () => {
  it.each<[what: string, body: string, ids: string[]]>([
    ['by fragment', `<p><cite class="ltx_cite">[${link}]</cite></p>`, ['bib.bib1']],
    ['by whole address', `<p><cite>[<a href="${ADDRESS}#bib.bib7">7</a>]</cite></p>`, ['bib.bib7']],
    ['in an older form', `<p><span class="ltx_cite">[${link}]</span></p>`, ['bib.bib1']],
    ['with an escaped fragment', '<p><cite><a href="#bib.b%C3%A4r">1</a></cite></p>', ['bib.bär']],
    ['with a broken fragment', '<p><cite><a href="#bib.b%C3">1</a></cite></p>', ['bib.b%C3']],
    ['links that cite nothing', `<p>${link} <cite><a href="https://arxiv.org/abs/1412.6980">x</a> <a href="#">top</a></cite></p>`, []],
    ['a table of contents', `<nav class="ltx_TOC"><cite>${link}</cite></nav>`, []],
    ['references that cite', list(`${item}<cite>${link}</cite></li>`), []],
  ])('%s', (_what, body, ids) => {
    expect(Array.from(bibliography.citations(pageOf(body)), ([, id]) => id)).toEqual(ids);
  });
});

it('the heading of a bibliography is its own', () => {
  const [element] = bibliography.entries(pageOf(`<h2>Method</h2>${list(`${item}A.</li>`)}`));
  expect(element && bibliography.heading(element)?.textContent).toBe('References');
  const [stray] = bibliography.entries(pageOf(`<h2>Method</h2>${item}A.</li>`));
  expect(stray && bibliography.heading(stray)).toBeNull();
});

it.each(['https://arxiv.org/html/2611.00001v1', 'https://ar5iv.labs.arxiv.org/html/1701.07875', 'https://www.alphaxiv.org/abs/1609.09106v2'])('%s may have one', (address) => {
  expect(siteFor(new URL(address))?.site.bibliography).toBe(bibliography);
});
