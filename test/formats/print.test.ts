import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printBibtex } from '../../src/formats/bibtex/print.ts';
import { printCitation } from '../../src/formats/citation.ts';
import { hostileText } from '../paper/hostile-text.ts';

const FOLDS = { title: 'Deep Napkin Folds', authors: ['Ada Crease', 'Bo B. Pleat', 'Ana van den Plooi'], year: 2020, arxivId: '2001.00001' };

describe('BibTeX', () => {
  test('an entry', () => {
    expect(printBibtex(FOLDS)).toBe(
      [
        '@misc{crease2020deep,', '  title = {{Deep Napkin Folds}},', '  author = {Ada Crease and Bo B. Pleat and Ana van den Plooi},', '  year = {2020},',
        '  eprint = {2001.00001},', '  archivePrefix = {arXiv},', '  url = {https://arxiv.org/abs/2001.00001}', '}', '',
      ].join('\n'),
    );
  });

  test.each([
    ['Folds & 100% #1', 'Folds \\& 100\\% \\#1'],
    ['Fold_net', 'Fold\\_net'],
    ['On $x_1$ and Schr\\"odinger', 'On $x_1$ and Schr\\"odinger'],
    ['Plug \\& Play', 'Plug \\& Play'],
    ['Costs $5', 'Costs \\$5'],
    ['a } b', 'a \\textbraceright{} b'],
    ['a \\} b', 'a \\textbackslash{}\\textbraceright{} b'],
    ['ends with \\', 'ends with \\textbackslash{}'],
    ['two\n lines', 'two lines'],
  ])('title %j', (title, printed) => expect(printBibtex({ title, authors: [] })).toContain(`title = {{${printed}}}`));

  test('whatever the texts hold, braces balance and the key is plain', () => {
    const text = fc.oneof(fc.string({ unit: fc.constantFrom(...'a {}\\$_^%,\n"@é'.split('')) }), hostileText());
    fc.assert(
      fc.property(text, text, text, (title, author, doi) => {
        const entry = printBibtex({ title, authors: [author, 'Ada Crease'], doi: `10.1000/${doi}`, year: 2020 });
        let depth = 0;
        // Only the entry's own last brace closes it.
        const inside = entry.trimEnd().slice('@misc'.length, -1);
        for (const sign of inside) {
          if (sign === '{') depth++;
          if (sign === '}') depth--;
          expect(depth).toBeGreaterThan(0);
        }
        expect(depth).toBe(1);
        expect(entry).toMatch(/^@misc\{[a-z0-9]+,\n/);
      }),
    );
  });
});

describe('citation', () => {
  test.each([
    [FOLDS, 'Crease, A., Pleat, B. B., & van den Plooi, A. (2020). Deep Napkin Folds. arXiv:2001.00001.'],
    [{ ...FOLDS, authors: ['Ada Crease', 'Bo Pleat'] }, 'Crease, A., & Pleat, B. (2020). Deep Napkin Folds. arXiv:2001.00001.'],
    [{ ...FOLDS, authors: ['Crease, Ada Jean-Lou'] }, 'Crease, A. J.-L. (2020). Deep Napkin Folds. arXiv:2001.00001.'],
    [{ ...FOLDS, authors: [] }, 'Deep Napkin Folds (2020). arXiv:2001.00001.'],
    [{ title: 'Why Fold?', authors: [] }, 'Why Fold?'],
    [{ title: 'Why Fold?', authors: ['Ada Crease'], doi: '10.1000/1' }, 'Crease, A. Why Fold? https://doi.org/10.1000/1.'],
    [{ title: 'Schr\\"odinger &amp; $\\Delta\\beta$ Folds of Sm\\o rrebr\\o d and \\AA.', authors: ['Plato'] }, 'Plato. Schrödinger & Δβ Folds of Smørrebrød and Å.'],
  ])('%j', (paper, line) => expect(printCitation(paper)).toBe(line));

  test('beyond twenty authors, et al.', () => {
    const authors = Array.from({ length: 21 }, (_, at) => `Ada Crease${'abcdefghijklmnopqrstu'[at]}`);
    expect(printCitation({ ...FOLDS, authors })).toMatch(/^Creasea, A\., .*Creaset, A\., et al\. \(2020\)\./);
    expect(printCitation({ ...FOLDS, authors: authors.slice(0, 20) })).toContain('& Creaset, A. (2020)');
  });

  test('no text throws', () => {
    fc.assert(fc.property(hostileText(), hostileText(), (title, author) => printCitation({ title, authors: [author] }).length >= 0));
  });
});
