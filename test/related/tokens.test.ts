import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { stem } from '../../src/related/stem.ts';
import { readTokens } from '../../src/related/tokens.ts';

describe('the plural stemmer', () => {
  it.each([
    ['networks', 'network'], ['network', 'network'], ['gans', 'gan'], ['gas', 'gas'], ['loss', 'loss'],
    ['losses', 'loss'], ['boxes', 'box'], ['searches', 'search'], ['meshes', 'mesh'], ['quizzes', 'quizz'],
    ['studies', 'study'], ['ties', 'tie'], ['corpus', 'corpus'], ['analysis', 'analysis'], ['bias', 'bia'],
    ['rnns', 'rnn'], ['cnn', 'cnn'], ['sizes', 'siz'], ['classes', 'class'], ['s', 's'], ['', ''],
  ])('%s → %s', (word, stemmed) => {
    expect(stem(word)).toBe(stemmed);
  });
});

/** Mostly what papers are written in, sometimes anything. */
const unit = fc.oneof(fc.integer({ min: 32, max: 126 }), fc.constantFrom(...Array.from("\u0301é深각한ßщ㍿ﬁ\\{}'-", (letter) => letter.charCodeAt(0))), fc.integer({ min: 0, max: 0xff_ff }));

describe('tokens', () => {
  it.each([
    ['Generative Adversarial Networks', 'generative adversarial network'],
    ['The method we propose', ''],
    ['Results of a study', ''],
    ['pre-training', 'pre training'],
    ['3D and 2d CNNs in 2019', '3d 2d cnn'],
    ['naïve Erdős–Rényi', 'naive erdo renyi'],
    ['nai\u0308ve', 'naive'],
    ['Schr\\"odinger and Schr{\\"o}dinger and Poincar\\\'e', 'schrodinger schrodinger poincare'],
    ['loss $\\mathcal{L}$ over $\\alpha$', 'loss'],
    ['\\textbf{Deep} learning', 'deep learning'],
    ['Code at https://example.org/deep-prior here', 'code'],
    ['see github.com/some/repository', 'see'],
    ['and/or', ''],
    ['βVAE', 'vae'],
    ['ﬁne', 'fine'],
    ['Großes Łukasz', 'gross lukasz'],
    ['Глубокое обучение', 'глубокое обучение'],
    ['深度学习', '深度 度学 学习'],
    ['12345', ''],
    ['a'.repeat(61), ''],
    ['', ''],
  ])('%j → %j', (text, stems) => {
    expect(readTokens(text).map((token) => token.stem).join(' ')).toBe(stems);
  });

  it.each([
    ['zero-shot learning', ['apart', 'after a hyphen', 'after a space']],
    ['images, text', ['apart', 'after a sign']],
    ['learning of networks', ['apart', 'apart']],
    ['GPT 4 models', ['apart', 'after a sign']],
    ['学习法', ['apart', 'overlapping']],
  ])('how words follow each other in %j', (text, follows) => {
    expect(readTokens(text).map((token) => token.follows)).toEqual(follows);
  });

  it('gives the place of each word in the text as written', () => {
    const text = 'Où les réseaux Großes 学习法, cafe\u0301!';
    expect(readTokens(text).map((token) => text.slice(token.start, token.end))).toEqual([
      'Où', 'les', 'réseaux', 'Großes', '学习', '习法', 'cafe\u0301',
    ]);
  });

  it('keeps places ascending and inside any text', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }).map((units) => String.fromCharCode(...units)), (text) => {
        let start = 0;
        return readTokens(text).every((token) => {
          const ascending = token.start >= start && token.end > token.start && token.end <= text.length;
          start = token.start;
          return ascending && token.stem.length > 1;
        });
      }),
    );
  });
});
