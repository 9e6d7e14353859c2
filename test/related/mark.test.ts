import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { markTerms } from '../../src/related/mark.ts';

const marked = (text: string, terms: string[]): string[] =>
  markTerms(text, terms).marks.map(([start, end]) => text.slice(start, end));

describe('marking shared terms', () => {
  it.each<[string, string[], string[]]>([
    ['Networks learn. A network learns.', ['network'], ['Networks', 'network']],
    ['GANs and generative networks', ['generative networks'], ['generative networks']],
    ['generative and networks', ['generative networks'], []],
    ['Pretraining, pre-training and pre training', ['pre-training'], ['Pretraining', 'pre-training', 'pre training']],
    ['Pre-training', ['pretraining'], ['Pre-training']],
    ['Réseaux', ['reseaux'], ['Réseaux']],
    ['image prior, image priors', ['image prior', 'image'], ['image prior', 'image priors']],
    ['deep image prior', ['deep image', 'image prior'], ['deep image prior']],
    ['GANs train adversarially', ['GAN ↔ adversarial training'], ['GANs']],
    ['深度学习法', ['学习'], ['学习']],
    ['深度学习', ['深度学习'], ['深度学习']],
    ['nothing here', ['absent'], []],
    ['the of and', ['the'], []],
    ['text', [], []],
    ['text', [''], []],
  ])('%j with %j', (text, terms, expected) => {
    expect(marked(text, terms)).toEqual(expected);
  });

  it('gives ascending marks that do not overlap', () => {
    const text = fc.array(fc.constantFrom('deep', 'Deep', 'image', 'images', '-', ' ', ',', 'of', '学习法', 'é')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (text, terms) => {
        let before = 0;
        for (const [start, end] of markTerms(text, terms).marks) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
