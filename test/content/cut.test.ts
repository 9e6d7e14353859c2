import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, firstCodePoints, firstUnits } from '../../src/content/cut.ts';
import { LIMITS } from '../../src/messages/contract.ts';
import { WORKER_RULES } from '../../src/messages/rules.ts';

const half = /[\uD800-\uDBFF]$/;

describe('cutting before sending', () => {
  it('counts a title in code points', () => {
    const title = '𝒳'.repeat(600);
    expect(Array.from(cut({ title }).title)).toHaveLength(LIMITS.title);
  });

  it('never leaves half a character', () => {
    expect(firstUnits('a𝒳', 2)).toBe('a');
    expect(firstUnits('a𝒳', 3)).toBe('a𝒳');
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(20), (text, most) => !half.test(firstUnits(text, most)) && !half.test(firstCodePoints(text, most))));
  });

  it('drops what is no id and no year', () => {
    expect(cut({ title: 'T', arxivId: '1'.repeat(301), doi: '', year: 20_170, authors: [], abstract: '' })).toEqual({ title: 'T' });
  });

  it('leaves an ordinary mention as it is', () => {
    const mention = { title: 'T', arxivId: '1711.10925', doi: '10.1/x', abstract: 'A', authors: ['B'], year: 2017 };
    expect(cut(mention)).toEqual(mention);
  });

  it('makes whatever a page says acceptable to the worker', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 }).chain((piece) => fc.nat(600).map((times) => piece.repeat(times)));
    const mention = fc.record({ title: text, arxivId: text, doi: text, abstract: text, authors: fc.array(text, { maxLength: 4 }), year: fc.double() }, { requiredKeys: ['title'] });
    fc.assert(
      fc.property(mention, (mention) => {
        expect(() => WORKER_RULES.explain.check({ mention: cut(mention) }, 'explain')).not.toThrow();
      }),
      { numRuns: 40 },
    );
  });
});
