import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildKeys } from '../../src/paper/identity-keys.ts';
import { openKeys } from '../../src/paper/identity.ts';
import type { Mention, Paper } from '../../src/paper/paper.ts';
import { paperKey } from '../../src/paper/paper-key.ts';
import { hostileText } from './hostile-text.ts';

const PAPERS = [
  paper('Learning to Fold Napkins with Adversarial Neural Fields', { arxivId: '2001.00001', year: 2020, authors: ['Ada Crease', 'Bo Pleat'] }),
  paper('Deep Folding', { year: 2016, authors: ['Ada Crease'] }),
  paper('The Quiet Geometry of Folded Paper Napkins: Curvature without Creases', { doi: '10.1000/quiet', year: 2019, authors: ['Cy Wrinkle'] }),
  paper('Twice Told Napkins', { arxivId: '2002.00001' }),
  paper('Twice told napkins', { arxivId: '2002.00002' }),
  paper('?!', { arxivId: 'math/0202001' }),
  paper('Learning to Fold Napkins with Adversarial Neural Fields', { arxivId: '2001.00001', year: 2020, authors: ['Ada Crease'] }),
];
const identify = openKeys(JSON.parse(JSON.stringify(buildKeys(PAPERS, ['neutral']))));
const [FOLD, DEEP, QUIET, TOLD, RETOLD, SIGNS] = [0, 1, 2, 3, 4, 5] as const;

describe('the same paper', () => {
  test.each<[string, Mention, string, number]>([
    ['arXiv id, other title', { title: 'Renamed', arxivId: '2001.00001' }, 'same id', FOLD],
    ['arXiv id as a page writes it', { title: '', arxivId: 'arXiv:2001.00001v3' }, 'same id', FOLD],
    ['arXiv id inside a DOI', { title: 'Renamed', doi: 'https://doi.org/10.48550/arXiv.2001.00001' }, 'same id', FOLD],
    ['old arXiv id', { title: '!', arxivId: 'math.GT/0202001' }, 'same id', SIGNS],
    ['DOI', { title: 'Renamed', doi: '10.1000/QUIET' }, 'same id', QUIET],
    ['DOI of ours beside an unknown arXiv id', { title: 'Renamed', doi: '10.1000/quiet', arxivId: '2101.00009' }, 'same id', QUIET],
    ['id before title', { title: PAPERS[0]?.title ?? '', arxivId: '2002.00002' }, 'same id', RETOLD],
    ['title', { title: 'learning to fold napkins with\n adversarial neural fields.' }, 'same title', FOLD],
    ['title, and a DOI where ours has an arXiv id', { title: PAPERS[0]?.title ?? '', doi: '10.1000/fold' }, 'same title', FOLD],
    ['title, and an arXiv id where ours has none', { title: 'Deep folding', arxivId: '1601.00001' }, 'same title', DEEP],
    ['title and author, another DOI', { title: PAPERS[2]?.title ?? '', doi: '10.1000/journal', authors: ['C. Wrinkle'] }, 'same title', QUIET],
    ['title and author, years apart', { title: 'Deep folding', year: 2024, authors: ['Crease, A.'] }, 'same title', DEEP],
    ['title and authors, family names first', { title: PAPERS[0]?.title ?? '', authors: ['Crease Ada', 'Pleat Bo'] }, 'same title', FOLD],
    ['title that two papers have', { title: 'Twice Told Napkins' }, 'same title', TOLD],
    ['nearly the title', { title: 'Learning to Fold Napkins with Adverarial Neural Fields' }, 'nearly the same title', FOLD],
    ['nearly the title, same author', { title: 'Learning to Fold Napkins with Adverarial Neural Fields', authors: ['B. Pleat'], year: 2022 }, 'nearly the same title', FOLD],
    ['the title without its subtitle', { title: 'The Quiet Geometry of Folded Paper Napkins' }, 'nearly the same title', QUIET],
    ['an id that is none', { title: 'Deep folding', arxivId: 'click here', doi: 'soon' }, 'same title', DEEP],
  ])('%s', (_, mention, certainty, row) => expect(identify(mention)).toEqual({ kind: 'same', certainty, row }));
});

describe('the same title, another paper', () => {
  test.each<[string, Mention, number]>([
    ['another arXiv id', { title: PAPERS[0]?.title ?? '', arxivId: '2101.00009' }, FOLD],
    ['another arXiv id, even by the same author', { title: PAPERS[0]?.title ?? '', arxivId: '2101.00009', authors: ['Ada Crease'] }, FOLD],
    ['another DOI', { title: PAPERS[2]?.title ?? '', doi: '10.1000/loud' }, QUIET],
    ['other authors', { title: 'Deep Folding', authors: ['Dee Tuck'] }, DEEP],
    ['a short title, years apart', { title: 'Deep Folding', year: 2024 }, DEEP],
    ['a third one of a title that two have', { title: 'Twice Told Napkins', arxivId: '2102.00003' }, TOLD],
  ])('%s', (_, mention, row) => expect(identify(mention)).toEqual({ kind: 'other paper', row }));
});

describe('not in the collection', () => {
  test.each<[string, Mention]>([
    ['an unknown id, nearly the title', { title: 'Learning to Fold Napkins with Adverarial Neural Fields', arxivId: '2101.00009' }],
    ['other authors, nearly the title', { title: 'Learning to Fold Napkins with Adverarial Neural Fields', authors: ['Dee Tuck'] }],
    ['years apart, nearly the title', { title: 'Learning to Fold Napkins with Adverarial Neural Fields', year: 2012 }],
    ['another DOI, the title without its subtitle', { title: 'The Quiet Geometry of Folded Paper Napkins', doi: '10.1000/loud' }],
    ['a real word for another', { title: 'Learning to Fold Napkins with Adversarial Neutral Fields' }],
    ['a title of signs', { title: '?!' }],
    ['no title', { title: '' }],
    ['an unknown id and no title', { title: '', arxivId: '2101.00009' }],
  ])('%s', (_, mention) => expect(identify(mention)).toBeUndefined());
});

test('an empty collection answers', () => {
  expect(openKeys(buildKeys([]))({ title: 'Deep Folding', arxivId: '2001.00001' })).toBeUndefined();
});

test('every paper is found by its own title and id, in a collection of any titles', () => {
  const titles = fc.uniqueArray(hostileText(60).map((junk) => `Napkins ${junk}`), { minLength: 1, maxLength: 30, selector: (title) => paperKey({ title }) });
  fc.assert(
    fc.property(titles, (list) => {
      const papers = list.map((title, row) => paper(title, { arxivId: `2001.${String(row + 1).padStart(5, '0')}` }));
      const find = openKeys(buildKeys(papers));
      return papers.every(({ title, arxivId = '' }, row) => find({ title })?.row === row && find({ title: 'x', arxivId })?.row === row);
    }),
    { numRuns: 50 },
  );
});

test('no mention throws', () => {
  const text = fc.option(hostileText(), { nil: '' });
  fc.assert(fc.property(text, text, text, text, (title, arxivId, doi, author) => void identify({ title, arxivId, doi, authors: [author], year: Number.NaN })));
});

function paper(title: string, facts: Partial<Paper> = {}): Paper {
  return { key: paperKey({ title, ...facts }), title, abstract: 'We fold napkins.', authors: [], ...facts };
}
