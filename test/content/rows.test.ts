// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { type Changes, type Row, Rows } from '../../src/content/rows.ts';
import type { Site } from '../../src/sites/site.ts';

/** Titles are `h2`, ids their `data-id` or, on a paper's page, the end of the address. */
let reads = 0;
const site: Site = {
  name: 'test',
  matches: () => 'listing',
  titles: (document) => document.querySelectorAll('h2'),
  entry: (title, url) => {
    reads++;
    const words = title.textContent.trim();
    const arxivId = title.getAttribute('data-id') ?? url.searchParams.get('id');
    return words === '' ? undefined : { main: false, anchor: title, mention: { title: words, ...(arxivId ? { arxivId } : {}) } };
  },
};
const LIST = new URL('https://arxiv.org/list');

let rows: Rows;
beforeEach(() => {
  rows = new Rows();
  reads = 0;
  document.body.replaceChildren();
});

function page(...titles: string[]): Element[] {
  const made = titles.map((words) => {
    const title = document.createElement('h2');
    title.textContent = words;
    return title;
  });
  document.body.append(...made);
  return made;
}

function scan(url = LIST, settled = true, where: Site | null = site): Changes {
  const steps = rows.read({ site: where ?? undefined, document, url, settled });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
const titles = (found: readonly Row[]): string[] => found.map((row) => row.mention.title);

describe('the titles of a page', () => {
  it('are read once each', () => {
    page('One', 'Two');
    expect(titles(scan().fresh)).toEqual(['One', 'Two']);
    expect(scan()).toEqual({ fresh: [], gone: [], moved: [] });
    expect(reads).toBe(2);
  });

  it('are numbered for good and listed in page order', () => {
    const [one] = page('One', 'Two');
    scan();
    const late = document.createElement('h2');
    late.textContent = 'Between';
    one?.after(late);
    expect(titles(scan().fresh)).toEqual(['Between']);
    expect(rows.all.map((row) => [row.mention.title, row.index])).toEqual([['One', 0], ['Between', 2], ['Two', 1]]);
  });

  it('may be empty at first', () => {
    const [late] = page('');
    expect(scan().fresh).toEqual([]);
    if (late) late.textContent = 'Filled';
    expect(titles(scan().fresh)).toEqual(['Filled']);
  });

  it('are asked again when an element names another paper', () => {
    const [title] = page('One');
    const [before] = scan().fresh;
    if (title) title.textContent = 'Other';
    const { fresh, gone } = scan();
    expect([titles(fresh), titles(gone), before?.here]).toEqual([['Other'], ['One'], false]);
  });

  it('are not asked again when only their typesetting changed', () => {
    const [title] = page('One');
    const [row] = scan().fresh;
    if (title) title.textContent = ' One ';
    expect(scan()).toEqual({ fresh: [], gone: [], moved: [row] });
    expect(row?.here).toBe(true);
  });

  it('keep their answers when their element is replaced', () => {
    const [title] = page('One');
    const [row] = scan().fresh;
    if (row) row.identity = null;
    title?.replaceWith(title.cloneNode(true));
    const { fresh, gone } = scan();
    expect([titles(fresh), titles(gone), fresh[0]?.identity]).toEqual([['One'], ['One'], null]);
  });

  it('keep their answers when they leave and come back', () => {
    const [title] = page('One');
    const [row] = scan().fresh;
    if (row) row.identity = null;
    title?.remove();
    expect(titles(scan().gone)).toEqual(['One']);
    if (title) document.body.append(title);
    expect(scan().fresh).toEqual([row]);
  });

  it('leave with a site that has nothing to say', () => {
    page('One');
    scan();
    expect(titles(scan(new URL('https://arxiv.org/about'), true, null).gone)).toEqual(['One']);
  });

  it('do not change while a scan is interrupted', () => {
    page('One', 'Two');
    scan();
    document.body.replaceChildren();
    page('Three');
    const steps = rows.read({ site, document, url: LIST, settled: true });
    steps.next();
    expect(titles(rows.all)).toEqual(['One', 'Two']);
  });
});

const at = (id: string): URL => new URL(`https://arxiv.org/abs?id=${id}`);

describe('a soft navigation', () => {
  it('never gives the old words the new id', () => {
    const [title] = page('One');
    scan(at('1'));
    const early = scan(at('2'), false);
    expect([titles(early.fresh), titles(early.gone)]).toEqual([[], ['One']]);
    if (title) title.textContent = 'Two';
    const { fresh } = scan(at('2'), false);
    expect(fresh.map((row) => [row.mention.title, row.mention.arxivId])).toEqual([['Two', '2']]);
  });

  it('believes unchanged words once the page has settled', () => {
    page('One');
    scan(at('1'));
    scan(at('2'), false);
    expect(scan(at('2'), true).fresh.map((row) => row.mention.arxivId)).toEqual(['2']);
  });

  it('keeps titles that stay', () => {
    const [title] = page('One');
    title?.setAttribute('data-id', '1');
    scan();
    expect(scan(new URL('https://arxiv.org/list?skip=50'), false)).toEqual({ fresh: [], gone: [], moved: [] });
  });
});
