import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildKeys } from '../../src/paper/identity-keys.ts';
import { openKeys } from '../../src/paper/identity.ts';
import type { Mention, Paper } from '../../src/paper/paper.ts';

const paper = (title: string, rest: Partial<Paper> = {}): Paper => ({ key: title, title, abstract: '', authors: [], ...rest });
const PAPERS = [
  paper('Learning to Fold Napkins with Adversarial Neural Fields', { arxivId: '2001.00001', year: 2020, authors: ['Ada Crease', 'Bo Pleat'] }),
  paper('Learning to Fold Maps', { authors: ['Ada Crease'] }),
  paper('The Quiet Geometry of Folded Paper Napkins in Summer', { authors: ['Cy Wrinkle'] }),
  paper('The Quiet Geometry of Folded Paper Napkins in Winter', { authors: ['Cy Wrinkle'] }),
];
const identify = openKeys(buildKeys(PAPERS));
const cut = (title: string, rest: Partial<Mention> = {}): Mention => ({ title, isCut: true, ...rest });
const BEGINNING = 'Learning to Fold Napkins with Adversarial Neural';

describe('a title of which a page shows the beginning', () => {
  test.each<[string, Mention]>([
    ['an author in common', cut(BEGINNING, { authors: ['A Crease'] })],
    ['an author and about the year', cut(BEGINNING, { authors: ['B Pleat'], year: 2021 })],
    ['cut within a word', cut('Learning to Fold Napkins with Adversarial Neur', { authors: ['A Crease'] })],
    ['in other letters', cut('LEARNING TO FOLD NAPKINS WITH ADVERSARIAL', { authors: ['A Crease'] })],
  ])('is a partial title with %s', (_, mention) => expect(identify(mention)).toEqual({ kind: 'same', certainty: 'partial title', row: 0 }));

  test('is sure by its id', () => expect(identify(cut('Learning', { arxivId: '2001.00001' }))).toMatchObject({ certainty: 'same id' }));

  test.each<[string, Mention]>([
    ['nobody is named', cut(BEGINNING)],
    ['the authors are others', cut(BEGINNING, { authors: ['D Tuck'] })],
    ['the year is another', cut(BEGINNING, { authors: ['A Crease'], year: 2009 })],
    ['the id is another', cut(BEGINNING, { authors: ['A Crease'], arxivId: '2101.00009' })],
    ['the beginning is short', cut('Learning to Fold Napkins', { authors: ['A Crease'] })],
    ['it is a whole short title', cut('Learning to Fold Maps', { authors: ['A Crease'] })],
    ['two papers begin so', cut('The Quiet Geometry of Folded Paper Napkins in', { authors: ['C Wrinkle'] })],
    ['it goes on otherwise', cut('Learning to Fold Napkins with Adversarial Noise', { authors: ['A Crease'] })],
  ])('is nothing where %s', (_, mention) => expect(identify(mention)).toBeUndefined());

  test('is never "the same title", wherever it is cut and whatever else the page says', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.constantFrom(...PAPERS), fc.option(fc.constantFrom('A Crease', 'C Wrinkle', 'D Tuck')), fc.option(fc.integer({ min: 1990, max: 2026 })), (end, { title }, author, year) => {
        const found = identify(cut(title.slice(0, end), { ...(author !== null && { authors: [author] }), ...(year !== null && { year }) }));
        expect(found === undefined || (found.kind === 'same' && found.certainty === 'partial title' && author !== null)).toBe(true);
      }),
    );
  });
});
