import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MarkedText } from '../../src/paper/paper.ts';
import { excerpt } from '../../src/search/excerpt.ts';
import { markWords } from '../../src/search/marks.ts';

/** Marks shown as brackets. */
function bracketed({ text, marks }: MarkedText): string {
  let shown = '';
  let at = 0;
  for (const [start, end] of marks) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return shown + text.slice(at);
}

describe('marks', () => {
  test.each([
    ['words wherever they stand', 'A GAN is no gan.', ['gan'], 'A [GAN] is no [gan].'],
    ['accents and ligatures as written', 'Eﬃcient Fréchet', ['efficient', 'frechet'], '[Eﬃcient] [Fréchet]'],
    ['a hyphened word found as one', 'On pre-training well', ['pretraining'], 'On [pre-training] well'],
    ['overlapping finds once', 'On pre-training well', ['pretraining', 'training'], 'On [pre-training] well'],
    ['nothing', 'Nothing here', ['gan'], 'Nothing here'],
  ])('%s', (_, text, words, expected) => {
    expect(bracketed(markWords(text, new Set(words)))).toBe(expected);
  });

  test('a phrase only where its words stand side by side', () => {
    const phrase = { words: ['show', 'and', 'tell'], open: false };
    expect(bracketed(markWords('To tell and show: “Show, and tell”, show and tells', new Set(), [phrase]))).toBe('To tell and show: “[Show, and tell]”, show and tells');
    expect(bracketed(markWords('Show and tells', new Set(), [{ ...phrase, open: true }]))).toBe('[Show and tells]');
  });
});

describe('an excerpt', () => {
  const filler = 'and so the long text goes on with words that say little ';
  const text = `${filler.repeat(4)}a river meets a lake here ${filler.repeat(4)}river river river ${filler.repeat(4)}`.trim();

  test('shows where most of the different words stand close together', () => {
    const cut = excerpt(markWords(text, new Set(['river', 'lake'])));
    expect(bracketed(cut)).toContain('a [river] meets a [lake] here');
    expect(cut.text.startsWith('…')).toBe(true);
    expect(cut.text.endsWith('…')).toBe(true);
    expect(cut.text.length).toBeLessThan(240);
  });

  test('is the beginning where nothing is marked, and the whole of a short text', () => {
    expect(excerpt({ text, marks: [] }).text).toMatch(/^and so the long text .*…$/);
    expect(excerpt(markWords('A short text.', new Set(['short'])))).toEqual({ text: 'A short text.', marks: [[2, 7]] });
  });

  test('of any text keeps whole words of it and marks the same words', () => {
    const any = fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('river', 'lake', 'x'.repeat(300), '𝒳'.repeat(150))), { maxLength: 80 });
    fc.assert(
      fc.property(any, fc.integer({ min: 100, max: 300 }), (parts, length) => {
        const whole = markWords(parts.join(' '), new Set(['river', 'lake']));
        const cut = excerpt(whole, length);
        expect(whole.text).toContain(cut.text.replace(/^…|…$/g, ''));
        expect(cut.text.length).toBeLessThanOrEqual(length + 100);
        expect(/\p{Cs}/u.test(cut.text)).toBe(false);
        for (const [start, end] of cut.marks) expect(cut.text.slice(start, end)).toMatch(/^(?:river|lake)$/);
        expect(cut.marks.length > 0).toBe(whole.marks.length > 0);
      }),
    );
  });
});
