import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCompounds, readWords } from '../../src/search/words.ts';

const folded = (text: string): string => readWords(text).map((word) => word.text).join(' ');

describe('words', () => {
  test.each([
    ['case', 'StyleGAN and GANs', 'stylegan and gans'],
    ['accents', 'Fréchet Gödel Łukasz Bruno Gavranović', 'frechet godel lukasz bruno gavranovic'],
    ['combining accents', 'Fre\u0301chet', 'frechet'],
    ['accents in TeX', String.raw`Schr\"odinger, G{\"o}del, Erd\H os, \'Etale`, 'schrodinger godel erd h os etale'],
    ['ligatures', 'eﬃcient ﬁne‑tuning', 'efficient fine tuning'],
    ['letters without decomposition', 'Straße Ærø', 'strasse aero'],
    ['Greek letters, by their names', 'β-VAE', 'beta vae'],
    ['curly quotes', '“Why?” Fréchet’s', 'why frechet s'],
    ['invisible characters', 'ima\u00ADge gene\u200Bration\u2060s', 'image generations'],
    ['full width', 'ＧＡＮ', 'gan'],
    ['letters of formulas', '𝒳-GAN', 'x gan'],
    ['line breaks', 'Deep\nImage\r\n Prior', 'deep image prior'],
    ['digits', '3D 2.5 v2', '3d 2 5 v2'],
    ['one character each where no spaces part words', '生成 models', '生 成 models'],
    ['nothing', '… — !', ''],
    ['runs too long for a word', 'x'.repeat(61), ''],
  ])('are compared without %s', (_, text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  test('know where they stand in the text as it is written', () => {
    const text = '“Eﬃcient” Fre\u0301chet G{\\"o}del';
    expect(readWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Eﬃcient', 'Fre\u0301chet', 'G{\\"o}del']);
  });

  test('with one hyphen between them are also one word', () => {
    const text = 'text-to-image pre\u2010training a - b';
    const compounds = readCompounds(text, readWords(text));
    expect(compounds.map(({ text: word, start, end }) => [word, text.slice(start, end)])).toEqual([
      ['textto', 'text-to'],
      ['toimage', 'to-image'],
      ['pretraining', 'pre\u2010training'],
    ]);
  });

  test('of any text stand in order within it, do not overlap, and fold to themselves', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, (text) => {
        let before = 0;
        for (const word of readWords(text)) {
          expect(word.start).toBeGreaterThanOrEqual(before);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.end).toBeLessThanOrEqual(text.length);
          before = word.end;
          expect(folded(word.text)).toBe(word.text);
        }
      }),
    );
  });
});
