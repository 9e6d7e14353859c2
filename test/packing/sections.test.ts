import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSections, PackedError, packSections } from '../../src/packing/sections.ts';
import { Strings } from '../../src/packing/strings.ts';

const packing = { kind: 'some', version: 3, sections: 3 };
const packed = (): ArrayBuffer => packSections(packing, [Uint8Array.of(1, 2, 3), Uint32Array.of(7, 2 ** 32 - 1), Float64Array.of(0.5)]).buffer;

test('what was packed is there when it is opened', () => {
  const section = openSections(packed(), packing);
  expect([section(Uint8Array), section(Uint32Array), section(Float64Array)]).toEqual([Uint8Array.of(1, 2, 3), Uint32Array.of(7, 2 ** 32 - 1), Float64Array.of(0.5)]);
});

describe('what is not that is refused', () => {
  test('any byte changed', () => {
    fc.assert(
      fc.property(fc.nat(packed().byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = new Uint8Array(packed());
        bytes[at] = (bytes[at] ?? 0) ^ change;
        expect(() => openSections(bytes.buffer, packing)).toThrow(PackedError);
      }),
    );
  });

  test.each([
    ['another kind', { ...packing, kind: 'othe' }],
    ['another version', { ...packing, version: 4 }],
    ['more sections', { ...packing, sections: 4 }],
  ])('%s', (_, other) => expect(() => openSections(packed(), other)).toThrow(PackedError));

  test.each([0, 4, 8, 32])('cut to %i bytes', (bytes) => expect(() => openSections(packed().slice(0, bytes), packing)).toThrow(PackedError));
});

test('a list of texts gives each back, alone and behind another list', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 10 });
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      const list = Strings.of(first).with(Strings.of(second));
      const opened = new Strings(...list.sections);
      expect(Array.from({ length: opened.size }, (_, at) => opened.at(at))).toEqual([...first, ...second]);
      expect(opened.at(first.length + second.length)).toBe('');
    }),
  );
});
